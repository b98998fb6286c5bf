"""Where the sides of a passage stand, and amid what: a formula that recurs belongs to its like."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.characters import Codes
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.suffixes import Longs
from hujian.detect.passages.passage import SIDES

REACH = 40
"""Letters before and behind a passage that are looked at."""
WORTH, MOST = 0.2, 10
"""What two neighbouring letters that both sides have there are worth, in common letters; how many count."""
APART = 2.0
"""What it costs if one side opens its text and the other closes it: texts of a kind keep an order."""
BATCH = 1 << 12  # passages that are looked at together


class Surroundings:
    """Looks around the passages of one stream, one a row."""

    def __init__(self, stream: Stream) -> None:
        self._codes = stream.codes
        self._document = stream.document
        self._starts = stream.starts

    def worth(self, rows: Ints) -> NDArray[np.float64]:
        """What the surroundings of passages have in common."""
        common = np.zeros(len(rows))
        for first in range(0, len(rows), BATCH):
            part = rows[first : first + BATCH]
            sides = (self._around(part[:, start], part[:, end]) for start, end in SIDES)
            before, behind = zip(*sides, strict=True)
            common[first : first + BATCH] = _in_common(*before) + _in_common(*behind)
        return WORTH * np.minimum(common, MOST)

    def loss(self, rows: Ints) -> NDArray[np.float64]:
        """What it costs passages that their sides lie elsewhere in their texts."""
        one, other = (self._reached(rows[:, start]) for start, _ in SIDES)
        return APART * np.abs(one - other)

    def _reached(self, at: Ints) -> NDArray[np.float64]:
        """Which share of its text stands before each letter."""
        text = self._document[at]
        return (at - self._starts[text]) / (self._starts[text + 1] - self._starts[text])

    def _around(self, start: Ints, end: Ints) -> tuple[Longs, Longs]:
        """Every two letters side by side before each stretch, and behind it, as numbers."""
        text = self._document[start]
        bounds = self._starts[text], self._starts[text + 1] - 1
        return self._pairs(start - REACH, *bounds), self._pairs(end, *bounds)

    def _pairs(self, at: Ints, first: Ints, last: Ints) -> Longs:
        """Those in the window that begins at each letter.

        Beyond the text its first or last letter recurs: two that open or close their texts have a pair more.
        """
        window = (at[:, None] + np.arange(REACH)).clip(first[:, None], last[:, None])
        letters: Codes = self._codes[window]
        return letters[:, :-1].astype(np.int64) << 32 | letters[:, 1:]


def _in_common(one: Longs, other: Longs) -> NDArray[np.int64]:
    """How many different numbers stand in both rows, row by row."""
    told = np.concatenate((one << 1, other << 1 | 1), axis=1)  # the last bit tells the side
    told.sort(axis=1)
    twice = (np.diff(told, axis=1) == 1) & (told[:, :-1] & 1 == 0)
    return np.asarray(twice.sum(axis=1))
