"""The sample collection against what was planted in it (tests/planted/truth.json), in source offsets."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hujian.clean import clean_all, load_rules
from hujian.model import Document
from hujian.parse import check, parse
from hujian.read import read_folder

ROOT = Path(__file__).parents[2]
FILES: dict[str, Any] = {
    entry["path"]: entry
    for entry in json.loads((ROOT / "tests/planted/truth.json").read_text(encoding="utf-8"))["files"]
}
by_path = pytest.mark.parametrize("path", sorted(FILES))


@cache
def documents() -> dict[str, Document]:
    rules, _ = load_rules(None)
    texts = clean_all(read_folder(ROOT / "content").sources, rules)
    return {text.source.path: parse(text) for text in texts}


@by_path
def test_headings(path: str) -> None:
    document = documents()[path]
    found = [
        {
            "depth": h.depth,
            "run_in": h.run_in,
            "text": document.text[h.start : h.end],
            "start": start,
            "end": end,
        }
        for h in document.headings
        for start, end in [document.clean.to_source(h.start, h.end)]
    ]
    assert found == FILES[path]["headings"]


@by_path
def test_title(path: str) -> None:
    title, truth = documents()[path].title, FILES[path]
    if truth["title"] is None:
        assert title.basis == "inferred"
        return
    assert (title.value, title.basis) == (truth["title"], "stated")
    assert title.span is not None
    start, end = documents()[path].clean.to_source(*title.span)
    assert (start, end) == (truth["title_span"]["start"], truth["title_span"]["end"])


@by_path
def test_date(path: str) -> None:
    date, truth = documents()[path].date, FILES[path]
    assert date.value == truth["date"]
    assert date.basis == ("stated" if truth["date"] else "unknown")


@by_path
def test_speaker(path: str) -> None:
    assert documents()[path].speaker.value == FILES[path]["speaker"]


@by_path
def test_level(path: str) -> None:
    assert (documents()[path].level.value or "unknown") == FILES[path]["level"]


@by_path
def test_salutation_or_addressee(path: str) -> None:
    document, truth = documents()[path], FILES[path]["salutation"]
    found = [
        document.text[p.start : p.end] for p in document.paragraphs if p.kind in {"salutation", "addressee"}
    ]
    assert found == ([truth["text"]] if truth else [])


@by_path
def test_number_of_paragraphs(path: str) -> None:
    assert len(documents()[path].paragraphs) == FILES[path]["paragraphs"]


@by_path
def test_announced_counts_and_unbalanced_quotes(path: str) -> None:
    truth = FILES[path]
    planted = {("announced-count", t["start"]) for t in [truth["count_mismatch"]] if t} | {
        ("unbalanced-quotes", t["start"]) for t in [truth["unbalanced_quote"]] if t
    }
    expected = {"announced-count", "unbalanced-quotes", "numbering-gap", "impossible-date"}
    assert {(f.code, f.start) for f in check(documents()[path]) if f.code in expected} == planted
