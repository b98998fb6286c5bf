"""Positions of letter pairs (bigrams), in shards that are small enough to be loaded for one query.

Postings are ordered by the pair's code points. A shard tells for each of its pairs the first letter (as
a step from the pair before), the second (as a step where the first is the same), how many positions
there are, the order of their codes and the gaps between them, as exponential Golomb codes (read by
tools/frontend/src/core/grams/shard.ts). The last letter of a paragraph is paired with 0, so that the
positions of a single letter are those of all pairs that begin with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hujian.search.bits import Fields, bit_length, golomb, pack
from hujian.search.letters import LINE_END, Codes

FIRST_ORDER, STEP_ORDER, SECOND_ORDER, COUNT_ORDER = 0, 7, 14, 1
ORDER_BITS = 5
_PARTITION = 3_000_000  # postings that are sorted at once: the memory beside three bytes a letter
_MOST_PAIRS = 1 << 16  # pairs a shard: a browser unpacks a shard whole

# A key holds the first letter's rank in its partition, the second letter's code point, and the position.
_RANK_BITS, _LETTER_BITS, _POSITION_BITS = 11, np.uint64(21), np.uint64(32)
_LETTERS, _POSITIONS = np.uint64((1 << 21) - 1), np.uint64((1 << 32) - 1)

Longs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shard:
    """Postings of neighbouring pairs."""

    first: int  # code points of the shard's first pair
    second: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Lists:
    """Postings of one partition: ``starts`` says where each pair's list begins."""

    first: Longs
    second: Longs
    starts: Longs
    counts: Longs
    gaps: Longs  # positions between a posting and the one before it

    def orders(self) -> Longs:
        """For each list the order that suits its gaps: their mean length in bits."""
        return np.add.reduceat(bit_length(self.gaps), self.starts) // self.counts

    def positions(self, number: int) -> Longs:
        """Where the pair with this number in the partition stands, ascending."""
        start = self.starts[number]
        return np.cumsum(self.gaps[start : start + self.counts[number]] + 1) - 1


@dataclass(frozen=True, slots=True)
class Partition:
    """Neighbouring letters that are sorted at once, and where they stand."""

    letters: Longs  # code points, ascending
    positions: Longs  # ascending


def partitions(codes: Codes) -> Iterator[Partition]:
    """Cut the alphabet of a space so that each part has about as many positions.

    Args:
        codes: letters by position, LINE_END where a paragraph ends; it ends with one.
    """
    partition_of = _partitions(codes)
    number_of = np.empty(len(codes), partition_of.dtype)
    for at in range(0, len(codes), _PARTITION):
        number_of[at : at + _PARTITION] = partition_of[codes[at : at + _PARTITION]]
    for number in range(int(partition_of.max(initial=0))):
        letters = np.flatnonzero(partition_of == number + 1)
        yield Partition(letters, np.flatnonzero(number_of == number + 1))


def _partitions(codes: Codes) -> NDArray[np.unsignedinteger[Any]]:
    """For every code point the number of the partition in which its pairs are sorted; 0 for no letter."""
    highest = int(codes.max(initial=0))
    frequency = np.zeros(highest + 1, np.int64)
    for at in range(0, len(codes), _PARTITION):
        frequency += np.bincount(codes[at : at + _PARTITION], minlength=highest + 1)
    frequency[: LINE_END + 1] = 0
    partition_of = np.zeros(highest + 1, np.uint16)
    partition, size, letters = 1, 0, 0
    for letter in np.flatnonzero(frequency).tolist():
        if size and (size + frequency[letter] > _PARTITION or letters == 1 << _RANK_BITS):
            partition, size, letters = partition + 1, 0, 0
        partition_of[letter] = partition
        size, letters = size + int(frequency[letter]), letters + 1
    return partition_of.astype(np.uint8) if partition < 1 << 8 else partition_of


def lists_of(codes: Codes, partition: Partition) -> Lists:
    """Sort the pairs that begin with a partition's letters, and where they stand.

    Args:
        codes: letters by position, as for ``partitions``.
        partition: whose pairs are told.
    """
    letters, positions = partition.letters, partition.positions
    rank = np.zeros(int(letters[-1]) + 1, np.uint64)
    rank[letters] = np.arange(len(letters))
    keys = rank[codes[positions]]
    keys <<= _LETTER_BITS
    second = codes[positions + 1]
    second[second == LINE_END] = 0
    keys |= second
    keys <<= _POSITION_BITS
    keys |= positions.astype(np.uint64)
    keys.sort()
    positions = (keys & _POSITIONS).astype(np.int64)
    keys >>= _POSITION_BITS
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    gaps = np.diff(positions, prepend=-1) - 1
    gaps[starts] = positions[starts]
    return Lists(
        letters[(keys[starts] >> _LETTER_BITS).astype(np.int64)],
        (keys[starts] & _LETTERS).astype(np.int64),
        starts,
        np.diff(starts, append=len(positions)),
        gaps,
    )


def shards(lists: Lists, size: int) -> Iterator[Shard]:
    """Code the lists and cut them into shards, in the order of their pairs.

    Args:
        lists: postings of one partition.
        size: bytes that a shard should not exceed; a longer list has a shard of its own.
    """
    orders = lists.orders()
    coded = golomb(lists.gaps, np.repeat(orders, lists.counts))
    weight = np.add.reduceat(coded.widths, lists.starts) + 16  # with a guess at the list's head
    edges = _edges(weight.tolist(), size * 8)
    for begin, end in pairwise(edges):
        heads = _heads(lists, orders, begin, end)
        data = pack(_merged(heads, lists, coded, begin, end))
        yield Shard(int(lists.first[begin]), int(lists.second[begin]), data)


def _edges(weights: list[int], most: int) -> list[int]:
    """Where shards begin, and the end of the last."""
    edges, filled = [0], 0
    for at, weight in enumerate(weights):
        if filled and (filled + weight > most or at - edges[-1] >= _MOST_PAIRS):
            edges.append(at)
            filled = 0
        filled += weight
    return [*edges, len(weights)]


def _heads(lists: Lists, orders: Longs, begin: int, end: int) -> tuple[Fields, ...]:
    """What stands before each list's gaps."""
    first, second = lists.first[begin:end], lists.second[begin:end]
    step = np.diff(first, prepend=0)
    same = step == 0
    letter = np.where(same, np.diff(second, prepend=0) - 1, second)
    return (
        golomb(step, FIRST_ORDER),
        golomb(letter, np.where(same, STEP_ORDER, SECOND_ORDER)),
        golomb(lists.counts[begin:end] - 1, COUNT_ORDER),
        Fields(orders[begin:end].astype(np.uint64), np.full(end - begin, ORDER_BITS)),
    )


def _merged(heads: tuple[Fields, ...], lists: Lists, coded: Fields, begin: int, end: int) -> Fields:
    """The fields of one shard: each list's head, then its gaps."""
    from_, to = int(lists.starts[begin]), int(lists.starts[end - 1] + lists.counts[end - 1])
    places = lists.starts[begin:end] - from_ + len(heads) * np.arange(end - begin)
    size = to - from_ + len(heads) * (end - begin)
    values, widths = np.empty(size, np.uint64), np.empty(size, np.int64)
    is_gap = np.ones(size, bool)
    for number, head in enumerate(heads):
        values[places + number], widths[places + number] = head.values, head.widths
        is_gap[places + number] = False
    values[is_gap], widths[is_gap] = coded.values[from_:to], coded.widths[from_:to]
    return Fields(values, widths)
