"""Where letters of some kind stand, looked up for many stretches at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.stream import Ints
from hujian.detect.letters.suffixes import Longs


class Positions:
    """Some letters of a stream, ascending. Stretches are told by their first letters and ends."""

    def __init__(self, flags: NDArray[np.bool_] | NDArray[np.uint8]) -> None:
        self._at = np.flatnonzero(flags).astype(np.int32)

    @classmethod
    def of(cls, flags: bytes) -> Positions:
        """The letters for which a byte is not 0."""
        return cls(np.frombuffer(flags, np.uint8))

    def inside(self, start: Ints, end: Ints) -> Longs:
        """How many stand in each stretch; none in one that ends before it begins."""
        count = np.searchsorted(self._at, end) - np.searchsorted(self._at, start)
        return np.asarray(np.maximum(count, 0))

    def until(self, at: Ints) -> Ints:
        """The last one at or before each letter, -1 if there is none."""
        return np.append(self._at, np.int32(-1))[np.searchsorted(self._at, at, "right") - 1]

    def since(self, at: Ints, none: int) -> Ints:
        """The first one at or behind each letter, ``none`` if there is none."""
        return np.append(self._at, np.int32(none))[np.searchsorted(self._at, at)]
