"""Parallel enumerations: three or more members side by side, of equal length or with the same last word.

They are units of their own, whatever stands around them: (推动形成)能者上、庸者下、劣者汰(的用人导向);
(面临的)执政考验、市场经济考验、外部环境考验(是长期的).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from hujian.detect.letters.frames import object_of
from hujian.detect.letters.segmenter import words_of
from hujian.detect.letters.stream import CLAUSE, PHRASE, Stream
from hujian.detect.letters.vocabulary import PARTICLES

LEAST_MEMBERS = 3
MEMBER = range(2, 6)
"""Letters of a member."""
ENDING = 2  # letters of a last word
LONG_MEMBER = range(ENDING + 1, 11)
"""Letters of a member that is told by its last word."""

Part = tuple[int, int]  # first letter of what stands between two marks, and the one behind its last


def enumerations(stream: Stream) -> list[Part]:
    """First letter and end of every parallel enumeration that is not a whole clause."""
    starts = np.flatnonzero(stream.edge >= PHRASE)
    bounds = np.append(starts, len(stream.edge))
    heads = np.flatnonzero(stream.edge[starts] >= CLAUSE)  # rows of the first parts of clauses
    parts = np.diff(heads, append=len(starts))
    long = parts >= LEAST_MEMBERS
    found: list[Part] = []
    for first, count in zip(heads[long].tolist(), parts[long].tolist(), strict=True):
        found += _of_clause(stream, [*itertools.pairwise(bounds[first : first + count + 1].tolist())])
    return found


def _of_clause(stream: Stream, clause: Sequence[Part]) -> list[Part]:
    """The enumerations of one clause, but for the clause itself."""
    whole = clause[0][0], clause[-1][1]
    found = {*_of_equal_length(stream, clause), *_with_same_ending(stream, clause)}
    return sorted(found - {whole})


def _with_same_ending(stream: Stream, clause: Sequence[Part]) -> Iterator[Part]:
    """The enumerations of one clause whose members have the same last word."""
    letters, first = stream.letters, 0
    for ending, group in itertools.groupby(clause, key=lambda part: letters[part[1] - ENDING : part[1]]):
        run = list(group)
        last, end, members = first + len(run), run[-1][1], len(run)
        if last < len(clause):
            at = letters.find(ending, clause[last][0], clause[last][1]) + ENDING
            if at >= ENDING and at - clause[last][0] in LONG_MEMBER and letters[at] in PARTICLES:
                end, members = at, members + 1
        if members >= LEAST_MEMBERS:
            start = _without_head(stream, run[0])
            sizes = [run[0][1] - start, *(part[1] - part[0] for part in run[1:])]
            if all(size in LONG_MEMBER for size in sizes):
                yield start, end
        first = last


def _without_head(stream: Stream, part: Part) -> int:
    """Where the first member begins: behind the last 的, and behind official verbs (加强|思想建设)."""
    start = stream.letters.rfind("的", *part) + 1 or part[0]
    return part[1] - len(object_of(stream.letters[start : part[1]]))


def _of_equal_length(stream: Stream, clause: Sequence[Part]) -> Iterator[Part]:
    """Whole parts of equal length, with the ends of those around them."""
    first = 0
    for size, group in itertools.groupby(clause, key=lambda part: part[1] - part[0]):
        last = first + len(list(group))
        if size in MEMBER:
            start, end, members = clause[first][0], clause[last - 1][1], last - first
            if last < len(clause) and _goes_on_behind(stream, clause[last], size):
                end, members = clause[last][0] + size, members + 1
            one_more_may_do = first and members + 1 >= LEAST_MEMBERS
            if one_more_may_do and _ends_with_words(stream, clause[first - 1], size):
                start, members = clause[first - 1][1] - size, members + 1
            if members >= LEAST_MEMBERS:
                yield start, end
        first = last


def _ends_with_words(stream: Stream, part: Part, size: int) -> bool:
    """Whether the last letters of a longer part are words by themselves (推动形成|能者上)."""
    words = words_of(stream.letters[part[0] : part[1]])
    return part[1] - part[0] > size and size in itertools.accumulate(map(len, reversed(words)))


def _goes_on_behind(stream: Stream, part: Part, size: int) -> bool:
    """Whether a particle follows the first letters of a longer part (劣者汰|的良好局面)."""
    return part[1] - part[0] > size and stream.letters[part[0] + size] in PARTICLES
