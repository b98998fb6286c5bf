"""How far passages grow beyond their kernels, for all kernels at once.

For every kernel the pair of ends, among the marks around it, to which growing pays most: a common pair of
letters earns 1, a letter without partner costs something. The longest common subsequences of all pairs of
prefixes come from one dynamic programme whose every step is an array operation over many kernels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hujian.detect.borders import Borders
from hujian.detect.stream import LINE, PHRASE, Stream
from hujian.detect.suffixes import Longs

REACH = 29
"""Letters that a kernel may grow on either end: a gap of 15 and a clause."""
WORD = 4
"""Letters of a neighbouring word that a stretch may take in where a word was torn."""
SCALE = 100  # costs are reckoned in hundredths of a letter
WHOLE = (
    SCALE  # what arriving at a mark on both sides is worth: a stretch that ends with its clause is complete
)
BATCH = 4096  # kernels that are looked at together: their tables fit into the processor's cache

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Front:
    """One end of many kernels: letters up to which both sides are known, and where a word was torn."""

    a: Longs
    b: Longs
    torn: Flags

    def of(self, rows: Longs) -> Front:
        """The fronts of some of the kernels."""
        return Front(self.a[rows], self.b[rows], self.torn[rows])


class Ends:
    """Looks for the ends of passages in one stream."""

    def __init__(self, stream: Stream, borders: Borders) -> None:
        self._codes = stream.codes
        self._size = len(stream.codes)
        self._marks = np.append(stream.edge >= PHRASE, True)
        self._lines = np.append(stream.edge == LINE, True)
        self._starts = np.append(borders.starts, True)
        self._ends = borders.ends

    def left(self, front: Front, costs: Sequence[float]) -> list[tuple[Longs, Longs]]:
        """For every cost the best starts (a, b) at or before the front."""
        return self._grow(front, costs, -1, self._starts)

    def right(self, front: Front, costs: Sequence[float]) -> list[tuple[Longs, Longs]]:
        """For every cost the best ends (a, b) at or behind the front."""
        return self._grow(front, costs, 1, self._ends)

    def _grow(
        self, front: Front, costs: Sequence[float], step: int, words: Flags
    ) -> list[tuple[Longs, Longs]]:
        results = [(front.a.copy(), front.b.copy()) for _ in costs]
        for first in range(0, len(front.a), BATCH):
            part = slice(first, first + BATCH)
            batch = Front(front.a[part], front.b[part], front.torn[part])
            for (a, b), (by_a, by_b) in zip(results, self._batch(batch, costs, step, words), strict=True):
                a[part] += step * by_a
                b[part] += step * by_b
        return results

    def _batch(
        self, front: Front, costs: Sequence[float], step: int, words: Flags
    ) -> list[tuple[NDArray[np.int16], NDArray[np.int16]]]:
        """By how many letters each side grows, for every cost."""
        one, other = self._window(front.a, step), self._window(front.b, step)
        may_one = self._allowed(front.a, front.torn, step, words)
        may_other = self._allowed(front.b, front.torn, step, words)
        columns = np.flatnonzero(may_other.any(axis=1)).tolist()
        mark_one, mark_other = self._at_marks(front.a, step), self._at_marks(front.b, step)
        bests = [_Best(mark_one[0] & mark_other[0], cost) for cost in costs]
        row = np.zeros((REACH + 1, len(front.a)), np.int16)  # common letters of i and j letters, for every j
        for i in range(1, REACH + 1):
            diagonal = row[:-1] + (other == one[i - 1])
            row = row.copy()
            np.maximum(row[1:], diagonal, out=row[1:])
            np.maximum.accumulate(row, axis=0, out=row)
            for j in columns if may_one[i].any() else ():
                allowed = may_one[i] & may_other[j]
                whole = mark_one[i] & mark_other[j]
                for best in bests:
                    best.offer(row[j], i, j, allowed, whole)
        return [(best.by_a, best.by_b) for best in bests]

    def _window(self, at: Longs, step: int) -> NDArray[np.uint32]:
        """The letters that follow a front, one distance a row."""
        first = at if step > 0 else at - 1
        places = first[None, :] + step * np.arange(REACH)[:, None]
        return np.asarray(np.take(self._codes, np.clip(places, 0, self._size - 1)))

    def _at_marks(self, at: Longs, step: int) -> Flags:
        """Whether there is a mark at each distance."""
        places = at[None, :] + step * np.arange(REACH + 1)[:, None]
        return np.asarray(self._marks[np.clip(places, 0, self._size)])

    def _allowed(self, at: Longs, torn: Flags, step: int, words: Flags) -> Flags:
        """Whether a stretch may end at each distance: at a mark, or a word on where one was torn."""
        places = at[None, :] + step * np.arange(REACH + 1)[:, None]
        inside = (places >= 0) & (places <= self._size)
        places = np.clip(places, 0, self._size)
        allowed = self._marks[places]
        allowed[1 : WORD + 1] |= words[places[1 : WORD + 1]] & torn
        crossed = np.zeros_like(allowed)
        crossed[1:] = np.logical_or.accumulate(self._lines[places][:-1], axis=0)
        return np.asarray(allowed & inside & ~crossed)


class _Best:
    """The pair of distances that pays most so far, for one cost."""

    def __init__(self, whole: Flags, cost: float) -> None:
        count = len(whole)
        self._common = round(SCALE * (1 + 2 * cost))
        self._letter = round(SCALE * cost)
        self._gain = whole * np.int16(WHOLE)
        self.by_a = np.zeros(count, np.int16)
        self.by_b = np.zeros(count, np.int16)

    def offer(self, common: NDArray[np.int16], i: int, j: int, allowed: Flags, whole: Flags) -> None:
        gain = common * np.int16(self._common) - np.int16(self._letter * (i + j)) + whole * np.int16(WHOLE)
        better = allowed & (gain > self._gain)
        np.copyto(self._gain, gain, where=better)
        np.copyto(self.by_a, np.int16(i), where=better)
        np.copyto(self.by_b, np.int16(j), where=better)
