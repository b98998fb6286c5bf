"""The speaker: named in the title, in the byline, or beside the date; never a guess."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from hujian.model import Value
from hujian.parse.dates import find_dates
from hujian.parse.draft import Draft, Line
from hujian.parse.persons import byline, name_in_title

_BLANKS: Final = re.compile(r"\s+")
_EDGES: Final = " \u3000）)】]，,"


def recognise_speaker(draft: Draft) -> Draft:
    """Set the speaker from the first place that names one."""
    value = _from_title(draft) or _from_bylines(draft) or _from_datelines(draft) or _from_signature(draft)
    return replace(draft, speaker=value) if value else draft


def _from_title(draft: Draft) -> Value | None:
    for line in draft.title_lines[:1]:
        at = name_in_title(line.text)
        if at:
            return _value(draft, line, *at)
    return None


def _from_bylines(draft: Draft) -> Value | None:
    for line in draft.of_kind("byline"):
        at = byline(line.text)
        if at:
            return _value(draft, line, *at)
    return None


def _from_datelines(draft: Draft) -> Value | None:
    for line in draft.of_kind("dateline"):
        dates = find_dates(line.text)
        if not dates:
            continue
        rest = line.text[dates[0].end :]
        name = rest.strip(_EDGES)
        at = byline(name) if name else None
        if at:
            offset = dates[0].end + rest.index(name)
            return _value(draft, line, offset + at[0], offset + at[1])
    return None


def _from_signature(draft: Draft) -> Value | None:
    """Only a name alone on its line signs; an agency is no speaker."""
    for line in draft.of_kind("signature"):
        at = byline(line.text)
        if at and not find_dates(line.text):
            return _value(draft, line, *at)
    return None


def _value(draft: Draft, line: Line, start: int, end: int) -> Value:
    name = _BLANKS.sub("", draft.published(line, start, end))
    return Value(name, "stated", (line.start + start, line.start + end))
