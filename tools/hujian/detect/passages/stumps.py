"""Stumps of clauses at the ends of a passage, and clauses there that belong to something else."""

from __future__ import annotations

from hujian.detect.letters.alignment import equal_runs, ratio
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import CLAUSE, PHRASE, Stream

STUMP = 8
"""Common letters beside a clause edge that do not make a clause: cut off (的一年。做好政府工作)."""
SHORT = 4
"""So few are cut off, too, where but one side has the mark, or the clauses open differently."""
MEMBER = 4
"""Letters from which what ends before 、 may be the last member of a list."""
FOREIGN = 0.45
"""A clause at the end of a passage that is less alike belongs to something else."""

Pair = tuple[int, int]


class Stumps:
    """Cuts passages of one stream at clause marks inside them."""

    def __init__(self, stream: Stream, borders: Borders) -> None:
        self._letters = stream.letters
        self._edge = stream.strength
        self._end_at = stream.end_at
        self._clauses = stream.clauses
        self._borders = borders

    def without(
        self, a_start: int, a_end: int, b_start: int, b_end: int, *, same: bool
    ) -> tuple[int, int, int, int]:
        """The ends of a passage without stumps of clauses; an empty one if nothing is alike."""
        pairs = self._aligned(a_start, a_end, b_start, b_end, same=same)
        if not pairs:
            return a_start, a_start, b_start, b_start
        a_start, b_start = self._without_first_stump(pairs, a_start, b_start)
        a_end, b_end = self._without_last_stump(pairs, a_end, b_end)
        if same:
            return a_start, a_end, b_start, b_end
        return self._without_foreign_clauses(pairs, a_start, a_end, b_start, b_end)

    def _at_marks(self, a: int, b: int) -> bool:
        """Whether marks stand before both letters."""
        return self._edge[a] >= PHRASE and self._edge[b] >= PHRASE

    def _aligned(self, a_start: int, a_end: int, b_start: int, b_end: int, *, same: bool) -> list[Pair]:
        """Pairs of equal letters of one longest common subsequence."""
        if same:
            return list(zip(range(a_start, a_end), range(b_start, b_end), strict=True))
        runs = equal_runs(self._letters[a_start:a_end], self._letters[b_start:b_end])
        return [(a_start + a + k, b_start + b + k) for a, b, n in runs for k in range(n)]

    def _without_foreign_clauses(
        self, pairs: list[Pair], a_start: int, a_end: int, b_start: int, b_end: int
    ) -> tuple[int, int, int, int]:
        """Give up a first or last clause that is not alike enough by itself."""
        edge, letters = self._edge, self._letters
        inner = [
            (a, b)
            for a, b in pairs
            if edge[a] >= CLAUSE and edge[b] >= CLAUSE and a_start < a < a_end and b_start < b < b_end
        ]
        while inner and ratio(letters[a_start : inner[0][0]], letters[b_start : inner[0][1]]) < FOREIGN:
            a_start, b_start = inner.pop(0)
        while inner and ratio(letters[inner[-1][0] : a_end], letters[inner[-1][1] : b_end]) < FOREIGN:
            a_end, b_end = inner.pop()
        return a_start, a_end, b_start, b_end

    def _without_first_stump(self, pairs: list[Pair], a_start: int, b_start: int) -> Pair:
        if self._at_marks(a_start, b_start):
            return a_start, b_start
        for at, (a, b) in enumerate(pairs[1 : STUMP + 1], 1):
            if self._edge[a] >= CLAUSE and self._edge[b] >= CLAUSE:
                return a, b
            if at <= SHORT and (clauses := self._clauses_between(pairs[at - 1], pairs[at])):
                return clauses
        return a_start, b_start

    def _without_last_stump(self, pairs: list[Pair], a_end: int, b_end: int) -> Pair:
        mark = min(self._end_at(a_end), self._end_at(b_end))
        if mark >= CLAUSE:
            return a_end, b_end
        most = STUMP if mark < PHRASE else MEMBER - 1
        for at in range(len(pairs) - 1, max(len(pairs) - most - 1, 0), -1):
            cut_a, cut_b = (self._edge[side] >= CLAUSE for side in pairs[at])
            short = len(pairs) - at <= SHORT
            one = cut_a or cut_b or self._clauses_between(pairs[at - 1], pairs[at])
            if (cut_a and cut_b) or (short and one):
                return self._last_word(pairs[:at])
        return a_end, b_end

    def _clauses_between(self, pair: Pair, following: Pair) -> Pair | None:
        """First letters of the clauses that begin behind a pair, up to the following one, on both sides."""
        a, b = (self._clauses.find(1, at + 1, end + 1) for at, end in zip(pair, following, strict=True))
        return (a, b) if min(a, b) >= 0 else None

    def _last_word(self, pairs: list[Pair]) -> Pair:
        """Behind the last pair with which a word ends on both sides."""
        ends_word = self._borders.ends_word
        ends = ((a + 1, b + 1) for a, b in reversed(pairs) if ends_word(a + 1) and ends_word(b + 1))
        return next(ends, pairs[0])
