"""From the kernel of a passage to its ends: clause edges as far as that pays, else word edges."""

from __future__ import annotations

import numpy as np

from hujian.detect.letters.alignment import LEAST_COMMON, common, commons
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.passages.chains import Chain, Chains
from hujian.detect.passages.ends import WORD, Ends, Front
from hujian.detect.passages.fronts import Fronts
from hujian.detect.passages.judge import Judge
from hujian.detect.passages.passage import COMMON, GROWTHS, totals, wordings
from hujian.detect.passages.positions import Positions
from hujian.detect.passages.trim import Trimmer

NEAR = 16
"""Letters around a kernel of fewer than 8 in which the rest must be found."""
SOLID = 5
"""Matched letters from which a kernel may stand for the clauses around it."""
LONG_CLAUSE = 200  # letters: no clause is longer, or it has no marks at all

Pair = tuple[int, int]


class Grower:
    """Lets passages grow from chains in one stream."""

    def __init__(self, stream: Stream, borders: Borders, trimmer: Trimmer, judge: Judge) -> None:
        self._letters = stream.letters
        self._borders = borders
        # a whole clause with a list in it, and only the least in common, is another list
        self._marks = (
            (Positions.of(stream.phrases), LEAST_COMMON),
            (Positions.of(stream.clauses), LEAST_COMMON + 1),
        )
        self._fronts = Fronts(borders)
        self._ends = Ends(stream, borders)
        self._trimmer = trimmer
        self._judge = judge

    def grow(self, chains: Chains) -> Ints:
        """For every chain the first match that it may become, one a row; with no common letters if none.

        It grows in several ways, one after the other, and at last to whole clauses.
        """
        starts, ends = self._fronts.starts(chains), self._fronts.ends(chains)
        sound = (starts.a < ends.a) & (starts.b < ends.b) & (starts.a >= 0) & (ends.a >= 0)
        for row in np.flatnonzero(sound & (chains.matched < LEAST_COMMON)).tolist():
            sound[row] = self._may_match(chains.at(row))
        left = np.flatnonzero(sound)
        failed = np.zeros((len(chains), COMMON), np.int32)
        found = np.zeros((len(chains), COMMON + 1), np.int32)
        for cost, least_ratio in GROWTHS:
            grown = self._grown(starts.of(left), ends.of(left), cost)
            fresh = (grown != failed[left]).any(axis=1)
            rows = left[fresh]
            passages = self._trimmer.trim(grown[fresh])
            torn = self._trimmer.stay_open(passages)
            matches = self._judge.matches(passages)
            failed[rows[~matches]] = grown[fresh][~matches]
            good = matches & ~torn & (2 * passages[:, COMMON] >= least_ratio * totals(passages))
            found[rows[good]] = passages[good]
            over = ~fresh
            over[fresh] = ~(good | torn)
            left = left[over]
        left = left[chains.matched[left] >= SOLID]
        for marks, least in self._marks:
            passages = self._between(marks, starts.of(left), ends.of(left))
            matches = self._judge.matches(passages) & (passages[:, COMMON] >= least)
            found[left[matches]] = passages[matches]
            left = left[~matches]
        return found

    def _grown(self, start: Front, end: Front, cost: float) -> Ints:
        """First letters and ends on both sides to which growing pays most, one kernel a row."""
        (a_start, b_start), (a_end, b_end) = self._ends.left(start, cost), self._ends.right(end, cost)
        return np.column_stack((a_start, a_end, b_start, b_end))

    def _between(self, marks: Positions, start: Front, end: Front) -> Ints:
        """What stands between the marks around kernels as passages; nothing is common if that is too long."""
        never = len(self._letters) + LONG_CLAUSE + 1
        sides = []
        near = np.ones(len(start.a), bool)
        for first, last in ((start.a, end.a), (start.b, end.b)):
            sides += [marks.until(first), marks.since(last, never)]
            near &= (first - sides[-2] < LONG_CLAUSE) & (sides[-1] - last <= LONG_CLAUSE)
        passages = np.column_stack((*sides, np.zeros(len(near), np.int32)))
        passages[near, COMMON] = commons(wordings(self._letters, passages[near]))
        return passages

    def _may_match(self, chain: Chain) -> bool:
        """Whether a short kernel has enough in common with its neighbourhood to become a match."""
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
