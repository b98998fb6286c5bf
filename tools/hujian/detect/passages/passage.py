"""A pair of stretches that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from hujian.detect.letters.stream import Ints

UNMATCHED_COSTS = (0.5, 0.36)
"""What a letter without partner costs, where a common pair earns 1: growing breaks even at a ratio of 2/3
(strict), or just under the least ratio of a match (generous, for kernels that would be too short else)."""


class Passage(NamedTuple):
    """letters[a_start:a_end] and letters[b_start:b_end] say the same."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    common: int

    @property
    def total(self) -> int:
        """Letters on both sides."""
        return self.a_end - self.a_start + self.b_end - self.b_start

    @property
    def ratio(self) -> float:
        """2·LCS/(|a|+|b|)."""
        return 2 * self.common / self.total

    @property
    def worth(self) -> float:
        """Common letters less the cost of the others."""
        return self.common - UNMATCHED_COSTS[0] * (self.total - 2 * self.common)


def rows_of(passages: Sequence[Passage]) -> Ints:
    """Passages as rows of an array, which takes a tenth of the room."""
    return np.array(passages, np.int32).reshape(-1, len(Passage._fields))
