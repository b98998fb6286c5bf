"""Every place of a wording in the collection, by binary search in the suffix array."""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Sequence

from hujian.detect.letters.stream import Stream
from hujian.detect.letters.suffixes import Suffixes

SAMPLE = 1000
"""Places from which it is judged how a wording stands; more of them, evenly spread, would tell the same."""


class Places:
    """Looks wordings up; nothing that crosses the end of a line is found."""

    def __init__(self, stream: Stream, suffixes: Suffixes) -> None:
        self._letters = stream.letters
        self._suffixes = suffixes.places.data  # read one by one
        self._left = suffixes.left.data
        self._rows: dict[str, tuple[int, int]] = {}  # which suffixes begin with a wording
        self._found: dict[str, array[int]] = {}

    def count(self, wording: str) -> int:
        """How many places a folded wording has."""
        first, end = self._rows_of(wording)
        return end - first

    def of(self, wording: str) -> Sequence[int]:
        """First letters of all places of a folded wording, ascending."""
        found = self._found.get(wording)
        if found is None:
            first, end = self._rows_of(wording)
            found = self._found[wording] = array("i", sorted(self._suffixes[first:end]))
        return found

    def some(self, wording: str) -> Sequence[int]:
        """As ``of``, but of very many places only some, evenly spread."""
        found = self.of(wording)
        return found[:: -(-len(found) // SAMPLE)] if len(found) > SAMPLE else found

    def _rows_of(self, wording: str) -> tuple[int, int]:
        rows = self._rows.get(wording)
        if rows is None:
            rows = self._rows[wording] = self._search(wording)
        return rows

    def _search(self, wording: str) -> tuple[int, int]:
        letters, left, size = self._letters, self._left, len(wording)

        def prefix(place: int) -> str:
            return letters[place : place + min(size, left[place])]

        first = bisect.bisect_left(self._suffixes, wording, key=prefix)
        if not wording or first == len(self._suffixes) or prefix(self._suffixes[first]) != wording:
            return first, first
        return first, bisect.bisect_right(self._suffixes, wording, lo=first, key=prefix)
