"""Dates as spreadsheets rewrite them."""

from __future__ import annotations

import datetime
import re
from typing import Final

from hujian.parse.dates import find_dates, iso_date

_YEAR: Final = re.compile(r"(?:1\d|20)\d{2}")  # a keeper knows of older texts than one may conclude
_COMPACT: Final = re.compile(r"^((?:1[89]|20)\d{2})(\d{2})(\d{2})$")
_SERIAL: Final = re.compile(r"\d{5}(?:\.0+)?")
_EPOCH: Final = datetime.date(1899, 12, 30)  # Excel's day 0, with its leap year 1900 that never was
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_YEAR: Final = re.compile(rf"({'|'.join(_MONTHS)})[a-z]*[-\s](\d{{2}}|\d{{4}})", re.IGNORECASE)
_DAY_MONTH_YEAR: Final = re.compile(
    rf"(\d{{1,2}})[-\s]({'|'.join(_MONTHS)})[a-z]*[-\s](\d{{2}}|\d{{4}})", re.IGNORECASE
)
_CLOCK: Final = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_CENTURY_TURN: Final = 30  # Excel reads 00 to 29 as 2000 to 2029, 30 to 99 as 1930 to 1999


def read_date_cell(cell: str) -> str | None:
    """ISO 8601 for what a keeper or Excel wrote, or None if it is no date.

    2023-06-28, 20230628, 2023/6/28, 2023.6, 2023年6月, 2023, 45105 (Excel's serial number), Jun-23,
    28-Jun-23, 2023/6/28 0:00.
    """
    text = _CLOCK.sub("", cell.strip())
    if _YEAR.fullmatch(text):
        return text
    text = _COMPACT.sub(r"\1-\2-\3", text)
    if _SERIAL.fullmatch(text):
        return _from_serial(int(float(text)))
    if match := _MONTH_YEAR.fullmatch(text):
        return iso_date(_year(match[2]), _month(match[1]))
    if match := _DAY_MONTH_YEAR.fullmatch(text):
        return iso_date(_year(match[3]), _month(match[2]), int(match[1]))
    found = find_dates(text)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        return found[0].iso
    return None


def _from_serial(days: int) -> str | None:
    day = _EPOCH + datetime.timedelta(days=days)
    return iso_date(day.year, day.month, day.day)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)
