"""The document's date: stated in dateline, signature or title; concluded from the file name; or unknown.

A year that the body merely mentions, 去年 and 今年 are no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from hujian.model import Value
from hujian.parse.dates import Found, find_dates, iso_date
from hujian.parse.draft import Draft, Line
from hujian.parse.signatures import attaches, is_printed

_NOT_OF_THE_TEXT: Final = re.compile(r"施行|起执行|生效|废止")
_MEETING_YEAR: Final = re.compile(
    r"在(?P<a>(?:19|20)\d{2})年(?!度)[^年]{0,40}(?:会|会议|班|仪式|论坛|活动|讲座)[^年]{0,10}上"
    r"|^(?P<b>(?:19|20)\d{2})年(?!度)[^年]{0,40}(?:讲话|报告|致辞|发言|主持词|决议|贺词|献词)(?:（摘要）)?$"
)
_COMPACT_DATE: Final = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d{2})(\d{2})(\d{2})(?![0-9A-Za-z])")
_FILE_YEAR: Final = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d{2})(?:年|(?![0-9A-Za-z]))")


def recognise_date(draft: Draft) -> Draft:
    """Set the date from the best place that states one."""
    value = _from_datelines(draft) or _from_title(draft) or _from_signature(draft) or _from_file_name(draft)
    return replace(draft, date=value) if value else draft


def _from_datelines(draft: Draft) -> Value | None:
    """The latest of adoption, amendment and publication is the date of this wording; 施行 is not."""
    lines = (*draft.of_kind("dateline"), *(line for line in draft.title_lines if "—" in line.text[:2]))
    dated = [(line, d) for line in lines for d in _own_dates(line)]
    if not dated:
        return None
    line, date = max(dated, key=lambda pair: pair[1].iso or "")
    return _stated(line, date)


def _own_dates(line: Line) -> Iterator[Found]:
    text = line.text
    for date in find_dates(text):
        about = text[date.end : date.end + 12]
        if date.iso and not _NOT_OF_THE_TEXT.match(about.lstrip(" 　起")):
            yield date


def _from_title(draft: Draft) -> Value | None:
    for line in draft.title_lines:
        full = [d for d in find_dates(line.text) if d.iso and len(d.iso) > 4]
        if len(full) == 1:
            return _stated(line, full[0])
        year = _MEETING_YEAR.search(line.text)
        if year:
            group = "a" if year["a"] else "b"
            iso = iso_date(int(year[group]))
            start, end = year.span(group)
            return Value(iso, "stated", (line.start + start, line.start + end + 1), "据标题") if iso else None
    return None


def _from_signature(draft: Draft) -> Value | None:
    """The date of the signature; only where there is none that of printing."""
    lines = draft.of_kind("signature")
    signed = [line for line in lines if not is_printed(line.text)]
    printed = [line for line in lines if is_printed(line.text)]
    for line in (*(signed if attaches(draft) else reversed(signed)), *printed):
        for date in find_dates(line.text):
            if date.iso:
                return _stated(line, date)
    return None


def _from_file_name(draft: Draft) -> Value | None:
    name = draft.clean.source.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    iso = date_in_file_name(name)
    return Value(iso, "inferred", None, f"据文件名“{name}”") if iso else None


def date_in_file_name(name: str) -> str | None:
    """The one date or year in a file name: 20230628, 2023-06-28, 2023年6月, 1954_...; None if it has two."""
    compact = {iso_date(int(m[1]), int(m[2]), int(m[3])) for m in _COMPACT_DATE.finditer(name)} - {None}
    if len(compact) == 1:
        return compact.pop()
    found = {d.iso for d in find_dates(name.replace("_", " ")) if d.iso}
    precise = {iso for iso in found if len(iso) > 4}
    if len(precise) == 1:
        return precise.pop()
    years = {iso_date(int(m[1])) for m in _FILE_YEAR.finditer(name)} - {None}
    return years.pop() if len(years) == 1 and not precise else None


def _stated(line: Line, date: Found) -> Value:
    return Value(date.iso, "stated", (line.start + date.start, line.start + date.end))
