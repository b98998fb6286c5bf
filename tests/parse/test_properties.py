"""What holds for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hujian.model import Document
from hujian.parse import check, parse
from making import make_document

PIECES = st.sampled_from(
    [
        *(
            "一、",
            "二、",
            "三、",
            "（一）",
            "（二）",
            "1.",
            "（1）",
            "①",
            "第一，",
            "第二，",
            "一是",
            "二是",
            "一要",
            "二要",
        ),
        *("第一章 ", "第一条 ", "第二条 ", "首先，", "其次，", "——", "# ", "## "),
        *(
            "同志们：",
            "各位代表！",
            "附件：",
            "目录",
            "2023年6月28日",
            "（2023年13月5日）",
            "在全市阅读工作会议上的讲话",
        ),
        *("建好书房", "坚持开放", "聚拢人气。", "书房要建好，人要聚拢，账要记清，灯要点亮。" * 3),
        *(
            "。",
            "；",
            "，",
            "：",
            "“",
            "”",
            "《",
            "》",
            "（",
            "\u3000",
            " ",
            "李明",
            "云麓市图书馆",
            "3",
            "年",
            "我市",
            "全市组织工作",
        ),
    ]
)
LINES = st.lists(st.lists(PIECES, min_size=1, max_size=5).map("".join), max_size=14)


def check_document(document: Document) -> None:
    lines = document.text.split("\n") if document.text else []
    assert [document.text[p.start : p.end] for p in document.paragraphs] == lines
    depth = 0
    before = -1
    for heading in document.headings:
        paragraph = document.paragraphs[heading.paragraph]
        assert paragraph.start <= heading.start < heading.end <= paragraph.end
        assert heading.paragraph > before
        assert 1 <= heading.depth <= depth + 1
        assert document.text.startswith(heading.marker, heading.start)
        if heading.run_in:
            assert heading.end < paragraph.end or paragraph.kind == "body"
        depth, before = heading.depth, heading.paragraph
    for value in (document.title, document.date, document.speaker, document.level, document.place):
        assert (value.value is None) == (value.basis == "unknown")
        assert value.span is None or 0 <= value.span[0] <= value.span[1] <= len(document.text)


@given(LINES)
def test_structured_texts(lines: list[str]) -> None:
    document = parse(make_document(*lines).clean)
    check_document(document)
    length = len(document.clean.source.text)
    for finding in check(document):
        assert finding.start is None or (
            finding.end is not None and 0 <= finding.start <= finding.end <= length
        )


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    document = parse(make_document(*text.split("\n")).clean)
    check_document(document)
    check(document)


@given(LINES)
def test_parsing_is_a_function_of_the_text(lines: list[str]) -> None:
    assert parse(make_document(*lines).clean) == parse(make_document(*lines).clean)
