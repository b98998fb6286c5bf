"""How far passages grow beyond their kernels, for all kernels at once.

For every kernel the pair of ends, among the marks around it, to which growing pays most: a common pair of
letters earns 1, a letter without partner costs something. The longest common subsequences of all pairs of
prefixes come from one dynamic programme over many kernels, a row of its table being the bits of one number
(Hyyrö 2004, "Bit-parallel LCS-length computation revisited").
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.borders import Borders
from hujian.detect.letters.characters import Codes
from hujian.detect.letters.stream import LINE, PHRASE, Ints, Stream
from hujian.detect.letters.suffixes import Longs

REACH = 29
"""Letters that a kernel may grow on either end: a gap of 15 and a clause."""
WORD = 4
"""Letters of a neighbouring word that a stretch may take in where a word was torn."""
SCALE = 100  # costs are reckoned in hundredths of a letter
WHOLE = SCALE
"""What arriving at a mark on both sides is worth: a stretch that ends with its clause is complete."""
_BITS = 32
_NUMBER = np.dtype("<u4")  # of so many bits, the lowest byte first
_NEVER = np.int16(-(1 << 15))
BATCH = 4096  # kernels that are looked at together: their tables fit into the processor's cache

Flags = NDArray[np.bool_]
Numbers = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Front:
    """One end of many kernels: letters up to which both sides are known, and where a word was torn."""

    a: Ints
    b: Ints
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

    def left(self, front: Front, cost: float) -> tuple[Ints, Ints]:
        """The best starts (a, b) at or before the front, if a letter without partner costs so much."""
        return self._grow(front, cost, -1, self._starts)

    def right(self, front: Front, cost: float) -> tuple[Ints, Ints]:
        """The best ends (a, b) at or behind the front."""
        return self._grow(front, cost, 1, self._ends)

    def _grow(self, front: Front, cost: float, step: int, words: Flags) -> tuple[Ints, Ints]:
        a, b = front.a.copy(), front.b.copy()
        for first in range(0, len(a), BATCH):
            part = slice(first, first + BATCH)
            batch = Front(front.a[part], front.b[part], front.torn[part])
            may_one = self._allowed(batch.a, batch.torn, step, words)
            may_other = self._allowed(batch.b, batch.torn, step, words)
            grows = np.flatnonzero(may_one[:, 1:].any(axis=1) & may_other.any(axis=1))
            by_a, by_b = self._batch(batch.of(grows), cost, step, (may_one[grows], may_other[grows]))
            a[first + grows] += step * by_a
            b[first + grows] += step * by_b
        return a, b

    def _batch(
        self, front: Front, cost: float, step: int, may: tuple[Flags, Flags]
    ) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
        """By how many letters each side grows; ``may`` are the distances allowed."""
        may_one, may_other = may
        one = self._window(front.a, step)
        other = np.pad(self._window(front.b, step), ((0, 0), (0, _BITS - REACH)))
        mark_one, mark_other = self._at_marks(front.a, step), self._at_marks(front.b, step)
        best = _Best(mark_one[:, 0] & mark_other[:, 0], cost)
        # bit j - 1 is 0 where the first j letters of the other side have one more in common than j - 1
        alone: Numbers = np.full(len(one), ~np.uint32(0))
        for i in range(1, REACH + 1):
            equal = np.packbits(other == one[:, i - 1, None], axis=1, bitorder="little")
            matched: Numbers = alone & equal.view(_NUMBER)[:, 0]
            alone = (alone + matched) | (alone - matched)
            rows = np.flatnonzero(may_one[:, i])
            if len(rows):
                whole = mark_one[rows, i, None] & mark_other[rows]
                best.offer(i, rows, _common(alone[rows]), may_other[rows], whole)
        return best.by_a, best.by_b

    def _window(self, at: Ints, step: int) -> Codes:
        """The letters that follow each front."""
        first = at if step > 0 else at - 1
        window: Codes = self._codes.take(first[:, None] + step * np.arange(REACH), mode="clip")
        return window

    def _at_marks(self, at: Ints, step: int) -> Flags:
        """Whether there is a mark at each distance from a front."""
        return np.asarray(self._marks.take(at[:, None] + step * np.arange(REACH + 1), mode="clip"))

    def _allowed(self, at: Ints, torn: Flags, step: int, words: Flags) -> Flags:
        """Whether a stretch may end at each distance: at a mark, or a word on where one was torn."""
        places = at[:, None] + step * np.arange(REACH + 1)
        inside = (places >= 0) & (places <= self._size)
        allowed = self._marks.take(places, mode="clip")
        allowed[:, 1 : WORD + 1] |= words.take(places[:, 1 : WORD + 1], mode="clip") & torn[:, None]
        lines = self._lines.take(places[:, :-1], mode="clip")
        allowed[:, 1:] &= ~np.logical_or.accumulate(lines, axis=1)
        return np.asarray(allowed & inside)


def _common(alone: Numbers) -> NDArray[np.int16]:
    """Letters in common with each number of letters of the other side, from a row of the table."""
    bits = np.unpackbits(alone[:, None].astype(_NUMBER).view(np.uint8), axis=1, bitorder="little")
    common = np.zeros((len(alone), REACH + 1), np.int16)
    np.cumsum(bits[:, :REACH] == 0, axis=1, out=common[:, 1:])
    return common


class _Best:
    """The pair of distances that pays most so far."""

    def __init__(self, whole: Flags, cost: float) -> None:
        count = len(whole)
        self._common = round(SCALE * (1 + 2 * cost))
        self._letter = round(SCALE * cost)
        self._gain = whole * np.int16(WHOLE)
        self.by_a = np.zeros(count, np.int16)
        self.by_b = np.zeros(count, np.int16)

    def offer(self, i: int, rows: Longs, common: NDArray[np.int16], allowed: Flags, whole: Flags) -> None:
        """Letters that i of one side and each number of the other have in common, for some kernels."""
        gain = common * np.int16(self._common) + whole * np.int16(WHOLE)
        gain -= np.int16(self._letter) * np.arange(i, i + REACH + 1, dtype=np.int16)
        gain[~allowed] = _NEVER
        j = gain.argmax(axis=1)  # the first of the best
        most = gain[np.arange(len(rows)), j]
        better = most > self._gain[rows]
        chosen = rows[better]
        self._gain[chosen] = most[better]
        self.by_a[chosen] = i
        self.by_b[chosen] = j[better]
