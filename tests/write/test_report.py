"""The cleaning report shows what cannot be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from hujian.model import Finding
from hujian.write.report import report_page, visible
from making import make_collection, make_document


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x00", "〔U+0000〕"),
        ("\u200b", "〔U+200B〕"),
        ("\u202e", "〔U+202E〕"),
        ("\xa0", "〔U+00A0〕"),
        ("\U000e0001", "〔U+E0001〕"),
        ("甲 乙　\r\n\t", "甲␣乙□␍↵⇥"),
    ],
)
def test_every_invisible_character_can_be_told_from_the_others(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_what_the_keeper_let_stand_is_not_counted() -> None:
    found = Finding("placeholder", "a.txt", None, None, "有占位符。", "请核对。")
    findings = (found, replace(found, acknowledged=True))
    collection = replace(make_collection(make_document("甲乙")), findings=findings)
    row = LexborHTMLParser(report_page(collection).body()).css("tbody td.hj-number")
    assert row[-1].text() == "1"
