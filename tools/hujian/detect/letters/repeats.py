"""Maximal repeats: strings of letters that recur and that no neighbour letter always accompanies.

Intervals of the suffix array are read off one length after the other; nothing crosses the end of a line.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hujian.detect.letters.stream import LINE, Ints, Stream
from hujian.detect.letters.suffixes import Longs, Suffixes

LONGEST = 127  # letters; a longer repeat is cut there


@dataclass(frozen=True, slots=True)
class Repeats:
    """Maximal repeats: repeat r is ``length[r]`` long and begins at places[first[r]:last[r]]."""

    places: Ints  # first letters of the suffixes in order
    length: Longs
    first: Longs
    last: Longs


def maximal_repeats(stream: Stream, suffixes: Suffixes, least: int) -> Repeats:
    """Repeats of at least ``least`` letters in at least two documents, maximal to both sides."""
    empty = np.zeros(0, np.int64)
    places = suffixes.places
    found: list[tuple[Longs, Longs, Longs]] = []
    rows = np.flatnonzero(suffixes.common >= least)
    common = np.minimum(suffixes.common[rows], LONGEST)
    length = least
    while len(rows):
        breaks = np.flatnonzero(np.diff(rows) != 1) + 1
        heads = np.concatenate(([0], breaks))
        tails = np.append(breaks, len(rows))
        branching = np.minimum.reduceat(common, heads) == length
        first, last = rows[heads[branching]], rows[tails[branching] - 1] + 2
        found.append((np.full(len(first), length), first, last))
        length += 1
        longer = common >= length
        rows, common = rows[longer], common[longer]
    lengths = np.concatenate([f[0] for f in found]) if found else empty
    first = np.concatenate([f[1] for f in found]) if found else empty
    last = np.concatenate([f[2] for f in found]) if found else empty
    keep = _varied(stream.document[places], first, last) & _varied(_before(stream)[places], first, last)
    return Repeats(places, lengths[keep], first[keep], last[keep])


def _varied(values: np.ndarray, first: Longs, last: Longs) -> np.ndarray:
    """Whether values[first:last] are not all the same, for every interval."""
    if not len(first):
        return np.zeros(0, bool)
    changes = np.zeros(len(values), np.int32)
    np.cumsum(values[1:] != values[:-1], out=changes[1:])
    return np.asarray(changes[last - 1] > changes[first])


def _before(stream: Stream) -> Ints:
    """The letter before every letter; a line's start has a number of its own, unlike all others."""
    before = np.empty(len(stream.codes), np.int32)
    before[1:] = stream.codes[:-1]
    starts = np.flatnonzero(stream.edge == LINE)
    before[starts] = -starts
    return before
