from __future__ import annotations

import markdown
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from hujian.link import assign
from hujian.model import Heading
from hujian.write.markdown import to_markdown
from making import make_document

NASTY = (
    "# 不是标题",
    "1. 不是列表",
    "* 某某同志",
    "**英才计划** 与 __下划线__",
    "<script>alert(1)</script>&amp;",
    "| 不 | 是 | 表 |",
    "{#p9} {: .x }",
    "`代码` [链接](http://x) ![图](y) ~~删~~ $x$ ^a^",
    "    四个空格",
    "http://example.org www.example.org a@example.org",
)


def rendered(source: str) -> LexborHTMLParser:
    return LexborHTMLParser(
        markdown.markdown(source, extensions=["attr_list", "tables", "fenced_code", "footnotes"])
    )


@given(
    st.lists(
        st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=1
    )
)
def test_markdown_gives_the_same_text_and_ids(lines: list[str]) -> None:
    lines = [line.strip() for line in lines]
    document = make_document(*lines)
    address = assign([document], None).addresses[document.path]
    parsed = rendered(to_markdown(document, address))
    for line, name in zip(lines, address.paragraphs, strict=True):
        node = parsed.css_first(f"#{name}")
        assert node is not None
        assert node.text() == line


def test_headings_keep_both_of_their_addresses() -> None:
    heading = Heading(1, "一、", 0, 6, run_in=False, paragraph=0)
    run_in = Heading(2, "一要", 7, 14, run_in=True, paragraph=1)
    document = make_document("一、提高认识", "一要加强学习。各级都要学习。", headings=(heading, run_in))
    parsed = rendered(to_markdown(document, assign([document], None).addresses["a.txt"]))
    assert [n.attributes.get("id") for n in parsed.css("[id]")] == ["h1", "p1", "p2", "h2"]
    assert parsed.css_first("h2#h1").text() == "一、提高认识"  # type: ignore[union-attr]
