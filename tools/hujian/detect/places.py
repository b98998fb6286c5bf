"""Every place of a wording in the collection, by binary search in the suffix array."""

from __future__ import annotations

import bisect

import numpy as np

from hujian.detect.stream import Stream
from hujian.detect.suffixes import Longs, Suffixes, dense_codes

PACKED = 4  # letters that fit into one 64-bit number
_BITS = 16  # of a letter's number in a packed head


class Places:
    """Looks wordings up; nothing that crosses the end of a line is found."""

    def __init__(self, stream: Stream, suffixes: Suffixes) -> None:
        self._letters = stream.letters
        self._suffixes = suffixes.places
        self._common = suffixes.common
        self._left = suffixes.left
        codes = dense_codes(stream)
        self._code = {letter: code for code, letter in enumerate(sorted(set(stream.letters)), 1)}
        self._heads = _heads(stream, codes)[suffixes.places].data  # bisect reads it faster than an array
        self._found: dict[str, list[int]] = {}

    def of(self, wording: str) -> list[int]:
        """First letters of all places of a folded wording, ascending."""
        found = self._found.get(wording)
        if found is None:
            found = self._found[wording] = self._search(wording)
        return found

    def _search(self, wording: str) -> list[int]:
        low, high = self._with_head(wording[:PACKED])
        if len(wording) > PACKED and low < high:
            low, high = self._narrowed(wording, low, high)
        return sorted(self._suffixes[low:high].tolist())

    def _narrowed(self, wording: str, low: int, high: int) -> tuple[int, int]:
        """Those of some rows whose suffixes begin with the whole wording."""
        size = len(wording)
        places = self._suffixes[low:high].tolist()

        def prefix(place: int) -> str:
            return self._letters[place : place + min(size, self._left.item(place))]

        first = bisect.bisect_left(places, wording, key=prefix)
        if first == len(places) or prefix(places[first]) != wording:
            return low, low
        low += first
        apart = self._common[low:high] < size  # from the next suffix, which begins with something else
        return low, low + int(apart.argmax()) + 1 if apart.any() else high

    def _with_head(self, head: str) -> tuple[int, int]:
        """The rows whose suffixes begin with up to four letters."""
        packed = 0
        for letter in head:
            code = self._code.get(letter)
            if code is None:
                return 0, 0
            packed = packed << _BITS | code
        if not packed:
            return 0, 0
        shift = _BITS * (PACKED - len(head))
        low = bisect.bisect_left(self._heads, packed << shift)
        return low, bisect.bisect_left(self._heads, (packed + 1) << shift, lo=low)


def _heads(stream: Stream, codes: Longs) -> Longs:
    """The first four letters of every suffix in one number, padded with 0 behind the end of the line."""
    count = len(codes)
    packed = np.zeros(count, np.int64)
    for k in range(PACKED):
        letter = np.zeros(count, np.int64)
        inside = stream.line[k:] == stream.line[: count - k]
        letter[: count - k][inside] = codes[k:][inside]
        packed = packed << _BITS | letter
    return packed
