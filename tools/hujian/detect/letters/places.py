"""Every place of a wording in the collection, by binary search in the suffix array."""

from __future__ import annotations

import bisect

from hujian.detect.letters.stream import Stream
from hujian.detect.letters.suffixes import Suffixes


class Places:
    """Looks wordings up; nothing that crosses the end of a line is found."""

    def __init__(self, stream: Stream, suffixes: Suffixes) -> None:
        self._letters = stream.letters
        self._suffixes = suffixes.places.data  # read one by one
        self._common = suffixes.common.data
        self._left = suffixes.left.data
        self._found: dict[str, list[int]] = {}

    def of(self, wording: str) -> list[int]:
        """First letters of all places of a folded wording, ascending."""
        found = self._found.get(wording)
        if found is None:
            found = self._found[wording] = self._search(wording)
        return found

    def _search(self, wording: str) -> list[int]:
        letters, left, common, size = self._letters, self._left, self._common, len(wording)

        def prefix(place: int) -> str:
            return letters[place : place + min(size, left[place])]

        first = bisect.bisect_left(self._suffixes, wording, key=prefix)
        if not wording or first == len(self._suffixes) or prefix(self._suffixes[first]) != wording:
            return []
        last = first
        while common[last] >= size:  # the next suffix begins with the wording, too
            last += 1
        return sorted(self._suffixes[first : last + 1])
