"""Maximal repeats: strings of letters that recur and that no neighbour letter always accompanies.

Suffix array by prefix doubling (Manber & Myers 1993), longest common prefixes by descending the same
doubling levels, intervals read off one length after the other; all in numpy, no Python loop over letters.
Nothing crosses the end of a line.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hujian.detect.grams import Longs, dense_codes, pair_ranks
from hujian.detect.stream import Stream

LEVELS = 7  # prefixes of 1, 2, 4 ... 64 letters; a repeat longer than 127 letters is cut there


@dataclass(frozen=True, slots=True)
class Repeats:
    """Maximal repeats: repeat r is ``length[r]`` long and begins at places[first[r]:last[r]]."""

    places: Longs  # the suffix array
    length: Longs
    first: Longs
    last: Longs


def _prefix_ranks(stream: Stream) -> list[Longs]:
    """Ranks of the prefixes of 2**level letters; a prefix that crosses its line's end equals no other."""
    count = len(stream.codes)
    place = np.arange(count)
    ranks = [dense_codes(stream)]
    for level in range(LEVELS - 1):
        half = 1 << level
        follower = np.minimum(place + half, count - 1)
        within = (place + half < count) & (stream.line[follower] == stream.line)
        second = np.where(within, ranks[-1][follower] + count, place)
        ranks.append(pair_ranks(ranks[-1], second))
    return ranks


def _common_prefixes(ranks: list[Longs], places: Longs) -> Longs:
    """Length of the common prefix of every suffix and the next one in the array."""
    a, b = places[:-1].copy(), places[1:].copy()
    count = len(places)
    length = np.zeros(len(a), np.int64)
    for level in range(len(ranks) - 1, -1, -1):
        inside = (a < count) & (b < count)
        same = np.zeros(len(a), bool)
        same[inside] = ranks[level][a[inside]] == ranks[level][b[inside]]
        step = same.astype(np.int64) << level
        a, b, length = a + step, b + step, length + step
    return length


def maximal_repeats(stream: Stream, least: int) -> Repeats:
    """Repeats of at least ``least`` letters in at least two documents, maximal to both sides."""
    empty = np.zeros(0, np.int64)
    if len(stream.codes) < 2:
        return Repeats(empty, empty, empty, empty)
    ranks = _prefix_ranks(stream)
    places = np.asarray(np.sort(ranks[-1] << 32 | np.arange(len(ranks[-1]))) & 0xFFFFFFFF)
    common = _common_prefixes(ranks, places)
    line = stream.line
    found: list[tuple[Longs, Longs, Longs]] = []
    rows = np.flatnonzero(common >= least)
    length = least
    while len(rows):
        breaks = np.flatnonzero(np.diff(rows) != 1) + 1
        heads = np.concatenate(([0], breaks))
        tails = np.append(breaks, len(rows))
        branching = np.minimum.reduceat(common[rows], heads) == length
        first, last = rows[heads[branching]], rows[tails[branching] - 1] + 2
        found.append((np.full(len(first), length), first, last))
        length += 1
        rows = rows[common[rows] >= length]
    lengths = np.concatenate([f[0] for f in found]) if found else empty
    first = np.concatenate([f[1] for f in found]) if found else empty
    last = np.concatenate([f[2] for f in found]) if found else empty
    keep = _varied(stream.document[places], first, last) & _left_varied(stream, line, places, first, last)
    return Repeats(places, lengths[keep], first[keep], last[keep])


def _varied(values: np.ndarray, first: Longs, last: Longs) -> np.ndarray:
    """Whether values[first:last] are not all the same, for every interval."""
    if not len(first):
        return np.zeros(0, bool)
    changes = np.concatenate(([0], np.cumsum(values[1:] != values[:-1])))
    return np.asarray(changes[last - 1] > changes[first])


def _left_varied(stream: Stream, line: np.ndarray, places: Longs, first: Longs, last: Longs) -> np.ndarray:
    """Whether different letters, or a line's start, stand before the places of a repeat."""
    before = np.where(places > 0, stream.codes[places - 1].astype(np.int64), -1)
    starts = (places == 0) | (line[places] != line[places - 1])
    before[starts] = -2
    has_start = np.concatenate(([0], np.cumsum(starts)))
    return _varied(before, first, last) | (has_start[last] > has_start[first])
