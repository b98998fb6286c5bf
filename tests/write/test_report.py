"""The cleaning report shows what cannot be seen."""

from __future__ import annotations

import pytest

from hujian.write.report import visible


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
