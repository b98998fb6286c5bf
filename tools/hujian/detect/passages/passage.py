"""Pairs of stretches that say the same: one as a record, many as rows of an array."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.stream import Ints


class Growth(NamedTuple):
    """One way in which kernels grow."""

    cost: float  # of a letter without partner, where a common pair earns 1
    least_ratio: float  # of what grows; below it the next way is tried


GROWTHS = Growth(0.42, 0.65), Growth(0.5, 0), Growth(0.36, 0)
"""Far, but not down to the least ratio of a match (gold guidelines); strictly; generously, for kernels that
would be too short else."""
UNMATCHED_COST = 0.5
"""What it costs a passage that competes with others."""


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


A_START, A_END, B_START, B_END, COMMON = range(len(Passage._fields))
SIDES = (A_START, A_END), (B_START, B_END)
"""Columns of passages that are rows of an array."""


def rows_of(passages: Sequence[Passage]) -> Ints:
    """Passages as rows of an array, which takes a tenth of the room."""
    return np.array(passages, np.int32).reshape(-1, len(Passage._fields))


def wordings(letters: str, rows: Ints) -> Iterator[tuple[str, str]]:
    """The letters of both sides of every passage."""
    columns = np.ascontiguousarray(rows[:, :COMMON].T)
    for a, a_end, b, b_end in zip(*(column.data for column in columns), strict=True):
        yield letters[a:a_end], letters[b:b_end]


def totals(rows: Ints) -> Ints:
    """Letters on both sides of every passage."""
    return rows[:, A_END] - rows[:, A_START] + rows[:, B_END] - rows[:, B_START]


def ratios(rows: Ints) -> NDArray[np.float64]:
    """2·LCS/(|a|+|b|) of every passage."""
    return 2 * rows[:, COMMON] / totals(rows)


def worth(rows: Ints) -> NDArray[np.float64]:
    """Common letters of every passage less the cost of the others."""
    common = rows[:, COMMON]
    return common - UNMATCHED_COST * (totals(rows) - 2 * common)
