"""What a run remembers of the one before it, and that it never tells anything else than a fresh run."""

from __future__ import annotations

from pathlib import Path

import pytest

import hujian.detect
from hujian.pipeline import collect
from hujian.store import Cache

SHARED = "坚持以读者为中心，把阅览室建在居民家门口。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    for name in "甲乙":
        (made / f"{name}.txt").write_text(f"{name}馆的报告\n\n{SHARED}{name}馆另有打算。\n", "utf-8")
    return made


def date(folder: Path, first: str, second: str) -> None:
    rows = f"文件,日期\n甲.txt,{first}\n乙.txt,{second}\n"
    (folder / "catalog.csv").write_text(rows, "utf-8")


def test_a_corrected_date_compares_nothing_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    date(folder, "2001", "2002")
    before = collect(folder, Cache(tmp_path / "cache")).detection
    monkeypatch.setattr(hujian.detect, "compare", lambda *_: pytest.fail("compared again"))
    date(folder, "2003", "2002")
    after = collect(folder, Cache(tmp_path / "cache")).detection
    monkeypatch.undo()
    assert after == collect(folder, Cache(None)).detection
    sides = [{getattr(match, match.earlier or "a").document for match in d.matches} for d in (before, after)]
    assert sides == [{"甲.txt"}, {"乙.txt"}]


def test_a_changed_text_is_compared_again(folder: Path, tmp_path: Path) -> None:
    assert collect(folder, Cache(tmp_path / "cache")).detection.matches
    (folder / "乙.txt").write_text("乙馆的报告\n\n这里说的是完全不同的另一件事情。\n", "utf-8")
    assert not collect(folder, Cache(tmp_path / "cache")).detection.matches
