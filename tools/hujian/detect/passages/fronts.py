"""The first and the last whole words of chains, from which passages grow."""

from __future__ import annotations

import numpy as np

from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import Ints
from hujian.detect.passages.chains import Chain, Chains
from hujian.detect.passages.ends import Flags, Front

NEAR = 16
"""Letters of a block that are looked at for all chains at once; the few without a word edge there follow."""


class Fronts:
    """Finds the ends of chains that lie between words on both sides."""

    def __init__(self, borders: Borders) -> None:
        self._borders = borders

    def starts(self, chains: Chains) -> Front:
        """First pair of equal letters at which a word begins on both sides; -1 if there is none."""
        a, b, length = chains.first.T
        return self._front(chains, (a, b), _first(a, b, length, 1, self._borders.starts), 1)

    def ends(self, chains: Chains) -> Front:
        """Behind the last pair of equal letters with which a word ends on both sides; -1 if there is none."""
        a, b, length = chains.last.T
        ends = a + length, b + length
        return self._front(chains, ends, _first(*ends, length, -1, self._borders.ends), -1)

    def _front(self, chains: Chains, ends: tuple[Ints, Ints], offset: Ints, step: int) -> Front:
        """The front that lies so many letters inside the ends of chains; a negative number tells none."""
        front = [np.where(offset < 0, np.int32(-1), end + step * offset) for end in ends]
        look = self._word_start if step > 0 else self._word_end
        for row in np.flatnonzero(offset < 0).tolist():
            found = look(chains.at(row))
            if found is not None:
                for side, at in zip(front, found, strict=True):
                    side[row] = at
        (a, b), (end_a, end_b) = front, ends
        return Front(a, b, (a != end_a) | (b != end_b))

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


def _first(a: Ints, b: Ints, length: Ints, step: int, edges: Flags) -> Ints:
    """How far to go from the ends of blocks to the first word edge on both sides; -1 if none is near."""
    offset = np.full(len(a), -1, np.int32)
    for k in range(NEAR):
        open_rows = np.flatnonzero((offset < 0) & (k < length))
        at_edge = edges[a[open_rows] + step * k] & edges[b[open_rows] + step * k]
        offset[open_rows[at_edge]] = k
    return offset
