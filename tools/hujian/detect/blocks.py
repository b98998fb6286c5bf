"""Exact common runs of two documents (blocks), from linked k-grams along diagonals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hujian.detect.grams import Longs, gram_numbers, sorted_places
from hujian.detect.stream import Ints, Stream


@dataclass(frozen=True, slots=True)
class Block:
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


def linked_places(stream: Stream, numbers: Longs, most: int) -> tuple[Longs, Longs]:
    """Pairs of places in different documents with the same gram.

    Args:
        stream: the collection.
        numbers: of the gram at every letter, -1 for none.
        most: a place is linked with so many following places of its gram, and with the first one of all;
            so everything that recurs hangs together, while the links grow with the text only.
    """
    valid = np.flatnonzero(numbers >= 0)
    if not len(valid):
        return valid, valid
    order = valid[sorted_places(numbers[valid])]
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
    far = np.arange(len(ordered)) - np.repeat(first, np.diff(np.append(first, len(ordered))))
    beyond = np.flatnonzero(far > most)
    left.append(order[beyond - far[beyond]])
    right.append(order[beyond])
    a, b = np.concatenate(left), np.concatenate(right)
    apart = stream.document[a] != stream.document[b]
    return a[apart], b[apart]


def common_blocks(stream: Stream, sources: Ints, size: int, most: int) -> list[Block]:
    """All exact common runs of at least ``size`` letters, by (line of a, line of b, a, b).

    A document that is a copy of an earlier one (``sources``) takes no part.
    """
    original = sources[stream.document] == stream.document
    a, b = linked_places(stream, np.where(original, gram_numbers(stream, size), -1), most)
    if not len(a):
        return []
    order = np.lexsort((a, b - a))
    a, b = a[order], b[order]
    new = np.concatenate(([True], (np.diff(b - a) != 0) | (np.diff(a) != 1)))
    heads = np.flatnonzero(new)
    lengths = np.diff(np.append(heads, len(a))) + size - 1
    a, b = a[heads], b[heads]
    order = np.lexsort((b, a, stream.line[b], stream.line[a]))
    return [
        Block(*row) for row in zip(a[order].tolist(), b[order].tolist(), lengths[order].tolist(), strict=True)
    ]
