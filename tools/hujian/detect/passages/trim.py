"""What is cut off a passage's ends: stumps of clauses, foreign clauses, hanging particles."""

from __future__ import annotations

import re

from hujian.detect.letters.alignment import common, equal_runs, ratio
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.frames import PARTICLES, wants_object
from hujian.detect.letters.stream import CLAUSE, PHRASE, Stream
from hujian.detect.passages.passage import Passage

STUMP = 8
"""Common letters beside a clause edge that do not make a clause: cut off (的一年。做好政府工作)."""
FOREIGN = 0.5
"""A clause at the end of a passage that is less alike belongs to something else."""
_HANGING = frozenset("的地得和与及或等了着")
WORDS = (2, 4)  # letters of verbs that want an object: 取得, 紧紧围绕
CLOSED = 0.1
"""Share of its places at which such a verb may stand before a mark all the same (重大成就的取得)."""

Pair = tuple[int, int]


class Trimmer:
    """Trims passages of one stream."""

    def __init__(self, stream: Stream, borders: Borders) -> None:
        self._stream = stream
        self._letters = stream.letters
        self._edge = stream.strength
        self._borders = borders
        self._open: dict[str, bool] = {}  # verb -> whether it hardly ever stands before a mark

    def trim(self, a_start: int, a_end: int, b_start: int, b_end: int) -> Passage | None:
        """A passage without stumps of clauses and hanging particles at its ends; None if nothing is left.

        Nearly all are short and have no clause mark inside, or are the same letters: they need no alignment.
        """
        same = self._letters[a_start:a_end] == self._letters[b_start:b_end]
        if same and self._at_marks(a_start, b_start) and self._at_marks(a_end, b_end):
            return Passage(a_start, a_end, b_start, b_end, a_end - a_start)
        if self._stream.has_clause_mark(a_start, a_end) or self._stream.has_clause_mark(b_start, b_end):
            pairs = self._aligned(a_start, a_end, b_start, b_end, same=same)
            if not pairs:
                return None
            a_start, b_start = self._without_first_stump(pairs, a_start, b_start)
            a_end, b_end = self._without_last_stump(pairs, a_end, b_end)
            if not same:
                a_start, b_start, a_end, b_end = self._without_foreign_clauses(
                    pairs, a_start, b_start, a_end, b_end
                )
        while a_start < a_end and self._hangs(a_start, b_start):
            a_start, b_start = a_start + 1, b_start + 1
        verb = self._cut_off(a_end, b_end)
        a_end, b_end = a_end - verb, b_end - verb
        if a_start >= a_end or b_start >= b_end:
            return None
        if same:
            return Passage(a_start, a_end, b_start, b_end, a_end - a_start)
        shared = common(self._letters[a_start:a_end], self._letters[b_start:b_end])
        return Passage(a_start, a_end, b_start, b_end, shared)

    def stays_open(self, a_end: int, b_end: int) -> bool:
        """Whether both sides end with the same particle inside a clause, what it leads to being left out."""
        edge, word = self._edge, self._letters[a_end - 1]
        return (
            word in _HANGING
            and word == self._letters[b_end - 1]
            and edge[a_end] < PHRASE
            and edge[b_end] < PHRASE
            and self._borders.starts_word(a_end - 1)
            and self._borders.starts_word(b_end - 1)
        )

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
        self, pairs: list[Pair], a_start: int, b_start: int, a_end: int, b_end: int
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
        return a_start, b_start, a_end, b_end

    def _hangs(self, a: int, b: int) -> bool:
        """Whether both sides begin with the same particle inside a clause."""
        edge, starts_word = self._edge, self._borders.starts_word
        return (
            self._letters[a] in _HANGING
            and self._letters[a] == self._letters[b]
            and edge[a] < PHRASE
            and edge[b] < PHRASE
            and starts_word(a + 1)  # 地方 and 和平 are words
            and starts_word(b + 1)
        )

    def _cut_off(self, a_end: int, b_end: int) -> int:
        """Letters of the verb with which both sides end inside a clause, if its object must follow; else 0.

        (工作取得)|重大成就 and (工作取得)|了成效: with its object the verb has lost what it says.
        """
        if any(self._edge[end] >= PHRASE or self._letters[end] in PARTICLES for end in (a_end, b_end)):
            return 0
        for size in WORDS:
            word = self._letters[a_end - size : a_end]
            if word == self._letters[b_end - size : b_end] and self._must_go_on(word):
                return size if self._is_word(a_end, b_end, size) else 0
        return 0

    def _is_word(self, a_end: int, b_end: int, size: int) -> bool:
        """Whether the last letters are one word on both sides, and not what an attribute belongs to."""
        starts_word = self._borders.starts_word
        return all(
            self._letters[end - size - 1] != "的"
            and starts_word(end - size)
            and not any(map(starts_word, range(end - size + 1, end)))
            for end in (a_end, b_end)
        )

    def _must_go_on(self, word: str) -> bool:
        """Whether a word wants an object; verbs that are nouns too stand before marks more often."""
        if not wants_object(word):
            return False
        if word not in self._open:
            ends = [found.end() for found in re.finditer(word, self._letters)]
            closed = sum(
                self._edge[end] >= PHRASE and self._stream.opened[end : end + 1] != b"\1" for end in ends
            )
            self._open[word] = closed <= CLOSED * len(ends)
        return self._open[word]

    def _without_first_stump(self, pairs: list[Pair], a_start: int, b_start: int) -> Pair:
        edge = self._edge
        if self._at_marks(a_start, b_start):
            return a_start, b_start
        for a, b in pairs[1 : STUMP + 1]:
            if edge[a] >= CLAUSE and edge[b] >= CLAUSE:
                return a, b
        return a_start, b_start

    def _without_last_stump(self, pairs: list[Pair], a_end: int, b_end: int) -> Pair:
        edge = self._edge
        if self._at_marks(a_end, b_end):
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
