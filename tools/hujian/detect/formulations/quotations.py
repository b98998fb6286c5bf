"""Quotation marks around wordings: what stands in them is a unit, what they cut is none."""

from __future__ import annotations

from collections.abc import Sequence

from hujian.detect.formulations.shares import more_than
from hujian.detect.letters.frames import starts_with_verb
from hujian.detect.letters.stream import OPENING, PHRASE, Stream

CUT = 0.75
"""Share of its places from which a phrase that cuts quotations is torn."""


class Quotations:
    """Looks at the quotation marks of one collection."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def enclose(self, start: int, size: int) -> bool:
        """Whether quotation marks stand right before and right behind a place."""
        return self._stream.opened[start] == 1 == self._stream.closed[start + size - 1]

    def set_apart(self, starts: Sequence[int], size: int) -> bool:
        """Whether quotation marks enclose a phrase, or the end of a noun phrase, in at least one place."""
        for start in starts:
            if not self._stream.closed[start + size - 1]:
                continue
            if self._stream.opened[start]:
                return True
            document = self._stream.documents[int(self._stream.document[start])]
            text = document.text[self._stream.offset[start] : self._stream.offset[start + size - 1] + 1]
            if any(c in OPENING for c in text) and not starts_with_verb(text):
                return True
        return False

    def are_cut(self, starts: Sequence[int], size: int) -> bool:
        """Whether a phrase nearly always begins or ends in the midst of a quotation: (合同)法》《民(法典)."""
        return more_than(CUT, len(starts), (self._is_cut(start, start + size) for start in starts))

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether a quotation goes on before or behind a place, and no mark parts it."""
        stream, depth, least = self._stream, 0, 0
        if stream.opened.find(1, start, end) < 0 and stream.closed.find(1, start, end) < 0:
            return False
        for opened, closed in zip(stream.opened[start:end], stream.closed[start:end], strict=True):
            depth += opened - closed
            least = min(least, depth)
        goes_on_before = least < 0 and stream.edge_at(start) < PHRASE
        return goes_on_before or (depth > least and stream.edge_at(end) < PHRASE)
