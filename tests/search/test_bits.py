"""Bytes as text: only characters that a string in a script may hold, hardly more than two bytes each."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from hujian.search.bits import script_text

DIGITS = [byte for byte in range(256) if byte not in {0x00, 0x20, *range(0xD8, 0xE0), 0xFE, 0xFF}]


def unpacked(text: str) -> bytes:
    """What a packed text holds, read digit by digit."""
    units = [ord(character) for character in text]
    bits = ""
    for at in range(0, len(units), 6):
        number = 0
        for unit in units[at : at + 6]:
            number = number * len(DIGITS) + DIGITS.index(unit >> 8)
        bits += f"{number:047b}"
    whole = bytes(unit & 0xFF for unit in units)
    whole += bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) // 8 * 8, 8))
    return whole[1 : len(whole) - whole[0]]


@given(st.binary(max_size=300))
def test_bytes_come_back_from_characters_that_need_no_escape(data: bytes) -> None:
    text = script_text(data).decode("utf-16-le")  # no halves of surrogate pairs, or this would fail
    assert all(unit >= " " and unit not in '"\\\u2028\u2029\ufeff\ufffe\uffff' for unit in text)
    assert unpacked(text) == data


def test_a_long_text_is_hardly_longer_than_its_bytes() -> None:
    data = random.Random(1).randbytes(10_000)
    assert len(script_text(data)) < 10_000 * 1.012
