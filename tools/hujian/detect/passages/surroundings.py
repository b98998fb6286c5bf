"""What stands around both sides of a passage: a formula that recurs belongs to the corresponding place."""

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
BATCH = 1 << 12  # passages that are looked at together


class Surroundings:
    """Looks around the passages of one stream, one a row."""

    def __init__(self, stream: Stream) -> None:
        self._codes = stream.codes

    def worth(self, rows: Ints) -> NDArray[np.float64]:
        """What the surroundings of passages have in common."""
        common = np.zeros(len(rows))
        for first in range(0, len(rows), BATCH):
            part = rows[first : first + BATCH]
            (a, a_end), (b, b_end) = ((part[:, start], part[:, end]) for start, end in SIDES)
            before = _in_common(self._pairs(a - REACH), self._pairs(b - REACH))
            common[first : first + BATCH] = before + _in_common(self._pairs(a_end), self._pairs(b_end))
        return WORTH * np.minimum(common, MOST)

    def _pairs(self, at: Ints) -> Longs:
        """Every two letters side by side in the window that begins at each letter, as numbers."""
        window: Codes = self._codes.take(at[:, None] + np.arange(REACH), mode="clip")
        return window[:, :-1].astype(np.int64) << 32 | window[:, 1:]


def _in_common(one: Longs, other: Longs) -> NDArray[np.int64]:
    """How many different numbers stand in both rows, row by row."""
    told = np.concatenate((one << 1, other << 1 | 1), axis=1)  # the last bit tells the side
    told.sort(axis=1)
    twice = (np.diff(told, axis=1) == 1) & (told[:, :-1] & 1 == 0)
    return np.asarray(twice.sum(axis=1))
