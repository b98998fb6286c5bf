from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.fold import fold, fold_character, letters_of, simplified, simplified_characters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("能者上、优者奖，庸者下", "能者上优者奖庸者下"),
        ("２０２３年６月", "2023年6月"),
        ("學習貫徹", "学习贯彻"),
        ("ＱＱ群 QQ群", "qq群qq群"),
        ("㎡①Ⅳ", "m21iv"),
        ("“×× * X%”", "x"),
        ("讲\u200b话\u00ad", "讲话"),
        ("𠮷㐂", "𠮷㐂"),
    ],
)
def test_only_letters_are_compared_width_case_and_script_levelled(text: str, letters: str) -> None:
    assert letters_of(text) == letters


@given(st.text())
def test_offsets_lead_back_to_the_character_that_a_letter_came_from(text: str) -> None:
    folded = fold(text)
    assert folded.letters == letters_of(text)
    assert len(folded.offsets) == len(folded.letters)
    assert list(folded.offsets) == sorted(folded.offsets)
    for letter, at in zip(folded.letters, folded.offsets, strict=True):
        assert letter in fold_character(text[at])


@given(st.text())
def test_folding_twice_changes_nothing_and_gives_letters_only(text: str) -> None:
    once = letters_of(text)
    assert letters_of(once) == once
    assert all(unicodedata.category(c)[0] in "LN" for c in once)


def test_the_script_table_maps_to_characters_that_are_not_mapped_on() -> None:
    table = simplified_characters()
    assert len(table) > 3000
    assert not set(table.values()) & set(table)


def test_simplified_keeps_every_character_in_its_place() -> None:
    text = "雲麓縣 A 檔案，乾隆"
    assert simplified(text) == "云麓县 A 档案，干隆"
    assert len(simplified(text)) == len(text)
