"""From the kernel of a passage to its ends: clause edges as far as that pays, else word edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hujian.detect.alignment import LEAST_COMMON, common, equal_runs, ratio
from hujian.detect.borders import Borders
from hujian.detect.chains import Chain
from hujian.detect.ends import WORD, Ends
from hujian.detect.fronts import Fronts
from hujian.detect.stream import CLAUSE, PHRASE, Stream

UNMATCHED_COSTS = (0.5, 0.36)
"""What a letter without partner costs, where a common pair earns 1: growing breaks even at a ratio of 2/3
(strict), or just under the least ratio of a match (generous, for kernels that would be too short else)."""
NEAR = 16
"""Letters around a kernel of fewer than 8 in which the rest must be found."""
STUMP = 6
"""Common letters beside a clause edge that do not make a clause: cut off (的一年。做好政府工作)."""
SOLID = 5
"""Matched letters from which a kernel may stand for the clauses around it."""
LONG_CLAUSE = 200  # letters: no clause is longer, or it has no marks at all
FOREIGN = 0.5
"""A clause at the end of a passage that is less alike belongs to something else."""
_HANGING = frozenset("的地得和与及或等了着")


@dataclass(frozen=True, slots=True)
class Passage:
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


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Kernel:
    """A chain between whole words, with the ends to which growing pays most, for each of UNMATCHED_COSTS."""

    start: Pair
    end: Pair
    solid: bool  # whether it has enough letters to stand for the clauses around it
    grown: tuple[tuple[int, int, int, int], ...]  # a_start, a_end, b_start, b_end


class Grower:
    """Sets the ends of passages in one stream."""

    def __init__(self, stream: Stream, borders: Borders) -> None:
        self._stream = stream
        self._letters = stream.letters
        self._borders = borders
        self._fronts = Fronts(borders)
        self._ends = Ends(stream, borders)

    def kernels(self, chains: Sequence[Chain]) -> list[Kernel | None]:
        """The kernel of every chain; None if no passage can grow from it."""
        starts, ends = self._fronts.starts(chains), self._fronts.ends(chains)
        sound = (starts.a < ends.a) & (starts.b < ends.b) & (starts.a >= 0) & (ends.a >= 0)
        sound &= np.array([self._may_match(chain) for chain in chains], bool)
        rows = np.flatnonzero(sound)
        left = self._ends.left(starts.of(rows), UNMATCHED_COSTS)
        right = self._ends.right(ends.of(rows), UNMATCHED_COSTS)
        columns = [
            zip(*(side.tolist() for side in (l_a, r_a, l_b, r_b)), strict=True)
            for (l_a, l_b), (r_a, r_b) in zip(left, right, strict=True)
        ]
        kernels: list[Kernel | None] = [None] * len(chains)
        pairs = zip(*(side[rows].tolist() for side in (starts.a, starts.b, ends.a, ends.b)), strict=True)
        both = zip(*columns, strict=True)
        for row, (a, b, a_end, b_end), grown in zip(rows.tolist(), pairs, both, strict=True):
            kernels[row] = Kernel((a, b), (a_end, b_end), chains[row].matched >= SOLID, grown)
        return kernels

    def grow(self, kernel: Kernel) -> Iterator[Passage]:
        """The passages that a kernel may become, the strictest first."""
        for ends in dict.fromkeys(kernel.grown):
            passage = self.tidy(*ends)
            if passage is None:
                continue
            if passage.common == LEAST_COMMON and self._stays_open(passage.a_end, passage.b_end):
                return  # too short without the particle
            yield passage
        whole = self._whole_clauses(*kernel.start, *kernel.end) if kernel.solid else None
        if whole is not None:
            yield whole

    def _may_match(self, chain: Chain) -> bool:
        """Whether a short kernel has enough in common with its neighbourhood to become a match."""
        if chain.matched >= LEAST_COMMON:
            return True
        first, last = chain.blocks[0], chain.blocks[-1]
        before, after = self._room(first.a, last.a_end), self._room(first.b, last.b_end)
        left = common(self._letters[before[0] : first.a], self._letters[after[0] : first.b])
        right = common(self._letters[last.a_end : before[1]], self._letters[last.b_end : after[1]])
        return (
            left + right + common(self._letters[first.a : last.a_end], self._letters[first.b : last.b_end])
            >= LEAST_COMMON
        )

    def _room(self, start: int, end: int) -> Pair:
        """How far a short kernel can reach: to the farthest clause edges of its neighbourhood."""
        starts = self._borders.clause_starts(start, NEAR) or [start - WORD]
        ends = self._borders.clause_ends(end, NEAR) or [end + WORD]
        return max(starts[-1], 0), ends[-1]

    def _whole_clauses(self, a_start: int, b_start: int, a_end: int, b_end: int) -> Passage | None:
        """The clauses in which a kernel lies, unless they are too long to be searched."""
        find = self._borders
        starts = (find.clause_starts(a_start, LONG_CLAUSE), find.clause_starts(b_start, LONG_CLAUSE))
        ends = (find.clause_ends(a_end, LONG_CLAUSE), find.clause_ends(b_end, LONG_CLAUSE))
        if not all((*starts, *ends)):
            return None
        a, b = (slice(start[0], end[0]) for start, end in zip(starts, ends, strict=True))
        shared = common(self._letters[a], self._letters[b])
        return Passage(a.start, a.stop, b.start, b.stop, shared)

    def tidy(self, a_start: int, a_end: int, b_start: int, b_end: int) -> Passage | None:
        """A passage without stumps of clauses and hanging particles at its ends."""
        if self._is_clean(a_start, a_end, b_start, b_end):
            return Passage(a_start, a_end, b_start, b_end, a_end - a_start)
        runs = [
            (a_start + a, b_start + b, n)
            for a, b, n in equal_runs(self._letters[a_start:a_end], self._letters[b_start:b_end])
        ]
        pairs = [(a + k, b + k) for a, b, n in runs for k in range(n)]
        if not pairs:
            return None
        a_start, b_start = self._without_first_stump(pairs, a_start, b_start)
        a_end, b_end = self._without_last_stump(pairs, a_end, b_end)
        a_start, b_start, a_end, b_end = self._without_foreign_clauses(pairs, a_start, b_start, a_end, b_end)
        while a_start < a_end and self._hangs(a_start, b_start):
            a_start, b_start = a_start + 1, b_start + 1
        if a_start >= a_end or b_start >= b_end:
            return None
        shared = common(self._letters[a_start:a_end], self._letters[b_start:b_end])
        return Passage(a_start, a_end, b_start, b_end, shared)

    def _is_clean(self, a_start: int, a_end: int, b_start: int, b_end: int) -> bool:
        """Whether both sides are the same letters between marks."""
        edge, edge_at = self._stream.strength, self._stream.edge_at
        return (
            bool(edge[a_start] >= PHRASE and edge[b_start] >= PHRASE)
            and edge_at(a_end) >= PHRASE
            and edge_at(b_end) >= PHRASE
            and self._letters[a_start:a_end] == self._letters[b_start:b_end]
        )

    def _without_foreign_clauses(
        self, pairs: list[Pair], a_start: int, b_start: int, a_end: int, b_end: int
    ) -> tuple[int, int, int, int]:
        """Give up a first or last clause that is not alike enough by itself."""
        edge, letters = self._stream.strength, self._letters
        inner = [
            (a, b)
            for a, b in pairs
            if a_start < a < a_end and b_start < b < b_end and edge[a] >= CLAUSE and edge[b] >= CLAUSE
        ]
        while inner and ratio(letters[a_start : inner[0][0]], letters[b_start : inner[0][1]]) < FOREIGN:
            a_start, b_start = inner.pop(0)
        while inner and ratio(letters[inner[-1][0] : a_end], letters[inner[-1][1] : b_end]) < FOREIGN:
            a_end, b_end = inner.pop()
        return a_start, b_start, a_end, b_end

    def _hangs(self, a: int, b: int) -> bool:
        """Whether both sides begin with the same particle inside a clause."""
        edge, starts_word = self._stream.strength, self._borders.starts_word
        return (
            self._letters[a] in _HANGING
            and self._letters[a] == self._letters[b]
            and edge[a] < PHRASE
            and edge[b] < PHRASE
            and starts_word(a + 1)  # 地方 and 和平 are words
            and starts_word(b + 1)
        )

    def _stays_open(self, a_end: int, b_end: int) -> bool:
        """Whether both sides end with the same particle inside a clause, what it leads to being left out."""
        edge_at, word = self._stream.edge_at, self._letters[a_end - 1]
        return (
            word in _HANGING
            and word == self._letters[b_end - 1]
            and edge_at(a_end) < PHRASE
            and edge_at(b_end) < PHRASE
            and self._borders.starts_word(a_end - 1)
            and self._borders.starts_word(b_end - 1)
        )

    def _without_first_stump(self, pairs: list[Pair], a_start: int, b_start: int) -> Pair:
        edge = self._stream.strength
        if edge[a_start] >= PHRASE and edge[b_start] >= PHRASE:
            return a_start, b_start
        for a, b in pairs[1 : STUMP + 1]:
            if edge[a] >= CLAUSE and edge[b] >= CLAUSE:
                return a, b
        return a_start, b_start

    def _without_last_stump(self, pairs: list[Pair], a_end: int, b_end: int) -> Pair:
        edge = self._stream.strength
        if self._stream.edge_at(a_end) >= PHRASE and self._stream.edge_at(b_end) >= PHRASE:
            return a_end, b_end
        for at in range(len(pairs) - 1, max(len(pairs) - STUMP - 1, 0), -1):
            cut_a, cut_b = (edge[side] >= CLAUSE for side in pairs[at])
            if (cut_a and cut_b) or ((cut_a or cut_b) and len(pairs) - at <= STUMP // 2):
                return self._last_word(pairs[:at])
        return a_end, b_end

    def _last_word(self, pairs: list[Pair]) -> Pair:
        """Behind the last pair with which a word ends on both sides."""
        ends_word = self._borders.ends_word
        ends = ((a + 1, b + 1) for a, b in reversed(pairs) if ends_word(a + 1) and ends_word(b + 1))
        return next(ends, pairs[0])
