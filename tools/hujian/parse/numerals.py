"""Chinese, full-width, circled and plain numerals as they stand in markers and dates."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

HAN_NUMERAL: Final = "零〇○一二两三四五六七八九十百千"
_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}


@cache
def numeral(text: str) -> int | None:
    """Read a numeral up to 9999, or any run of digits; None if it is not one.

    十三 -> 13, 一千零八 -> 1008, 二〇二三 -> 2023, １２ -> 12, ③ -> 3.
    """
    if not text:
        return None
    if any(c in _UNITS for c in text):
        return _with_units(text)
    figures = [_figure(c) for c in text]
    if len(text) == 1:
        return figures[0]
    if any(f is None or f > 9 for f in figures):
        return None
    return int("".join(str(f) for f in figures))


def _figure(character: str) -> int | None:
    if character in _DIGITS:
        return _DIGITS[character]
    value = (
        unicodedata.numeric(character, -1.0) if not unicodedata.category(character).startswith("Lo") else -1
    )
    return int(value) if value >= 0 and value == int(value) else None


def _with_units(text: str) -> int | None:
    total = 0
    pending: int | None = None
    for character in text:
        if character in _UNITS:
            total += (1 if pending is None else pending) * _UNITS[character]
            pending = None
        elif character in _DIGITS and not pending:
            pending = _DIGITS[character]
        else:
            return None
    return total + (pending or 0)
