"""Every place of a wording in the collection, by binary search in the suffix array.

A step of that search reads letters from anywhere in the collection. So the suffixes are first looked up by
their first three letters, in a table that is read in a moment; few steps are left.
"""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from hujian.detect.letters.stream import Stream
from hujian.detect.letters.suffixes import Longs, Suffixes

SAMPLE = 1000
"""Places from which it is judged how a wording stands; more of them, evenly spread, would tell the same."""


OPENING = 3  # letters by which suffixes are first looked up

Points = TypeVar("Points", int, Longs)


class Places:
    """Looks wordings up; nothing that crosses the end of a line is found."""

    def __init__(self, stream: Stream, suffixes: Suffixes) -> None:
        self._letters = stream.letters
        self._suffixes = suffixes.places.data  # read one by one
        self._left = suffixes.left.data
        self._common = suffixes.common.view(np.int32).data
        keys, heads = _openings(stream, suffixes)
        self._keys, self._heads = keys.data, heads.data
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

    def remember(self, wording: str, row: int) -> None:
        """Spare the search for a wording with which a suffix is known to begin."""
        if wording not in self._rows:
            first, last, size = row, row, len(wording)
            while first and self._common[first - 1] >= size:
                first -= 1
            while self._common[last] >= size:
                last += 1
            self._rows[wording] = first, last + 1

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

        low, high = self._with_opening(wording)
        first = bisect.bisect_left(self._suffixes, wording, low, high, key=prefix)
        if not wording or first == high or prefix(self._suffixes[first]) != wording:
            return first, first
        return first, bisect.bisect_right(self._suffixes, wording, first, high, key=prefix)

    def _with_opening(self, wording: str) -> tuple[int, int]:
        """The suffixes that begin with the first letters of a wording; all, if it has fewer."""
        if len(wording) < OPENING:
            return 0, len(self._suffixes)
        key = _key(ord(wording[0]), ord(wording[1]), ord(wording[2]))
        at = bisect.bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return 0, 0
        return self._heads[at], self._heads[at + 1]


def _openings(stream: Stream, suffixes: Suffixes) -> tuple[Longs, Longs]:
    """The keys of all openings, ascending, and the first suffix of each; behind them the end of all.

    A suffix of fewer letters counts to the opening before it: sorted as it is, it is in nobody's way there.
    """
    heads = np.concatenate(([0], np.flatnonzero(suffixes.common < OPENING) + 1))
    heads, end = heads[:-1], heads[-1:]
    heads = heads[suffixes.left[suffixes.places[heads]] >= OPENING]
    one, two, three = (stream.codes[suffixes.places[heads] + at].astype(np.int64) for at in range(OPENING))
    return _key(one, two, three), np.concatenate((heads, end))


def _key(one: Points, two: Points, three: Points) -> Points:
    """A number for three code points that sorts as they do."""
    return (one << 21 | two) << 21 | three
