"""Passages: stretches that two documents share, from chains of blocks.

A chain is the kernel of a passage. It is grown to clause edges as far as that pays, shrunk to word edges
where it does not, and judged. Kernels compete for letters: no letter is matched twice in a pair of documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hujian.detect.alignment import LEAST_COMMON, LEAST_RATIO, common, equal_runs
from hujian.detect.borders import Borders
from hujian.detect.chains import Chain
from hujian.detect.stream import LINE, PHRASE, Stream

REACH = 30
"""Letters that a kernel may grow on either end: a gap of 15 and a clause."""
UNMATCHED_COST = 0.5
"""What a letter without partner costs, where a common pair earns 1: breaks even at a ratio of 2/3."""


@dataclass(frozen=True, slots=True)
class Passage:
    """letters[a_start:a_end] and letters[b_start:b_end] say the same."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    common: int

    @property
    def ratio(self) -> float:
        """2·LCS/(|a|+|b|)."""
        return 2 * self.common / (self.a_end - self.a_start + self.b_end - self.b_start)

    @property
    def worth(self) -> float:
        """Common letters less the cost of the others."""
        total = self.a_end - self.a_start + self.b_end - self.b_start
        return self.common - UNMATCHED_COST * (total - 2 * self.common)


def passages(stream: Stream, borders: Borders, kernels: Iterable[Chain]) -> list[Passage]:
    """Judged passages, no letter matched twice in a pair of documents."""
    found = (_grow(stream, borders, chain) for chain in kernels if chain.matched >= 4)
    worthy = [p for p in found if p is not None and _is_match(stream, p)]
    return _once_only(stream, worthy)


def _grow(stream: Stream, borders: Borders, chain: Chain) -> Passage | None:
    """Set a chain's ends at clause edges, else at word edges."""
    start = _word_start(borders, chain)
    end = _word_end(borders, chain)
    if start is None or end is None or start[0] >= end[0] or start[1] >= end[1]:
        return None
    letters = stream.letters
    a_start, b_start = _best_start(borders, letters, *start)
    a_end, b_end = _best_end(borders, letters, *end)
    shared = common(letters[a_start:a_end], letters[b_start:b_end])
    return Passage(a_start, a_end, b_start, b_end, shared)


def _word_start(borders: Borders, chain: Chain) -> tuple[int, int] | None:
    """First pair of equal letters at which a word begins on both sides."""
    for block in chain.blocks:
        for k in range(block.length):
            if borders.starts_word(block.a + k) and borders.starts_word(block.b + k):
                return block.a + k, block.b + k
    return None


def _word_end(borders: Borders, chain: Chain) -> tuple[int, int] | None:
    """Last pair of equal letters with which a word ends on both sides."""
    for block in reversed(chain.blocks):
        for k in range(block.length, 0, -1):
            if borders.ends_word(block.a + k) and borders.ends_word(block.b + k):
                return block.a + k, block.b + k
    return None


def _gain(a: str, b: str) -> float:
    """What growing over two stretches pays."""
    shared = common(a, b)
    return shared - UNMATCHED_COST * (len(a) + len(b) - 2 * shared)


def _best_start(borders: Borders, letters: str, a: int, b: int) -> tuple[int, int]:
    """The pair of clause starts to which growing to the left pays most."""
    best, place = 0.0, (a, b)
    for a_start in borders.clause_starts(a, REACH):
        for b_start in borders.clause_starts(b, REACH):
            gain = _gain(letters[a_start:a], letters[b_start:b])
            if gain > best:
                best, place = gain, (a_start, b_start)
    return place


def _best_end(borders: Borders, letters: str, a: int, b: int) -> tuple[int, int]:
    """The pair of clause ends to which growing to the right pays most."""
    best, place = 0.0, (a, b)
    for a_end in borders.clause_ends(a, REACH):
        for b_end in borders.clause_ends(b, REACH):
            gain = _gain(letters[a:a_end], letters[b:b_end])
            if gain > best:
                best, place = gain, (a_end, b_end)
    return place


def _han(text: str) -> int:
    """Chinese letters in a stretch."""
    return sum("\u3400" <= c <= "\u9fff" or c >= "\U00020000" for c in text)


def _is_match(stream: Stream, passage: Passage) -> bool:
    """Whether a passage is long and alike enough."""
    if passage.common < LEAST_COMMON or passage.ratio < LEAST_RATIO - 1e-9:
        return False
    a = stream.letters[passage.a_start : passage.a_end]
    b = stream.letters[passage.b_start : passage.b_end]
    return min(_han(a), _han(b)) >= LEAST_COMMON


def _once_only(stream: Stream, found: list[Passage]) -> list[Passage]:
    """Best first; a passage whose letters are mostly taken in its pair of documents gives way."""
    taken: dict[tuple[int, int], tuple[set[int], set[int]]] = {}
    kept = []
    for passage in sorted(found, key=lambda p: (-p.worth, p.a_start, p.b_start)):
        pair = (int(stream.document[passage.a_start]), int(stream.document[passage.b_start]))
        used_a, used_b = taken.setdefault(pair, (set(), set()))
        matched_a, matched_b = _matched(stream, passage)
        if used_a & matched_a or used_b & matched_b:
            continue
        used_a |= matched_a
        used_b |= matched_b
        kept.append(passage)
    return sorted(kept, key=lambda p: (p.a_start, p.b_start))


def _matched(stream: Stream, passage: Passage) -> tuple[set[int], set[int]]:
    """Letters that a passage pairs, on either side."""
    a = stream.letters[passage.a_start : passage.a_end]
    b = stream.letters[passage.b_start : passage.b_end]
    used_a: set[int] = set()
    used_b: set[int] = set()
    for at_a, at_b, length in equal_runs(a, b):
        used_a.update(range(passage.a_start + at_a, passage.a_start + at_a + length))
        used_b.update(range(passage.b_start + at_b, passage.b_start + at_b + length))
    return used_a, used_b
