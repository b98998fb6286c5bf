"""What the browser is told of documents and hand-written pages."""

from __future__ import annotations

from dataclasses import replace

from hujian.model import Address, Heading, Value
from hujian.search import PlainPage
from hujian.search.records import document_record, page_record
from making import make_document


def address(paragraphs: int, headings: int = 0) -> Address:
    ids = tuple(f"p{n}" for n in range(1, paragraphs + 1))
    return Address("a.txt", "a-1", ids, tuple(f"h{n}" for n in range(1, headings + 1)))


def test_a_stated_title_is_searched_where_it_stands() -> None:
    document = make_document(
        "在推广会上的讲话",
        "同志们：",
        "开会。",
        kinds={0: "title", 1: "salutation"},
        title="在推广会上的讲话",
    )
    record = document_record(document, address(3))
    assert record["url"] == "texts/a-1.html"
    assert record["title"] == "在推广会上的讲话"
    assert record["ids"] == ["p1", "p2", "p3"]
    assert record["kinds"] == "tsb"
    assert record["texts"] == ["在推广会上的讲话", "同志们：", "开会。"]


def test_a_supplied_title_is_found_too_but_has_no_address() -> None:
    document = replace(make_document("开会。"), title=Value("在推广会上的讲话", "inferred"))
    record = document_record(document, address(1))
    assert (record["ids"], record["kinds"], record["texts"]) == (
        ["", "p1"],
        "nb",
        ["在推广会上的讲话", "开会。"],
    )


def test_only_known_facts_are_told() -> None:
    document = replace(make_document("开会。", date="2024-03"), level=Value("city", "inferred"))
    record = document_record(document, address(1))
    assert (record["date"], record["level"]) == ("2024-03", "city")
    assert "speaker" not in record


def test_run_in_headings_count_utf16_units_and_follow_an_added_title() -> None:
    heading = Heading(1, "一要", 1, 6, True, 0)
    document = replace(make_document("𠀀一要读书。好。", headings=(heading,)), title=Value("题", "inferred"))
    record = document_record(document, address(1, 1))
    paragraph, start, end = record["leads"][0]
    units = record["texts"][paragraph].encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "一要读书。"


def test_a_page_is_its_title_and_its_lines() -> None:
    record = page_record(PlainPage("about.html", "关于", "关于\n这里收文本。\n——\n二"))
    assert (record["url"], record["title"], record["kinds"]) == ("about.html", "关于", "tbb")
    assert record["texts"] == ["关于", "这里收文本。", "二"]
    assert page_record(PlainPage("x.html", "另题", "甲"))["texts"] == ["另题", "甲"]
    assert page_record(PlainPage("x.html", "空", ""))["texts"] == ["空"]
