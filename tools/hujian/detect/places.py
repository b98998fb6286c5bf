"""Every place of a wording in the collection, by binary search in the suffix array."""

from __future__ import annotations

import bisect

import numpy as np

from hujian.detect.grams import Longs
from hujian.detect.stream import LINE, Stream


class Places:
    """Looks wordings up; nothing that crosses the end of a line is found."""

    def __init__(self, stream: Stream, suffixes: Longs) -> None:
        self._letters = stream.letters
        self._suffixes = suffixes
        line_starts = np.flatnonzero(stream.edge == LINE)
        ends = np.append(line_starts[1:], len(stream.edge))
        self._line_end = ends[stream.line - 1] if len(ends) else ends
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
            return self._letters[at : min(at + size, int(self._line_end[at]))]

        rows = range(len(self._suffixes))
        low = bisect.bisect_left(rows, wording, key=prefix)
        high = bisect.bisect_right(rows, wording, lo=low, key=prefix)
        return sorted(self._suffixes[low:high].tolist())
