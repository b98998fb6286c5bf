"""The text of a hand-written page, block by block."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.search import PlainPage

CASES = {
    "inline elements do not part a wording": ("<p>全民<b>阅</b><a href=x>读</a></p>", "全民阅读"),
    "blocks do": ("<h1>题</h1><p>甲</p><ul><li>乙<p>丙</p>丁</li></ul>", "题\n甲\n乙\n丙\n丁"),
    "cells do": ("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲\n乙"),
    "blanks and line breaks are one blank": ("<p>甲 \n乙<br>丙</p>", "甲 乙 丙"),
    "code is no text": ("<p>甲</p><script>乙</script><style>丙</style>", "甲"),
    "entities are characters": ("<p>&lt;甲&amp;乙&gt;</p>", "<甲&乙>"),
    "nothing is nothing": ("", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_blocks(case: str) -> None:
    html, text = CASES[case]
    assert PlainPage.from_html("x.html", "题", html).text == text


@given(st.lists(st.text("甲乙丙<>&\"'，a1", min_size=1)))
def test_every_character_of_every_block_arrives(blocks: list[str]) -> None:
    html = "".join(f"<p>{escape(block)}</p>" for block in blocks)
    assert PlainPage.from_html("x.html", "题", html).text == "\n".join(blocks)
