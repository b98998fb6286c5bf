"""Passages of two documents compete for letters: the best win, and no letter is matched twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from hujian.detect.letters.alignment import LEAST_COMMON, solid_runs
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import Stream
from hujian.detect.passages.judge import Judge
from hujian.detect.passages.passage import Passage
from hujian.detect.passages.trim import Trimmer

Pair = tuple[int, int]


class _Taken:
    """Letters already matched, by pair of documents."""

    def __init__(self, stream: Stream) -> None:
        self._document = stream.document
        self._taken: dict[Pair, tuple[set[int], set[int]]] = {}

    def of(self, passage: Passage) -> tuple[set[int], set[int]]:
        pair = (int(self._document[passage.a_start]), int(self._document[passage.b_start]))
        return self._taken.setdefault(pair, (set(), set()))


class Competition:
    """Lets the passages of one stream compete."""

    def __init__(self, stream: Stream, borders: Borders, judge: Judge) -> None:
        self._stream = stream
        self._borders = borders
        self._judge = judge
        self._trimmer = Trimmer(stream, borders)

    def winners(self, found: Sequence[Passage]) -> list[Passage]:
        """Best first; what lies in letters already matched is cut off. By place."""
        taken = _Taken(self._stream)
        rivals = _rivals(self._stream, found)
        kept = [passage for passage, rival in zip(found, rivals, strict=True) if not rival]
        for passage in sorted(itertools.compress(found, rivals), key=self._rank):
            used = taken.of(passage)
            rest = self._free_part(passage, *used)
            if rest is None:
                continue
            for a, b in self._pairs(rest):
                used[0].add(a)
                used[1].add(b)
            kept.append(rest)
        return sorted(kept, key=lambda p: (p.a_start, p.b_start))

    def _rank(self, passage: Passage) -> tuple[float, int, int, int, int]:
        """Sort key, the best first."""
        worth = passage.worth + self._judge.fit(passage)
        return -worth, passage.a_start, passage.b_start, passage.a_end, passage.b_end

    def _pairs(self, passage: Passage) -> Iterator[Pair]:
        """Pairs of letters that a passage aligns."""
        a = self._stream.letters[passage.a_start : passage.a_end]
        b = self._stream.letters[passage.b_start : passage.b_end]
        for at_a, at_b, length in solid_runs(a, b):
            for k in range(length):
                yield passage.a_start + at_a + k, passage.b_start + at_b + k

    def _free_part(self, passage: Passage, used_a: set[int], used_b: set[int]) -> Passage | None:
        """The passage itself if its letters are free, its longest free part if that is a match, or None."""
        pairs = list(self._pairs(passage))
        if not any(a in used_a or b in used_b for a, b in pairs):
            return passage
        best: list[Pair] = []
        current: list[Pair] = []
        for a, b in [*pairs, (-1, -1)]:
            if a < 0 or a in used_a or b in used_b:
                best, current = max(best, current, key=len), []
            else:
                current.append((a, b))
        best = self._between_words(best)
        if len(best) < LEAST_COMMON:
            return None
        part = self._trimmer.trim(best[0][0], best[-1][0] + 1, best[0][1], best[-1][1] + 1)
        return part if part is not None and self._judge.is_match(part) else None

    def _between_words(self, pairs: list[Pair]) -> list[Pair]:
        """From the first pair at which words begin on both sides to the last one with which they end."""
        starts, ends = self._borders.starts_word, self._borders.ends_word
        first = next((at for at, (a, b) in enumerate(pairs) if starts(a) and starts(b)), len(pairs))
        whole = [at for at in range(first, len(pairs)) if all(ends(letter + 1) for letter in pairs[at])]
        return pairs[first : whole[-1] + 1] if whole else []


def _rivals(stream: Stream, found: Sequence[Passage]) -> list[bool]:
    """Which passages share letters with another one of the same two documents, on either side."""
    starts = np.array([(p.a_start, p.b_start) for p in found], np.int64).reshape(-1, 2)
    ends = np.array([(p.a_end, p.b_end) for p in found], np.int64).reshape(-1, 2)
    documents = stream.document[starts].astype(np.int64)
    apart = (documents[:, 0] * len(stream.documents) + documents[:, 1]) * (len(stream.letters) + 1)
    rival = np.zeros(len(found), bool)
    for side in (0, 1):
        order = np.argsort(starts[:, side] + apart, kind="stable")
        start, end = (starts[:, side] + apart)[order], (ends[:, side] + apart)[order]
        rival[order[1:][np.maximum.accumulate(end)[:-1] > start[1:]]] = True
        rival[order[:-1][end[:-1] > start[1:]]] = True
    return list(map(bool, rival.tolist()))
