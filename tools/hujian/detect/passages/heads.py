"""Nouns behind a passage that ends with 的: they are what its attribute belongs to, another one on each side.

作风好的|模范部门 and 作风好的|要求: both are taken in as far as the passage stays alike, else 的 is left out.
"""

from __future__ import annotations

import numpy as np

from hujian.detect.letters.alignment import LEAST_COMMON, LEAST_RATIO, common
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.segmenter import SEGMENTER
from hujian.detect.letters.stream import PHRASE, Ints, Stream
from hujian.detect.passages.ends import Flags
from hujian.detect.passages.passage import SIDES, Passage

ATTRIBUTIVE = "的"
NEAR = 8
"""Letters behind a passage that are looked at."""
NOUNS = ("n", "vn", "an", "j")
"""Parts of speech of a head: nouns, and verbs and adjectives used as such."""
ATTRIBUTES = ("a", "b")
"""Parts of speech that may stand before it."""


class Heads:
    """Looks behind the passages of one stream."""

    def __init__(self, stream: Stream, borders: Borders) -> None:
        self._stream = stream
        self._borders = borders

    def taken_in(self, rows: Ints) -> Ints:
        """Passages that end with their heads, or before 的, one a row."""
        rows = rows.copy()
        for row in np.flatnonzero(self._are_open(rows)).tolist():
            rows[row] = self._closed(Passage._make(rows[row].tolist()))
        return rows

    def _are_open(self, rows: Ints) -> Flags:
        """Which passages end with 的 on both sides, and something follows in the same phrase."""
        edge = np.frombuffer(self._stream.strength, np.uint8)
        are_open = np.ones(len(rows), bool)
        for _, side in SIDES:
            end = rows[:, side]
            are_open &= (self._stream.codes[end - 1] == ord(ATTRIBUTIVE)) & self._borders.starts[end - 1]
            are_open &= edge[end] < PHRASE
        return are_open

    def _closed(self, passage: Passage) -> Passage:
        """A passage with its heads, or without 的."""
        letters = self._stream.letters
        a_end, b_end = (end + self._head(end) for end in (passage.a_end, passage.b_end))
        if a_end > passage.a_end and b_end > passage.b_end:
            same = common(letters[passage.a_start : a_end], letters[passage.b_start : b_end])
            whole = passage._replace(a_end=a_end, b_end=b_end)
            # what the heads have in common is matched elsewhere, or it would have been taken in before
            if same == passage.common and whole.ratio >= LEAST_RATIO:
                return whole
        if passage.common <= LEAST_COMMON:
            return passage
        return passage._replace(a_end=passage.a_end - 1, b_end=passage.b_end - 1, common=passage.common - 1)

    def _head(self, start: int) -> int:
        """Letters of the nouns at a place, up to a mark; 0 if none stands there."""
        marks = self._stream.phrases
        end = marks.find(1, start, start + NEAR + 1)
        behind = self._stream.letters[start : end if end >= 0 else start + NEAR]
        read = size = 0
        for word, flag in SEGMENTER.tag(behind):
            read += len(word)
            if flag.startswith(NOUNS):
                size = read
            elif not flag.startswith(ATTRIBUTES):
                break
        return size if self._borders.ends_word(start + size) else 0
