"""The five real texts in ../shared/seeds, all of their structure. Marker and depth stand for a heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from hujian.clean import clean_all, load_rules
from hujian.model import Document, Finding
from hujian.parse import check, parse
from hujian.read import read_folder

Shape = list[tuple[int, str, bool]]  # depth, marker, run-in
ONES = "一二三四五六七八九"
THIRTEEN = (*ONES, "十", "十一", "十二", "十三")


def shape(depth: int, pattern: str, count: int, *, run_in: bool = True) -> Shape:
    return [(depth, pattern.format(n), run_in) for n in THIRTEEN[:count]]


def main(number: int) -> Shape:
    return [(1, f"{ONES[number - 1]}、", False)]


PAREN = shape(2, "（{}）", 5)
SHAPES: dict[str, Shape] = {
    "000": [
        *main(1),
        *main(2),
        *shape(2, "第{}，", 13),
        *main(3),
        *shape(2, "{}是", 3),
        *main(4),
        PAREN[0],
        PAREN[1],
        *shape(3, "{}要", 6),
        PAREN[2],
        *shape(3, "{}要", 5),
        PAREN[3],
        *shape(3, "{}要", 3),
        PAREN[4],
        *shape(3, "{}要", 3),
    ],
    "001": shape(1, "第{}，", 5),
    "002": [
        *main(1),
        *PAREN[:2],
        (2, "（三）", False),
        *main(2),
        *PAREN,
        *main(3),
        *PAREN[:3],
        *main(4),
        *PAREN[:4],
    ],
    "003": [*main(1), *[(2, "", True)] * 3, *main(2), *PAREN, *main(3), *shape(2, "{}要", 4)],
    "004": shape(1, "{}要", 5),
}
METADATA = {
    "000": (
        "蔡奇同志在全国组织工作会议上的讲话",
        "stated",
        "2023-06-28",
        "stated",
        "蔡奇",
        "national",
        "stated",
    ),
    "001": ("在2023年全市组织工作会议上的讲话", "stated", "2023", "stated", None, "city", "stated"),
    "002": ("在全区组织工作会议上的讲话", "inferred", None, "unknown", None, "district", "inferred"),
    "003": ("在全市组织系统干部培训专班上的讲话", "stated", None, "unknown", None, "city", "stated"),
    "004": ("关于全市组织工作的讲话", "inferred", None, "unknown", None, "city", "inferred"),
}


@pytest.fixture(scope="module")
def documents(seeds: Path) -> dict[str, Document]:
    rules, _ = load_rules(None)
    texts = clean_all(read_folder(seeds).sources, rules)
    return {text.source.path[:3]: parse(text) for text in texts}


def found(documents: dict[str, Document], code: str) -> list[tuple[str, Finding]]:
    return [(name, f) for name, d in documents.items() for f in check(d) if f.code == code]


@pytest.mark.parametrize("name", SHAPES)
def test_headings(documents: dict[str, Document], name: str) -> None:
    document = documents[name]
    assert [(h.depth, h.marker, h.run_in) for h in document.headings] == SHAPES[name]
    assert all(document.text[h.end - 1] == "。" for h in document.headings if h.run_in)


@pytest.mark.parametrize("name", METADATA)
def test_metadata(documents: dict[str, Document], name: str) -> None:
    d = documents[name]
    assert (
        d.title.value,
        d.title.basis,
        d.date.value,
        d.date.basis,
        d.speaker.value,
        d.level.value,
        d.level.basis,
    ) == METADATA[name]


def test_supplied_titles_say_from_where(documents: dict[str, Document]) -> None:
    assert "第2段" in documents["002"].title.note
    assert "第4段" in documents["004"].title.note


def test_the_paragraph_behind_the_sixth_point_is_no_heading(documents: dict[str, Document]) -> None:
    document = documents["000"]
    sixth = next(h for h in document.headings if h.marker == "六要")
    third = next(h for h in document.headings if h.marker == "（三）")
    assert third.paragraph == sixth.paragraph + 2
    assert document.paragraphs[sixth.paragraph + 1].kind == "body"


def test_the_reseller_header_of_003_is_neither_title_nor_text(documents: dict[str, Document]) -> None:
    assert [p.kind for p in documents["003"].paragraphs[:3]] == ["title", "salutation", "body"]


@pytest.mark.parametrize("name", ["000", "001"])
def test_stated_dates_stand_where_they_say(documents: dict[str, Document], name: str) -> None:
    document = documents[name]
    assert document.date.span is not None
    start, end = document.date.span
    assert document.text[start:end] in {"2023年6月28日", "2023年"}


def test_announced_counts(documents: dict[str, Document]) -> None:
    """002 announces 5 and has 4; 000 announces 4 and has 4."""
    ((name, finding),) = found(documents, "announced-count")
    assert name == "002"
    assert (finding.start, finding.end) != (None, None)
    assert documents["002"].clean.source.text[finding.start : finding.end] == "5方面意见"


def test_what_is_missing_is_told(documents: dict[str, Document]) -> None:
    assert [name for name, _ in found(documents, "no-title")] == ["002", "004"]
    assert [name for name, _ in found(documents, "no-date")] == ["002", "003", "004"]


def test_nothing_else_is_found(documents: dict[str, Document]) -> None:
    codes = {f.code for d in documents.values() for f in check(d)}
    assert codes == {"announced-count", "no-title", "no-date"}
