"""Lines that might be, or begin with, a heading; whether they are is decided by their siblings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .draft import Draft, Line
from .markers import find_marker, holds_next
from .sentences import LEAD_LIMIT, lead_end

OWN_LINE_LIMIT: Final = 120
"""Letters of a numbered line without a final stop; longer ones are paragraphs whose stop was lost."""

PLAIN: Final = "plain"
LEAD: Final = "lead"
_STOP_END: Final = re.compile(r"[。！？!?…”’）)]$")
_OPEN_END: Final = re.compile(r"[，、；;,：:—\-]$")
_PLAIN_LINE: Final = re.compile(r"[\u4e00-\u9fff0-9“《][\u4e00-\u9fff0-9A-Za-z“”《》（）、， ·%％—\-]{3,39}")
_NO_PLAIN: Final = re.compile(r"附件|附：|附表|目\s*录|抄送|主送|发送|\S{0,12}[0-9]{4}年.{0,8}日$")
_BREAK: Final = re.compile(r"^[，。、；：！？”’）》」』,.;:!?]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading. ``start`` and ``end`` count in the clean text."""

    line: int
    family: str
    rank: int | None
    number: int
    label: str
    start: int
    end: int
    run_in: bool
    titled: bool  # it reads like a heading: short enough
    bare: bool  # the line is this one sentence with its stop, nothing else
    listed: bool  # the line ends in ；or ，: an item of a list
    inner: bool  # the next number stands inside the same line


def candidates(draft: Draft) -> tuple[Candidate, ...]:
    """All possible headings of a draft, in text order."""
    return tuple(_all(draft))


def _all(draft: Draft) -> Iterator[Candidate]:
    for line in draft.lines:
        if draft.kinds[line.index] != "body":
            continue
        if line.text.startswith(("附件：", "附件:", "附：")):
            return
        found = _numbered_line(line) or _plain_line(draft, line)
        if found:
            yield found


def _numbered_line(line: Line) -> Candidate | None:
    marker = find_marker(line.text)
    if marker is None:
        return None
    if marker.family == "article":
        end = marker.start + len(marker.label)
        return _candidate(line, marker.start, end, marker.family, marker.rank, marker.number, marker.label)
    text = line.text
    end = lead_end(text, marker.end)
    whole = end >= len(text)
    length = end - marker.end
    stopped = bool(_STOP_END.search(text))
    own_line = whole and length <= (LEAD_LIMIT if stopped else OWN_LINE_LIMIT)
    if length > OWN_LINE_LIMIT:
        end = _clause_end(text, marker.end)
    return Candidate(
        line.index,
        marker.family,
        marker.rank,
        marker.number,
        marker.label,
        line.start + marker.start,
        line.start + end,
        run_in=not own_line,
        titled=own_line or length <= LEAD_LIMIT,
        bare=whole and stopped,
        listed=text.endswith(("；", ";", "，", ",")),
        inner=holds_next(text, marker),
    )


def _candidate(
    line: Line, start: int, end: int, family: str, rank: int | None, number: int = 0, label: str = ""
) -> Candidate:
    return Candidate(
        line.index,
        family,
        rank,
        number,
        label,
        line.start + start,
        line.start + end,
        run_in=end < len(line.text),
        titled=True,
        bare=False,
        listed=False,
        inner=False,
    )


def lead_candidate(line: Line, end: int) -> Candidate:
    """An unnumbered lead sentence as a heading."""
    return _candidate(line, 0, end, LEAD, None)


def _clause_end(text: str, start: int) -> int:
    """Offset of the first clause edge from ``start`` on: where an endless lead is cut."""
    found = re.compile(r"[，；：。！？,;:]").search(text, start)
    return found.start() if found else len(text)


def _plain_line(draft: Draft, line: Line) -> Candidate | None:
    """An unnumbered heading on a line of its own: no stop, between finished paragraphs.

    The neighbours decide: a line that was only broken by bad conversion follows an unfinished one, or is
    followed by punctuation.
    """
    if not _PLAIN_LINE.fullmatch(line.text) or _OPEN_END.search(line.text) or _NO_PLAIN.search(line.text):
        return None
    if line.index + 1 >= len(draft.lines) or not _finished_before(draft, line):
        return None
    after = draft.lines[line.index + 1]
    if draft.kinds[after.index] != "body" or _BREAK.match(after.text):
        return None
    marker = find_marker(after.text)
    proper = len(after.text) > max(40, len(line.text)) and bool(_STOP_END.search(after.text))
    if not proper and not (marker and marker.number == 1):
        return None
    return _candidate(line, 0, len(line.text), PLAIN, None)


def _finished_before(draft: Draft, line: Line) -> bool:
    if line.index == 0:
        return False
    before = draft.lines[line.index - 1]
    if draft.kinds[before.index] != "body":
        return True
    return bool(_STOP_END.search(before.text)) or find_marker(before.text) is not None
