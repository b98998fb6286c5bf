"""Exact common runs of two documents (blocks), from linked k-grams along diagonals."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from hujian.detect.stream import Ints, Stream
from hujian.detect.suffixes import Longs, Suffixes

SENTENCE = 16
"""Letters from which a run is told as a passage however often it recurs."""


class Block(NamedTuple):
    """letters[a:a+length] equals letters[b:b+length]; a's document comes before b's."""

    a: int
    b: int
    length: int

    @property
    def a_end(self) -> int:
        """End in the first document."""
        return self.a + self.length

    @property
    def b_end(self) -> int:
        """End in the second document."""
        return self.b + self.length


def linked_places(stream: Stream, numbers: Longs, most: int) -> tuple[Longs, Longs, Longs]:
    """Pairs of places in different documents with the same gram, and how many places that gram has.

    Args:
        stream: the collection.
        numbers: of the gram at every letter, -1 for none.
        most: a place is linked with so many following places of its gram, and with the first one of all;
            so everything that recurs hangs together, while the links grow with the text only.
    """
    valid = np.flatnonzero(numbers >= 0)
    if not len(valid):
        return valid, valid, valid
    order = np.sort(numbers[valid] << 32 | valid) & 0xFFFFFFFF  # by gram, equal ones in the order of the text
    ordered = numbers[order]
    left: list[Longs] = []
    right: list[Longs] = []
    for step in range(1, most + 1):
        same = np.flatnonzero(ordered[step:] == ordered[:-step])
        if not len(same):
            break
        left.append(order[same])
        right.append(order[same + step])
    first = np.concatenate(([0], np.flatnonzero(ordered[1:] != ordered[:-1]) + 1))
    sizes = np.diff(np.append(first, len(ordered)))
    far = np.arange(len(ordered)) - np.repeat(first, sizes)
    count = np.empty(len(numbers), np.int64)
    count[order] = np.repeat(sizes, sizes)
    beyond = np.flatnonzero(far > most)
    left.append(order[beyond - far[beyond]])
    right.append(order[beyond])
    a, b = np.concatenate(left), np.concatenate(right)
    apart = stream.document[a] != stream.document[b]
    return a[apart], b[apart], count[a[apart]]


def common_blocks(
    stream: Stream, suffixes: Suffixes, sources: Ints, *, size: int, most: int, usual: int
) -> list[Block]:
    """Exact common runs of at least ``size`` letters, by (line of a, line of b, a, b).

    A document that is a copy of an earlier one (``sources``) takes no part. A short run all of whose grams
    stand at more than ``usual`` places is a name or a slogan, told as a formulation with all its places, and
    no seed of a passage.
    """
    original = sources[stream.document] == stream.document
    a, b, places = linked_places(stream, np.where(original, suffixes.gram_numbers(size), -1), most)
    if not len(a):
        return []
    order = np.lexsort((a, b - a))
    a, b, places = a[order], b[order], places[order]
    new = np.concatenate(([True], (np.diff(b - a) != 0) | (np.diff(a) != 1)))
    heads = np.flatnonzero(new)
    lengths = np.diff(np.append(heads, len(a))) + size - 1
    telling = (np.minimum.reduceat(places, heads) <= usual) | (lengths >= SENTENCE)
    a, b, lengths = a[heads][telling], b[heads][telling], lengths[telling]
    order = np.lexsort((b, a, stream.line[b], stream.line[a]))
    rows = zip(a[order].tolist(), b[order].tolist(), lengths[order].tolist(), strict=True)
    return list(map(Block._make, rows))
