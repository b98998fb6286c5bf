"""A text under cleaning: what it is now, and the exact way back to what it was.

Every step sees only the present text and answers with cuts in its offsets. ``apply`` carries them
back to the source at once, so that no offset is ever repaired afterwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hujian.clean.characters import is_visible
from hujian.model import Edit, EditClass, Segment


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the present text to be taken out, or replaced by one character."""

    start: int
    end: int  # start < end
    rule: str
    reason: str  # Chinese
    after: str = ""  # "" or one character
    edit_class: EditClass = "auto"


@dataclass(frozen=True, slots=True)
class Draft:
    """The present text with the edits (in source offsets, disjoint, in order) that led to it."""

    source: str
    edits: tuple[Edit, ...]
    text: str
    segments: tuple[Segment, ...]


def begin(source: str) -> Draft:
    """A draft in which nothing is changed yet."""
    return _assemble(source, ())


def apply(draft: Draft, cuts: Iterable[Cut]) -> Draft:
    """Make the cuts.

    An earlier edit that took out only blanks and invisible characters is absorbed by a cut around it; one
    that took out text keeps its own entry, and the cut is split around it.

    Args:
        draft: the present text.
        cuts: disjoint and in order, in offsets of ``draft.text``.

    Returns:
        The new draft; the same object if there was nothing to cut.
    """
    cuts = tuple(cuts)
    if not cuts:
        return draft
    starts = [segment.clean_start for segment in draft.segments]
    weighty = [edit for edit in draft.edits if not edit.after and is_visible(edit.before)]
    weighty_starts = [edit.start for edit in weighty]
    made: list[Edit] = []
    for cut in cuts:
        first = draft.segments[bisect_right(starts, cut.start) - 1]
        last = draft.segments[bisect_right(starts, cut.end - 1) - 1]
        start, end = _source_start(first, cut.start), _source_end(last, cut.end)
        inner = weighty[bisect_left(weighty_starts, start) : bisect_left(weighty_starts, end)]
        made += _split(draft.source, cut, start, end, inner)
    return _assemble(draft.source, _absorb(made, draft.edits))


def _split(source: str, cut: Cut, start: int, end: int, inner: Iterable[Edit]) -> Iterator[Edit]:
    """The edits of one cut: the stretches of start:end that lie around the edits in it."""
    after = cut.after
    edges = [start, *(edge for edit in inner for edge in (edit.start, edit.end)), end]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if first < last:
            yield Edit(cut.rule, cut.edit_class, first, last, source[first:last], after, cut.reason)
            after = ""


def _source_start(segment: Segment, at: int) -> int:
    return segment.start if _replaced(segment) else segment.start + at - segment.clean_start


def _source_end(segment: Segment, end: int) -> int:
    return segment.end if _replaced(segment) else segment.start + end - segment.clean_start


def _replaced(segment: Segment) -> bool:
    return segment.clean_end - segment.clean_start != segment.end - segment.start


def _absorb(made: list[Edit], old: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Old and new edits in order, without the old ones that lie inside a new one."""
    kept: list[Edit] = []
    reached = 0
    for edit in sorted([*made, *old], key=lambda edit: (edit.start, -edit.end)):  # stable: new ones first
        if edit.start >= reached:
            kept.append(edit)
            reached = edit.end
    return tuple(kept)


def _assemble(source: str, edits: tuple[Edit, ...]) -> Draft:
    """The text that the edits make of the source, with its segments."""
    parts: list[str] = []
    segments: list[Segment] = []
    at = length = 0
    for edit in edits:
        if edit.start > at:
            parts.append(source[at : edit.start])
            segments.append(Segment(length, length + edit.start - at, at, edit.start))
            length += edit.start - at
        if edit.after:
            parts.append(edit.after)
            segments.append(Segment(length, length + len(edit.after), edit.start, edit.end))
            length += len(edit.after)
        at = edit.end
    if at < len(source):
        parts.append(source[at:])
        segments.append(Segment(length, length + len(source) - at, at, len(source)))
    return Draft(source, edits, "".join(parts), tuple(segments))
