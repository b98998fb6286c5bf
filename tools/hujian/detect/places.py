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
        self._left = suffixes.left
        codes = dense_codes(stream)
        points, first = np.unique(stream.codes, return_index=True)
        self._code = dict(zip(map(chr, points.tolist()), codes[first].tolist(), strict=True))
        self._heads = _heads(stream, codes)[suffixes.places]
        self._found: dict[str, list[int]] = {}

    def of(self, wording: str) -> list[int]:
        """First letters of all places of a folded wording, ascending."""
        if wording not in self._found:
            self._found[wording] = self._search(wording)
        return self._found[wording]

    def _search(self, wording: str) -> list[int]:
        size = len(wording)

        def prefix(row: int) -> str:
            at = int(self._suffixes[row])
            return self._letters[at : at + min(size, int(self._left[at]))]

        low, high = self._with_head(wording[:PACKED])
        if size > PACKED:
            rows = range(len(self._suffixes))
            low = bisect.bisect_left(rows, wording, lo=low, hi=high, key=prefix)
            high = bisect.bisect_right(rows, wording, lo=low, hi=high, key=prefix)
        return sorted(self._suffixes[low:high].tolist())

    def _with_head(self, head: str) -> tuple[int, int]:
        """The rows whose suffixes begin with up to four letters."""
        if not head or any(letter not in self._code for letter in head):
            return 0, 0
        packed = 0
        for letter in head:
            packed = packed << _BITS | self._code[letter]
        shift = _BITS * (PACKED - len(head))
        low = np.searchsorted(self._heads, np.int64(packed << shift))
        high = np.searchsorted(self._heads, np.int64((packed + 1) << shift))
        return int(low), int(high)


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
