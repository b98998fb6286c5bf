"""Exact numbers for all k-grams of the stream: equal grams, equal numbers; no hashing, no collisions.

Four letters fit into 64 bits; a longer gram is the pair of the ranks of its first and its last part
(prefix doubling, Karp, Miller & Rosenberg 1972).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hujian.detect.stream import Stream

Longs = NDArray[np.int64]

_WORD = 63  # bits of a number that is not negative
_HALF, _PLACE = np.uint64(32), np.uint64(0xFFFFFFFF)  # a digit, and what it carries
_SIGN = np.uint64(1 << 63)  # turned over so that negative numbers come first
PACKED = 4  # letters that fit into one 64-bit number, 16 bits each


def dense_codes(stream: Stream) -> Longs:
    """Letters as small numbers; there are never 65,536 different ones in practice, rarer ones wrap."""
    table = np.zeros(int(stream.codes.max(initial=0)) + 1, np.int64)
    table[stream.codes] = 1
    used = np.flatnonzero(table)
    table[used] = np.arange(1, len(used) + 1) & 0xFFFF
    return table[stream.codes]


def gram_numbers(stream: Stream, size: int) -> Longs:
    """The number of the gram that starts at every letter, or -1 where it would cross a line's end."""
    codes = dense_codes(stream)
    count = len(codes)
    if count < size:
        return np.full(count, -1, np.int64)
    first = min(size, PACKED)
    numbers = np.zeros(count, np.int64)
    for k in range(first):
        numbers[: count - k] = (numbers[: count - k] << 16) | codes[k:]
        numbers[count - k :] = -1
    length = first
    while length < size:
        step = min(length, size - length)
        ranks = ranks_of(numbers)
        numbers = np.full(count, -1, np.int64)
        numbers[: count - step] = (ranks[: count - step] << 32) | ranks[step:]
        length += step
    within = np.zeros(count, bool)
    within[: count - size + 1] = stream.line[: count - size + 1] == stream.line[size - 1 :]
    return np.where(within, numbers, -1)


def ranks_of(numbers: Longs) -> Longs:
    """Rank of every number among the distinct ones."""
    order = sorted_places(numbers)
    return _ranks(numbers[order], order)


def pair_ranks(first: Longs, second: Longs) -> Longs:
    """Rank of every pair among the distinct ones; both parts are smaller than twice the number of pairs.

    Where pair and place fit into one number together they are sorted as such, which is several times faster.
    """
    bits = (2 * len(first)).bit_length()
    if 3 * bits > _WORD:
        return ranks_of(first << 32 | second)
    packed = np.sort((first << bits | second) << bits | np.arange(len(first)))
    return _ranks(packed >> bits, packed & ((1 << bits) - 1))


def _ranks(ordered: Longs, order: Longs) -> Longs:
    """Ranks by place, given the sorted numbers and where they stand."""
    steps = np.concatenate(([0], (ordered[1:] != ordered[:-1]).astype(np.int64)))
    ranks = np.empty(len(ordered), np.int64)
    ranks[order] = np.cumsum(steps)
    return ranks


def distinct(numbers: Longs) -> Longs:
    """The distinct numbers in ascending order; np.unique would hash them, which takes 50 times as long."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return np.asarray(ordered[first])


def sorted_places(numbers: Longs) -> Longs:
    """Places in the order of their numbers, equal ones in the order of the text.

    The same as a stable argsort, by two sorts of numbers that carry their places, which are far faster:
    first by the lower halves, then by the upper ones (a radix sort of two digits).
    """
    place = np.arange(len(numbers), dtype=np.uint64)
    ordinal = numbers.view(np.uint64) ^ _SIGN
    lower = np.sort(ordinal << _HALF | place) & _PLACE
    upper = np.sort((ordinal >> _HALF)[lower] << _HALF | place) & _PLACE
    return np.asarray(lower[upper].astype(np.int64))
