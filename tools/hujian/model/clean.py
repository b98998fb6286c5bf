"""Records of clean: the published text and what was taken out of it."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import Literal

from hujian.model.source import SourceFile

EditClass = Literal["auto", "display", "flag"]
"""auto: removed or normalised; display: shown by CSS instead; flag: pointed out, never changed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry of the removal ledger; ``before`` is exactly the source slice start:end.

    For class "flag" ``after`` equals ``before`` and the span may overlap others; the spans of the
    other two classes are disjoint, and together with the kept text they tile the source.
    """

    rule: str
    edit_class: EditClass
    start: int  # source offsets
    end: int
    before: str
    after: str
    reason: str  # Chinese


@dataclass(frozen=True, slots=True)
class Segment:
    """A kept or replaced piece: clean[clean_start:clean_end] came from source[start:end]."""

    clean_start: int
    clean_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CleanText:
    """What is published of a source file, with the exact way back to it."""

    source: SourceFile
    text: str  # paragraphs separated by single "\n", none of them empty, no blank at a line's edge
    segments: tuple[Segment, ...]  # tile ``text``, in order
    ledger: tuple[Edit, ...]  # ordered by (start, end, rule)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map clean offsets to the smallest source stretch that holds them.

        Raises:
            IndexError: if the stretch does not lie in ``text``.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}:{end} is outside of {self.source.path}")
        if start == end:
            return (at := self._position(start), at)
        return self._position(start), self._position(end - 1, last=True)

    def from_source(self, at: int) -> int:
        """Map a source offset to the clean text; one that was removed maps to where it stood."""
        index = bisect.bisect_right(self.segments, at, key=lambda s: s.start) - 1
        if index < 0:
            return 0
        segment = self.segments[index]
        return min(segment.clean_start + at - segment.start, segment.clean_end)

    def _position(self, at: int, *, last: bool = False) -> int:
        """Source offset of the clean character ``at`` (``last``: the offset just behind it)."""
        if not self.segments or at >= self.segments[-1].clean_end:
            return self.segments[-1].end if self.segments else 0
        segment = self.segments[bisect.bisect_right(self.segments, at, key=lambda s: s.clean_start) - 1]
        if segment.clean_end - segment.clean_start != segment.end - segment.start:
            return segment.end if last else segment.start  # replaced: the whole stretch answers
        return segment.start + at - segment.clean_start + (1 if last else 0)
