"""Exact common runs of two documents (blocks), from linked k-grams along diagonals."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.suffixes import Grams, Longs

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


class Links(NamedTuple):
    """Pairs of places with the same gram, as numbers that sort by diagonal, then by place."""

    keys: Longs  # (b - a) << bits | a
    bits: int

    def pairs(self, keys: Longs) -> tuple[Longs, Longs]:
        """The places (a, b) of some keys."""
        a = keys & ((1 << self.bits) - 1)
        return a, a + (keys >> self.bits)


def linked_places(source: Ints, numbers: Ints, most: int) -> Links:
    """Links between places in different texts with the same gram.

    Args:
        source: in which text every letter stands; copies of one text are one.
        numbers: of the gram at every letter, -1 for none.
        most: a place is linked with so many following places of its gram, and with the first one of all;
            so everything that recurs hangs together, while the links grow with the text only.
    """
    bits = len(numbers).bit_length()
    valid = np.flatnonzero(numbers >= 0)
    order = numbers[valid].astype(np.int64) << 32 | valid
    order.sort()  # by gram, equal ones in the order of the text
    ordered, order = order >> 32, order & 0xFFFFFFFF

    def keys_of(a: Longs, b: Longs) -> Longs:
        apart = source[a] != source[b]
        return np.asarray((b[apart] - a[apart]) << bits | a[apart])

    parts = [np.zeros(0, np.int64)]
    for step in range(1, most + 1):
        same = np.flatnonzero(ordered[step:] == ordered[:-step])
        if not len(same):
            break
        parts.append(keys_of(order[same], order[same + step]))
    first = np.flatnonzero(np.diff(ordered, prepend=-1))
    sizes = np.diff(np.append(first, len(ordered)))
    far = np.arange(len(ordered)) - np.repeat(first, sizes)
    beyond = np.flatnonzero(far > most)
    parts.append(keys_of(order[beyond - far[beyond]], order[beyond]))
    keys = np.concatenate(parts)
    keys.sort()
    return Links(keys, bits)


def common_blocks(stream: Stream, grams: Grams, sources: Ints, *, most: int, usual: int) -> Ints:
    """Exact common runs of at least as many letters as a gram has, one ``Block`` a row.

    They are ordered by (line of a, line of b, a, b).

    Copies of one text (``sources``) are not compared with one another. A short run all of whose grams stand
    at more than ``usual`` places is a name or a slogan, told as a formulation with all its places, and no
    seed of a passage.
    """
    links = linked_places(sources[stream.document], grams.numbers, most)
    if not len(links.keys):
        return np.zeros((0, len(Block._fields)), np.int32)
    heads = np.flatnonzero(np.diff(links.keys, prepend=-1) != 1)  # the next key is the next pair of letters
    lengths = np.diff(np.append(heads, len(links.keys))) + grams.size - 1
    rarest = np.minimum.reduceat(grams.places[links.pairs(links.keys)[0]], heads)
    telling = (rarest <= usual) | (lengths >= SENTENCE)
    a, b = links.pairs(links.keys[heads[telling]])
    lengths = lengths[telling]
    order = np.lexsort((b, a, stream.line[b], stream.line[a]))
    return np.column_stack((a[order], b[order], lengths[order])).astype(np.int32)
