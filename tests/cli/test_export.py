"""Exports: whole, exact to the letter, and in a folder of their own."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from conftest import CONTENT, call_hujian
from hujian.write.records import RECORDS
from hujian.write.tables import TABLES

LINES = "在全市阅读工作会议上的讲话\n同志们：\n　　把阅读推广工作做好。 \r\n\r\n　　谢谢大家！"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "文本"
    content.mkdir()
    (content / "a.txt").write_bytes(LINES.encode())
    (content / "b.txt").write_bytes(
        "\ufeff<b>这一段文字里夹着看不见的字符，\x00照样要能还原\u200b到原来的样子。\n\n".encode()
    )
    (content / "空.txt").write_bytes(b"")
    return content


def records(folder: Path, name: str) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in (folder / "records" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]


def test_texts_markdown_and_records_are_written(folder: Path, tmp_path: Path) -> None:
    assert call_hujian("export", tmp_path / "out", "--content", folder, "--quiet").stdout == ""
    names = {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*")}
    ids = [r["id"] for r in records(tmp_path / "out", "outline")]
    expected = {f"{k}/{i}.{e}" for k, e in (("text", "txt"), ("markdown", "md")) for i in ids}
    expected |= {f"records/{name}.jsonl" for name in RECORDS} | {f"tables/{name}.csv" for name in TABLES}
    assert names == expected | {"hujian-export.json", "datapackage.json"}


def restored(clean: str, edits: list[dict[str, Any]]) -> str:
    """The source, by nothing but the exported text and its ledger, as anybody may do it."""
    out, at, done = [], 0, 0
    for edit in sorted((e for e in edits if e["class"] != "flag"), key=lambda e: (e["start"], e["end"])):
        kept = edit["start"] - done
        out += [clean[at : at + kept], edit["before"]]
        at += kept
        assert clean[at : at + len(edit["after"])] == edit["after"]
        at, done = at + len(edit["after"]), edit["end"]
    return "".join([*out, clean[at:]])


@pytest.mark.parametrize("content", ["sample", "messy", "seeds"])
def test_the_ledger_leads_from_an_exported_text_back_to_its_source(
    content: str, folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    source = {"sample": CONTENT, "messy": folder}.get(content) or request.getfixturevalue("seeds")
    assert call_hujian("export", tmp_path / "out", "--content", source).returncode == 0
    edits = defaultdict(list)
    for edit in records(tmp_path / "out", "ledger"):
        edits[edit["source"]].append(edit)
    outlines = records(tmp_path / "out", "outline")
    assert len(outlines) >= 2
    for outline in outlines:
        clean = (tmp_path / "out" / "text" / f"{outline['id']}.txt").read_bytes().decode()
        text = (source / outline["source"]).read_bytes().decode(outline["encoding"])
        assert restored(clean, edits[outline["source"]]) == text


@pytest.mark.parametrize("place", ["文本", "文本/out", "home"])
def test_texts_and_other_peoples_folders_are_refused(place: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.doc").write_bytes(b"")
    before = sorted(tmp_path.rglob("*"))
    done = call_hujian("export", tmp_path / place, "--content", folder)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_text_that_is_gone_leaves_the_next_export(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call_hujian("export", out, "--content", folder).returncode == 0
    (out / "mine.txt").write_text("别人的", "utf-8")
    (folder / "b.txt").unlink()
    done = call_hujian("export", out, "--content", folder)
    assert "删去以前导出而现已不再有的 2 个" in done.stdout
    assert {p.name for p in (out / "text").iterdir()} == {f"{r['id']}.txt" for r in records(out, "outline")}
    assert (out / "mine.txt").exists()
