"""The first and the last whole words of chains, from which passages grow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hujian.detect.letters.borders import Borders
from hujian.detect.letters.suffixes import Longs
from hujian.detect.passages.blocks import Block
from hujian.detect.passages.chains import Chain
from hujian.detect.passages.ends import Flags, Front

NEAR = 16
"""Letters of a block that are looked at for all chains at once; the few without a word edge there follow."""


class Fronts:
    """Finds the ends of chains that lie between words on both sides."""

    def __init__(self, borders: Borders) -> None:
        self._borders = borders

    def starts(self, chains: Sequence[Chain]) -> Front:
        """First pair of equal letters at which a word begins on both sides; -1 if there is none."""
        a, b, length = _columns([chain.blocks[0] for chain in chains])
        offset = _first(a, b, length, 1, self._borders.starts)
        front_a, front_b = np.where(offset < 0, -1, a + offset), np.where(offset < 0, -1, b + offset)
        for row in np.flatnonzero(offset < 0).tolist():
            found = self._word_start(chains[row])
            if found is not None:
                front_a[row], front_b[row] = found
        return Front(front_a, front_b, (front_a != a) | (front_b != b))

    def ends(self, chains: Sequence[Chain]) -> Front:
        """Behind the last pair of equal letters with which a word ends on both sides; -1 if there is none."""
        a, b, length = _columns([chain.blocks[-1] for chain in chains])
        offset = _first(a + length, b + length, length, -1, self._borders.ends)
        a_end, b_end = a + length, b + length
        front_a, front_b = np.where(offset < 0, -1, a_end - offset), np.where(offset < 0, -1, b_end - offset)
        for row in np.flatnonzero(offset < 0).tolist():
            found = self._word_end(chains[row])
            if found is not None:
                front_a[row], front_b[row] = found
        return Front(front_a, front_b, (front_a != a_end) | (front_b != b_end))

    def _word_start(self, chain: Chain) -> tuple[int, int] | None:
        for block in chain.blocks:
            for k in range(block.length):
                if self._borders.starts_word(block.a + k) and self._borders.starts_word(block.b + k):
                    return block.a + k, block.b + k
        return None

    def _word_end(self, chain: Chain) -> tuple[int, int] | None:
        for block in reversed(chain.blocks):
            for k in range(block.length, 0, -1):
                if self._borders.ends_word(block.a + k) and self._borders.ends_word(block.b + k):
                    return block.a + k, block.b + k
        return None


def _columns(blocks: Sequence[Block]) -> tuple[Longs, Longs, Longs]:
    rows = np.array([(block.a, block.b, block.length) for block in blocks], np.int64).reshape(-1, 3)
    return rows[:, 0], rows[:, 1], rows[:, 2]


def _first(a: Longs, b: Longs, length: Longs, step: int, edges: Flags) -> Longs:
    """How far to go from the ends of blocks to the first word edge on both sides; -1 if none is near."""
    offset = np.full(len(a), -1, np.int64)
    for k in range(NEAR):
        open_rows = np.flatnonzero((offset < 0) & (k < length))
        at_edge = edges[a[open_rows] + step * k] & edges[b[open_rows] + step * k]
        offset[open_rows[at_edge]] = k
    return offset
