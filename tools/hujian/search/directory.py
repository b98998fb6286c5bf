"""What a browser must know before it can ask for postings: documents by length, shards, letters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hujian.search.bits import Fields, golomb, pack
from hujian.search.breaks import joined
from hujian.search.texts import NAME_BITS

FIRST_ORDER, SECOND_ORDER = 3, 13
LETTER_ORDER = 5
SIZE_CLASS = 1024
"""A shard's size is told as the bit length of its number of such bytes."""


def directory(
    lengths: NDArray[np.int64],
    names: Sequence[int],
    shards: Sequence[tuple[int, int, int]],
    letters: Sequence[int],
    pairs: Sequence[tuple[int, int]],
) -> tuple[bytes, list[int]]:
    """Pack the table of documents and that of shards.

    Args:
        lengths: positions by zone and document.
        names: numbers of the documents' text files.
        shards: first and second code point of the first pair, and size in bytes.
        letters: code points of those that have files of their own, ascending.
        pairs: the same of pairs, ascending.

    Returns:
        The packed tables, and the order in which each zone's lengths are coded.
    """
    orders = [max(0, int(zone.mean()).bit_length() - 1) if len(zone) else 0 for zone in lengths]
    numbers = np.array(names, np.uint64)
    first = np.array([s[0] for s in shards], np.int64)
    second = np.array([s[1] for s in shards], np.int64)
    size = np.array([(s[2] // SIZE_CLASS).bit_length() for s in shards], np.int64)
    fields = [golomb(zone, order) for zone, order in zip(lengths, orders, strict=True)]
    fields.append(Fields(numbers, np.full(len(numbers), NAME_BITS, np.int64)))
    fields.append(golomb(np.diff(first, prepend=0), FIRST_ORDER))
    fields += [golomb(second, SECOND_ORDER), golomb(size, 0)]
    for points in (letters, [pair[0] for pair in pairs]):
        ascending = np.array([0, *points], np.int64)
        fields.append(golomb(np.diff(ascending), LETTER_ORDER))
    fields.append(golomb(np.array([pair[1] for pair in pairs], np.int64), SECOND_ORDER))
    return pack(joined(fields)), orders
