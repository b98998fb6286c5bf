"""Passages of two documents compete for letters: the best win, and no letter is matched twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.alignment import LEAST_COMMON, solid_runs
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.suffixes import Longs
from hujian.detect.passages.judge import Judge
from hujian.detect.passages.passage import A_START, B_START, SIDES, Passage, rows_of, worth
from hujian.detect.passages.surroundings import Surroundings
from hujian.detect.passages.trim import Trimmer

Pair = tuple[int, int]
Run = tuple[int, int, int]  # first letter in a, in b, and how many are equal


class Competition:
    """Lets the passages of one stream, one a row, compete."""

    def __init__(self, stream: Stream, borders: Borders, trimmer: Trimmer, judge: Judge) -> None:
        self._stream = stream
        self._borders = borders
        self._trimmer = trimmer
        self._judge = judge
        self._surroundings = Surroundings(stream)

    def winners(self, found: Ints) -> Ints:
        """Best first; what lies in letters already matched is cut off. By place."""
        one, other = (self._stream.document[found[:, start]].astype(np.int64) for start, _ in SIDES)
        pair = one << 32 | other
        rival = _are_rivals(found, pair)
        kept = [found[~rival]]
        taken: dict[int, _Taken] = defaultdict(_Taken)
        for rows in _rounds(self._by_rank(found, np.flatnonzero(rival)), pair):
            kept.append(self._settled(found[rows], [taken[number] for number in pair[rows].tolist()]))
        won = np.concatenate(kept)
        return won[np.lexsort((won[:, B_START], won[:, A_START]))]

    def _by_rank(self, found: Ints, rows: Longs) -> Longs:
        """Rows of passages, the best first."""
        rivals = found[rows]
        around = self._surroundings
        gain = worth(rivals) + self._judge.fit(rivals) + around.worth(rivals) - around.loss(rivals)
        a, a_end, b, b_end, _ = rivals.T
        return np.asarray(rows[np.lexsort((b_end, a_end, b, a, -gain))])

    def _settled(self, rivals: Ints, taken: list[_Taken]) -> Ints:
        """What passages of different pairs of documents keep: all, their longest free part, or nothing."""
        kept, cut, losers = [], [], []
        for passage, used in zip(map(Passage._make, rivals.tolist()), taken, strict=True):
            runs = self._runs(passage)
            if used.is_free(runs):
                kept.append(passage)
                used.take(runs)
            elif len(rest := self._between_words(used.longest_rest(runs))) >= LEAST_COMMON:
                cut.append((rest[0][0], rest[-1][0] + 1, rest[0][1], rest[-1][1] + 1))
                losers.append(used)
        parts = self._trimmer.trim(np.array(cut, np.int32).reshape(-1, 4))
        matches = self._judge.matches(parts).tolist()
        for part, used, is_match in zip(map(Passage._make, parts.tolist()), losers, matches, strict=True):
            if is_match:
                kept.append(part)
                used.take(self._runs(part))
        return rows_of(kept)

    def _runs(self, passage: Passage) -> list[Run]:
        """Runs of letters that a passage aligns."""
        a = self._stream.letters[passage.a_start : passage.a_end]
        b = self._stream.letters[passage.b_start : passage.b_end]
        return [(passage.a_start + i, passage.b_start + j, size) for i, j, size in solid_runs(a, b)]

    def _between_words(self, pairs: list[Pair]) -> list[Pair]:
        """From the first pair at which words begin on both sides to the last one with which they end."""
        starts, ends = self._borders.starts_word, self._borders.ends_word
        first = next((at for at, (a, b) in enumerate(pairs) if starts(a) and starts(b)), len(pairs))
        whole = [at for at in range(first, len(pairs)) if all(ends(letter + 1) for letter in pairs[at])]
        return pairs[first : whole[-1] + 1] if whole else []


class _Taken:
    """Letters already matched in two documents."""

    def __init__(self) -> None:
        self._a: set[int] = set()
        self._b: set[int] = set()

    def is_free(self, runs: list[Run]) -> bool:
        """Whether no letter of some runs is taken."""
        free_a, free_b = self._a.isdisjoint, self._b.isdisjoint
        return all(free_a(range(a, a + size)) and free_b(range(b, b + size)) for a, b, size in runs)

    def take(self, runs: list[Run]) -> None:
        """Note the letters of some runs."""
        for a, b, size in runs:
            self._a.update(range(a, a + size))
            self._b.update(range(b, b + size))

    def longest_rest(self, runs: list[Run]) -> list[Pair]:
        """The most pairs of equal letters in a row of which none is taken, the first of several."""
        best: list[Pair] = []
        current: list[Pair] = []
        for a, b in ((a + k, b + k) for a, b, size in runs for k in range(size)):
            if a in self._a or b in self._b:
                best, current = max(best, current, key=len), []
            else:
                current.append((a, b))
        return max(best, current, key=len)


def _rounds(ranked: Longs, pair: Longs) -> Iterator[Longs]:
    """Rows in order of rank, one of every pair of documents after the other: what is settled together."""
    order = np.argsort(pair[ranked], kind="stable")
    numbers = pair[ranked][order]
    first = np.flatnonzero(np.diff(numbers, prepend=-1))
    sizes = np.diff(np.append(first, len(numbers)))
    turn = np.arange(len(numbers)) - np.repeat(first, sizes)
    by_turn = ranked[order][np.argsort(turn, kind="stable")]
    return iter(np.split(by_turn, np.cumsum(np.bincount(turn))[:-1]) if len(turn) else ())


def _are_rivals(found: Ints, pair: Longs) -> NDArray[np.bool_]:
    """Which passages share letters with another one of the same two documents, on either side."""
    rival = np.zeros(len(found), bool)
    for start, end in SIDES:
        order = np.lexsort((found[:, start], pair))
        apart = np.cumsum(np.diff(pair[order], prepend=pair[:1]) != 0) * (int(found.max(initial=0)) + 1)
        starts, ends = found[order, start] + apart, found[order, end] + apart
        rival[order[1:][np.maximum.accumulate(ends)[:-1] > starts[1:]]] = True
        rival[order[:-1][ends[:-1] > starts[1:]]] = True
    return rival
