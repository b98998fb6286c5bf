"""From the kernel of a passage to its ends: clause edges as far as that pays, else word edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from hujian.detect.letters.alignment import LEAST_COMMON, common
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import Stream
from hujian.detect.passages.chains import Chain
from hujian.detect.passages.ends import WORD, Ends
from hujian.detect.passages.fronts import Fronts
from hujian.detect.passages.passage import UNMATCHED_COSTS, Passage
from hujian.detect.passages.trim import Trimmer

NEAR = 16
"""Letters around a kernel of fewer than 8 in which the rest must be found."""
SOLID = 5
"""Matched letters from which a kernel may stand for the clauses around it."""
LONG_CLAUSE = 200  # letters: no clause is longer, or it has no marks at all

Pair = tuple[int, int]


class Kernel(NamedTuple):
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
        self._trimmer = Trimmer(stream, borders)

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
            passage = self._trimmer.trim(*ends)
            if passage is None:
                continue
            if passage.common == LEAST_COMMON and self._trimmer.stays_open(passage.a_end, passage.b_end):
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
