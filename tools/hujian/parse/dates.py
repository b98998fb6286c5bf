"""Dates as they are written in Chinese texts, and whether they can be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hujian.parse.numerals import numeral

_YEAR: Final = r"[12１２][0-9０-９]{3}|[一二][〇○零Oo0一二三四五六七八九]{3}"
_SMALL: Final = r"[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3}|元"
_REST: Final = (
    rf"\s*年(?!代(?!表)|\s*(?:{_SMALL})\s*月初)"  # 五月初四 is of the old calendar
    rf"(?:\s*(?P<month>{_SMALL})\s*月(?:份)?(?:\s*(?P<day>{_SMALL})\s*[日号號])?)?"
)
WRITTEN: Final = re.compile(rf"(?<![0-9０-９])(?P<year>{_YEAR}){_REST}")
REPUBLIC: Final = re.compile(rf"(?:中[华華])?民[国國]\s*(?P<year>{_SMALL}){_REST}")
"""民国三十年五月四日: the years of the Republic of China, of which 1912 is the first."""
FIGURES: Final = re.compile(
    r"(?<![0-9.\-/])(?P<year>[12][0-9]{3})(?P<sep>[-./])(?P<month>[0-9]{1,2})(?:(?P=sep)(?P<day>[0-9]{1,2}))?(?![0-9.\-/])"
)
_PARTS: Final = ("year", "month", "day")
_OTHER_FIGURES: Final = str.maketrans({"元": "1", "O": "〇", "o": "〇", "廿": "二十", "卅": "三十"})
_BEFORE_REPUBLIC: Final = 1911
EARLIEST: Final = 1840
LATEST: Final = 2100
"""Years outside are no dates of modern documents."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text; ``iso`` is None where it is written but impossible."""

    start: int
    end: int
    iso: str | None


def find_dates(text: str) -> tuple[Found, ...]:
    """All dates in a text, in order: 2023年6月28日, 二〇二三年六月, 2023-06-28, 2023.6.28, 民国三十年."""
    return tuple(sorted(_find(text), key=lambda d: d.start))


def _find(text: str) -> Iterator[Found]:
    if "年" in text:
        for match in WRITTEN.finditer(text):
            yield Found(match.start(), match.end(), iso_date(*(_read(match[n]) for n in _PARTS)))
        for match in REPUBLIC.finditer(text):
            year, month, day = (_read(match[n]) for n in _PARTS)
            yield Found(match.start(), match.end(), iso_date(_BEFORE_REPUBLIC + (year or 0), month, day))
    for match in FIGURES.finditer(text):
        yield Found(match.start(), match.end(), iso_date(*(_read(match[n]) for n in _PARTS)))


def _read(digits: str | None) -> int | None:
    """A number of a date; 元 is the first, and the letter O stands in for 〇 in careless typing."""
    return numeral(digits.translate(_OTHER_FIGURES)) if digits else None


def iso_date(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """ISO 8601 with the precision that is given, or None if there is no such day."""
    if year is None or not EARLIEST <= year <= LATEST:
        return None
    if month is None:
        return f"{year:04d}"
    try:
        return datetime.date(year, month, day or 1).isoformat()[: 10 if day is not None else 7]
    except ValueError:
        return None
