"""How often a frequent letter or pair stands in which text: what a search for it alone must know.

The positions of 的 lie in hundreds of shards, those of 人民 in one as large as twenty others; the numbers by
document take one small file. A rarer letter is counted by the pairs that begin with it, in a few shards.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hujian.search.bits import Fields, bit_length, golomb, pack
from hujian.search.breaks import joined
from hujian.search.letters import Codes
from hujian.search.postings import ORDER_BITS, Lists, Partition

SIZE_ORDER = 8
_SLOT_BITS = np.uint64(32)

Longs = NDArray[np.int64]


def letter_counts(
    codes: Codes, partition: Partition, starts: Longs, least: int
) -> Iterator[tuple[int, bytes]]:
    """Yield (code point, packed counts) for every letter of a partition with ``least`` places or more.

    Args:
        codes: letters by position.
        partition: the letters that are looked at.
        starts: where each slot (one zone of one document) begins, and the end of the last.
        least: number of places from which a letter has a file of its own.
    """
    letters, positions = partition.letters, partition.positions
    found = codes[positions]
    frequency = np.bincount(found, minlength=int(letters[-1]) + 1)
    frequent = np.flatnonzero(frequency >= max(1, least))
    if not len(frequent):
        return
    kept = frequency[found] >= least
    rank = np.zeros(len(frequency), np.uint64)
    rank[frequent] = np.arange(len(frequent))
    keys = rank[found[kept]] << _SLOT_BITS
    edges = np.searchsorted(positions[kept], starts)
    keys |= np.repeat(np.arange(len(starts) - 1, dtype=np.uint64), np.diff(edges))
    keys.sort()
    first = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    counts = np.diff(first, append=len(keys))
    keys = keys[first]
    slots = (keys & np.uint64((1 << 32) - 1)).astype(np.int64)
    ends = np.searchsorted(keys, np.arange(1, len(frequent) + 1, dtype=np.uint64) << _SLOT_BITS)
    begin = 0
    for letter, end in zip(frequent.tolist(), ends.tolist(), strict=True):
        yield letter, _packed(slots[begin:end], counts[begin:end])
        begin = end


def pair_counts(lists: Lists, starts: Longs, least: int) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Yield (code points, packed counts) for every pair of a partition with ``least`` places or more."""
    wanted = (lists.counts >= max(1, least)) & (lists.second > 0)  # 0: a paragraph's end, which nobody types
    for number in np.flatnonzero(wanted).tolist():
        slots = np.searchsorted(starts, lists.positions(number), "right") - 1
        first = np.flatnonzero(np.r_[True, slots[1:] != slots[:-1]])
        pair = int(lists.first[number]), int(lists.second[number])
        yield pair, _packed(slots[first], np.diff(first, append=len(slots)))


def _packed(slots: Longs, counts: Longs) -> bytes:
    """How many slots there are, the orders of both codes, the gaps between slots, then the counts."""
    gaps = np.diff(slots, prepend=-1) - 1
    orders = [int(bit_length(values).mean()) for values in (gaps, counts - 1)]
    return pack(
        joined(
            [
                golomb(np.array([len(slots)]), SIZE_ORDER),
                Fields(np.array(orders, np.uint64), np.full(2, ORDER_BITS)),
                golomb(gaps, orders[0]),
                golomb(counts - 1, orders[1]),
            ]
        )
    )
