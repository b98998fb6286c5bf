"""Parallel enumerations: three or more members of equal length, side by side (讲政治、重公道、业务精).

They are units of their own, whatever stands around them (推动形成能者上、庸者下、劣者汰的用人导向).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from hujian.detect.frames import PARTICLES, words_of
from hujian.detect.stream import CLAUSE, PHRASE, Stream

LEAST_MEMBERS = 3
MEMBER = range(2, 6)
"""Letters of a member."""

Part = tuple[int, int]  # first letter of what stands between two marks, and the one behind its last


def enumerations(stream: Stream) -> Iterator[Part]:
    """First letter and end of every parallel enumeration that is not a whole clause."""
    starts = np.flatnonzero(stream.edge >= PHRASE).tolist()
    parts = itertools.pairwise([*starts, len(stream.edge)])
    clause: list[Part] = []
    for part in parts:
        if clause and stream.strength[part[0]] >= CLAUSE:
            yield from _inside(stream, clause)
            clause = []
        clause.append(part)
    yield from _inside(stream, clause)


def _inside(stream: Stream, clause: Sequence[Part]) -> Iterator[Part]:
    """The enumerations of one clause: whole parts of equal length, with the ends of those around them."""
    if len(clause) < LEAST_MEMBERS:
        return
    first = 0
    for size, group in itertools.groupby(clause, key=lambda part: part[1] - part[0]):
        last = first + len(list(group))
        if size in MEMBER:
            start, end, members = clause[first][0], clause[last - 1][1], last - first
            if first and _ends_with_words(stream, clause[first - 1], size):
                start, members = clause[first - 1][1] - size, members + 1
            if last < len(clause) and _goes_on_behind(stream, clause[last], size):
                end, members = clause[last][0] + size, members + 1
            if members >= LEAST_MEMBERS and (start, end) != (clause[0][0], clause[-1][1]):
                yield start, end
        first = last


def _ends_with_words(stream: Stream, part: Part, size: int) -> bool:
    """Whether the last letters of a longer part are words by themselves (推动形成|能者上)."""
    words = words_of(stream.letters[part[0] : part[1]])
    return part[1] - part[0] > size and size in itertools.accumulate(map(len, reversed(words)))


def _goes_on_behind(stream: Stream, part: Part, size: int) -> bool:
    """Whether a particle follows the first letters of a longer part (劣者汰|的良好局面)."""
    return part[1] - part[0] > size and stream.letters[part[0] + size] in PARTICLES
