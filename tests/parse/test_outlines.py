"""Outlines of short texts; outlines.txt holds title, text and expected outline of every case."""

from __future__ import annotations

from pathlib import Path

import pytest

from hujian.model import Document
from hujian.parse import parse
from making import make_document

CASES = (Path(__file__).parent / "outlines.txt").read_text(encoding="utf-8").split("=== ")[1:]


def outline(document: Document) -> list[str]:
    """Depth, = for a line of its own or - for run-in, and the heading."""
    return [
        f"{h.depth} {'-' if h.run_in else '='} {document.text[h.start : h.end]}" for h in document.headings
    ]


@pytest.mark.parametrize("case", CASES, ids=[case.partition("\n")[0] for case in CASES])
def test_outline(case: str) -> None:
    text, _, expected = case.partition("\n---\n")
    lines = text.split("\n")[1:]
    document = parse(make_document(*lines).clean)
    assert outline(document) == expected.split("\n")[:-1]


@pytest.mark.parametrize("case", CASES, ids=[case.partition("\n")[0] for case in CASES])
def test_own_line_headings_are_of_that_kind_and_no_other_line_is(case: str) -> None:
    document = parse(make_document(*case.partition("\n---\n")[0].split("\n")[1:]).clean)
    own = {h.paragraph for h in document.headings if not h.run_in}
    assert {i for i, p in enumerate(document.paragraphs) if p.kind == "heading"} == own
