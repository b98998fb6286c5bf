"""Lines that begin with a number: headings on their own lines, run-in headings, items of lists."""

from __future__ import annotations

import re
from typing import Final

from hujian.parse.candidates import Candidate
from hujian.parse.draft import Line
from hujian.parse.markers import Marker, find_marker, holds_next
from hujian.parse.sentences import LEAD_LIMIT, STOPPED, lead_end

OWN_LINE_LIMIT: Final = 120
"""Letters of a numbered line without a final stop; longer ones are paragraphs whose stop was lost."""

_NAMELESS: Final = frozenset({"part", "chapter", "section", "article"})  # these may stand without words
_CLAUSE_EDGE: Final = re.compile(r"[，；：。！？,;:]")
_LIST_END: Final = ("；", ";", "，", ",")


def numbered_line(line: Line) -> Candidate | None:
    """The candidate that begins a numbered line: marker and first sentence; of an article only the marker."""
    marker = find_marker(line.text)
    if marker is None:
        return None
    if marker.family == "article":
        return _article(line, marker)
    if marker.end >= len(line.text) and marker.family not in _NAMELESS:
        return None  # a line that bad conversion broke behind the marker
    return _led(line, marker)


def _article(line: Line, marker: Marker) -> Candidate:
    end = marker.start + len(marker.label)
    return Candidate(
        line=line.index,
        family=marker.family,
        start=line.start + marker.start,
        end=line.start + end,
        run_in=end < len(line.text),
        rank=marker.rank,
        number=marker.number,
        label=marker.label,
    )


def _led(line: Line, marker: Marker) -> Candidate:
    text = line.text
    end = lead_end(text, marker.end)
    length = end - marker.end
    whole = end >= len(text)
    stopped = STOPPED.search(text) is not None
    own_line = whole and length <= (LEAD_LIMIT if stopped else OWN_LINE_LIMIT)
    if length > OWN_LINE_LIMIT:
        end = _clause_end(text, marker.end)
    return Candidate(
        line=line.index,
        family=marker.family,
        start=line.start + marker.start,
        end=line.start + end,
        run_in=not own_line,
        rank=marker.rank,
        number=marker.number,
        label=marker.label,
        titled=own_line or length <= LEAD_LIMIT,
        bare=whole and stopped,
        listed=text.endswith(_LIST_END),
        inner=holds_next(text, marker),
    )


def _clause_end(text: str, start: int) -> int:
    """Offset of the first clause edge from ``start`` on: where an endless lead is cut."""
    found = _CLAUSE_EDGE.search(text, start)
    return found.start() if found and found.start() > start else len(text)
