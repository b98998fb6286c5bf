"""Records for researchers: every field documented, every place exact whatever the file is like."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import CONTENT, ROOT, call_hujian
from hujian.write.records import RECORDS

EDITS = {"组织": "𠮷组织", "阅读": "阅𩽾读"}
"""Characters that are two units in JavaScript and one code point."""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records of the sample in other encodings, with byte order marks, CRLF and rare characters."""
    content, out = tmp_path_factory.mktemp("texts"), tmp_path_factory.mktemp("out")
    forms = [("utf-8-sig", "\r\n"), ("gb18030", "\n"), ("utf-16", "\r\n"), ("utf-8", "\n")]
    for number, path in enumerate(sorted(CONTENT.rglob("*.txt"))):
        if path.name == "formulations.txt":
            continue
        encoding, end = forms[number % len(forms)]
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            (content / path.name).write_bytes(path.read_bytes())
            continue
        for old, new in EDITS.items():
            text = text.replace(old, new)
        (content / path.name).write_bytes("\n".join(text.splitlines()).replace("\n", end).encode(encoding))
    assert call_hujian("export", out / "e", "--content", content, "--quiet").returncode == 0
    (out / "texts").symlink_to(content)
    return out


def records(exported: Path, name: str) -> list[dict[str, Any]]:
    lines = (exported / "e" / "records" / f"{name}.jsonl").read_text("utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def sources(exported: Path) -> dict[str, str]:
    return {
        r["source"]: (exported / "texts" / r["source"]).read_bytes().decode(r["encoding"])
        for r in records(exported, "outline")
    }


def documented(section: str) -> list[list[str]]:
    """Names of the fields in each table of a section of the documentation."""
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    body = re.split(r"^## ", page, flags=re.MULTILINE)
    text = next(part for part in body if part.split("\n", 1)[0].split()[0].lower() == section)
    tables = re.split(r"\n\n", text)
    return [found for table in tables if (found := re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))]


def nested(value: object) -> Iterator[dict[str, Any]]:
    """All objects within a record, without itself."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(inner, dict):
            yield inner
        yield from nested(inner)


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_is_documented_and_every_documented_field_is_there(exported: Path, name: str) -> None:
    own, *inner = documented(name)
    known = set(itertools.chain(*inner, *documented("places")))
    for record in records(exported, name):
        assert list(record) == [field for field in own if field != "variant"]
        for part in nested(record):
            assert known | {"variant"} >= set(part)


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def places(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (part for part in nested(record) if "paragraph" in part)


@pytest.mark.parametrize("name", ["formulations", "matches", "families"])
def test_places_are_exact_slices_in_the_paragraph_they_name(exported: Path, name: str) -> None:
    texts = sources(exported)
    assert any("𠮷" in text for text in texts.values())
    paragraphs = {
        (r["source"], p["id"]): (p["start"], p["end"])
        for r in records(exported, "outline")
        for p in r["paragraphs"]
    }
    found = [place for record in records(exported, name) for place in places(record)]
    assert found
    for place in found:
        assert texts[place["source"]][place["start"] : place["end"]] == place["text"]
        start, end = paragraphs[place["source"], place["paragraph"]]
        assert start <= place["start"] < end


def test_an_occurrence_names_its_variant(exported: Path) -> None:
    varied = [r for r in records(exported, "formulations") if r["variants"]]
    assert varied
    for record in varied:
        stand = {o["variant"] for o in record["occurrences"]}
        assert stand <= {record["canonical"], *record["variants"]}
        for wording in record["variants"]:  # it may stand within a longer one only
            assert any(letters(wording) in letters(o["text"]) for o in record["occurrences"])
        for o in record["occurrences"]:
            assert letters(o["text"]) == letters(o["variant"])


def test_an_alignment_tiles_its_passage_on_both_sides(exported: Path) -> None:
    for match in records(exported, "matches"):
        for side in "ab":
            bounds = sorted((s[f"{side}_start"], s[f"{side}_end"]) for s in match["stretches"])
            assert bounds[0][0] == match[side]["start"]
            assert max(end for _, end in bounds) == match[side]["end"]
