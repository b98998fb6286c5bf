"""Verbs at the end of a passage whose object is cut off: (工作取得)|重大成就 and (工作取得)|了成效.

With its object such a verb has lost what it says.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from hujian.detect.letters.borders import Borders
from hujian.detect.letters.frames import wants_object
from hujian.detect.letters.places import Places
from hujian.detect.letters.stream import PHRASE, Stream
from hujian.detect.letters.vocabulary import COPULAS, OFFICIAL_VERBS

ENDING = 2  # letters
SIZES = (2, 4)
"""Letters of verbs that want an object: 取得, 紧紧围绕."""
ENDINGS: Final = frozenset(word for word in OFFICIAL_VERBS | COPULAS if len(word) == ENDING)
"""The last letters of all that want an object."""
CLOSED = 0.1
"""Share of its places at which such a verb may stand before a mark all the same (重大成就的取得)."""


class Verbs:
    """Knows the verbs of one stream that must go on."""

    def __init__(self, stream: Stream, borders: Borders, places: Places) -> None:
        self._letters = stream.letters
        self._edges = np.frombuffer(stream.strength, np.uint8)
        self._opened = np.frombuffer(stream.opened, bool)
        self._borders = borders
        self._places = places
        self._open: dict[str, bool] = {}  # verb -> whether it hardly ever stands before a mark

    def cut_off(self, a_end: int, b_end: int) -> int:
        """Letters of the verb with which both sides end, if its object must follow; else 0."""
        for size in SIZES:
            word = self._letters[a_end - size : a_end]
            same = word == self._letters[b_end - size : b_end]
            if same and self._is_word(a_end, b_end, size) and self._must_go_on(word):
                return size
        return 0

    def _is_word(self, a_end: int, b_end: int, size: int) -> bool:
        """Whether the last letters are one word on both sides, and not what an attribute belongs to."""
        starts_word = self._borders.starts_word
        return all(
            self._letters[end - size - 1] != "的"
            and starts_word(end - size)
            and not any(map(starts_word, range(end - size + 1, end)))
            for end in (a_end, b_end)
        )

    def _must_go_on(self, word: str) -> bool:
        """Whether a word wants an object; verbs that are nouns too stand before marks more often."""
        if not wants_object(word):
            return False
        if word not in self._open:
            ends = np.asarray(self._places.of(word), np.int32) + len(word)
            closed = (self._edges[ends] >= PHRASE) & ~self._opened.take(ends, mode="clip")
            self._open[word] = bool(closed.sum() <= CLOSED * len(ends))
        return self._open[word]
