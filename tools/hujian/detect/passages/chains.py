"""Chains of blocks: blocks that follow one another in both documents over small gaps.

Colinear chaining as in sequence alignment (Eppstein et al. 1992), here per pair of lines, with a window
that is so small that looking back over it needs no data structure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.passages.blocks import Block

WIDEST_GAP = 15
"""Unmatched letters that a chain may leap over, on either side (gold guidelines: about 15)."""
REMAINDER = 8
"""Matched letters that may follow over any gap."""
DENSITY = 8
"""Blocks that may lie over one letter of a line, on average."""
GAP_COST = 0.25  # per letter: a chain must earn what it leaps over


class Chain(NamedTuple):
    """Blocks in order, not overlapping in either document."""

    blocks: tuple[Block, ...]

    @property
    def matched(self) -> int:
        """Letters in blocks."""
        return sum(block.length for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Chains:
    """Many chains, one a row. Nearly all are a single block, which needs no object of its own."""

    first: Ints  # a, b and length of the first block
    last: Ints  # the same of the last one
    matched: Ints  # letters in blocks
    several: Mapping[int, Chain]  # by row, the chains of several blocks

    def __len__(self) -> int:
        return len(self.matched)

    def at(self, row: int) -> Chain:
        """One chain."""
        return self.several.get(row) or Chain((Block(*self.first[row].tolist()),))


def in_rows(members: Sequence[Chain]) -> Chains:
    """Chains as rows, in their order."""
    return Chains(
        _rows([chain.blocks[0] for chain in members]),
        _rows([chain.blocks[-1] for chain in members]),
        np.array([chain.matched for chain in members], np.int32),
        {row: chain for row, chain in enumerate(members) if len(chain.blocks) > 1},
    )


def chains(stream: Stream, blocks: Ints) -> Chains:
    """Best chains of each pair of lines; every block, one a row, is in one chain.

    Args:
        stream: the collection.
        blocks: ordered by (line of a, line of b, a, b).
    """
    alone, groups = _by_lines(stream, blocks)
    single = blocks[alone]
    linked = in_rows([chain for group in groups for chain in _of_lines(group)])
    return Chains(
        np.concatenate((single, linked.first)),
        np.concatenate((single, linked.last)),
        np.concatenate((single[:, 2], linked.matched)),
        {len(single) + row: chain for row, chain in linked.several.items()},
    )


def _rows(blocks: Sequence[Block]) -> Ints:
    return np.array(blocks, np.int32).reshape(-1, len(Block._fields))


def _by_lines(stream: Stream, blocks: Ints) -> tuple[NDArray[np.bool_], Iterator[list[Block]]]:
    """Which blocks are the only one of their two lines, and the others by lines."""
    lines = stream.line[blocks[:, :2]]
    heads = np.flatnonzero(np.append(True, (lines[1:] != lines[:-1]).any(axis=1))[: len(blocks)])
    sizes = np.diff(np.append(heads, len(blocks)))
    many = sizes > 1
    bounds = zip(heads[many].tolist(), sizes[many].tolist(), strict=True)
    groups = (list(map(Block._make, blocks[head : head + size].tolist())) for head, size in bounds)
    return np.repeat(~many, sizes), groups


def _of_lines(blocks: list[Block]) -> Iterator[Chain]:
    """The chains of two lines, the best first."""
    members = _likely(blocks)
    if len(members) == 1:
        yield Chain(tuple(members))
        return
    links = _links(members)
    for component in _components(links):
        for chain in _chains_of(members, links, component):
            yield from (Chain(part) for part in split_remainders(_disjoint(chain)))


def _likely(blocks: list[Block]) -> list[Block]:
    """The blocks of two lines; of lines that repeat themselves the longest and straightest, in their order.

    Else a roster that repeats a heading a hundred times on both sides would have ten thousand blocks.
    """
    first = blocks[0]
    last_a, last_b = max(block.a_end for block in blocks), max(block.b_end for block in blocks)
    first_b = min(block.b for block in blocks)
    room = DENSITY * min(last_a - first.a, last_b - first_b)
    if sum(block.length for block in blocks) <= room:
        return blocks
    straight = first_b - first.a
    kept = []
    for block in sorted(blocks, key=lambda block: (-block.length, abs(block.b - block.a - straight), block)):
        room -= block.length
        if room < 0:
            break
        kept.append(block)
    return sorted(kept or [max(blocks, key=lambda block: block.length)])


def _links(blocks: Sequence[Block]) -> list[list[tuple[int, float]]]:
    """For every block, in order of a, the earlier ones that it may follow and what that gains."""
    longest = max(block.length for block in blocks)
    links: list[list[tuple[int, float]]] = []
    for at, block in enumerate(blocks):
        links.append([])
        for earlier in range(at - 1, -1, -1):
            previous = blocks[earlier]
            if block.a - previous.a > longest + WIDEST_GAP:
                break  # nothing before it reaches as far as here
            gained = _gain(previous, block)
            if gained is not None:
                links[at].append((earlier, gained))
    return links


def _components(links: Sequence[Sequence[tuple[int, float]]]) -> list[list[int]]:
    """Blocks that are linked with one another directly or by way of others; chains never leave one."""
    root = list(range(len(links)))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for at, before in enumerate(links):
        for earlier, _ in before:
            root[find(at)] = find(earlier)
    members: dict[int, list[int]] = {}
    for at in range(len(links)):
        members.setdefault(find(at), []).append(at)
    return list(members.values())


def _chains_of(
    blocks: Sequence[Block], links: Sequence[Sequence[tuple[int, float]]], component: Sequence[int]
) -> Iterator[list[Block]]:
    """Chains of one component: the best, then the best of what it leaves, until nothing is left."""
    rest = list(component)
    while rest:
        best = _best_chain(blocks, links, rest)
        yield [blocks[at] for at in best]
        taken = set(best)
        rest = [at for at in rest if at not in taken]


def _best_chain(
    blocks: Sequence[Block], links: Sequence[Sequence[tuple[int, float]]], rest: Sequence[int]
) -> list[int]:
    """The chain with the highest score: letters matched less the cost of gaps."""
    scores: dict[int, float] = {}
    before: dict[int, int] = {}
    for at in rest:
        score, link = float(blocks[at].length), -1
        for earlier, gained in links[at]:
            if earlier in scores and scores[earlier] + gained > score:
                score, link = scores[earlier] + gained, earlier
        scores[at] = score
        before[at] = link
    at = max(rest, key=scores.__getitem__)
    chain = []
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _gain(previous: Block, block: Block) -> float | None:
    """What appending a block adds to a chain's score, None if it does not follow closely."""
    if block.a <= previous.a or block.b <= previous.b:
        return None
    gap_a, gap_b = block.a - previous.a_end, block.b - previous.b_end
    if max(gap_a, gap_b) > WIDEST_GAP:
        return None
    overlap = max(0, -gap_a, -gap_b)
    if overlap >= block.length:
        return None
    return block.length - overlap - GAP_COST * (max(gap_a, 0) + max(gap_b, 0))


def _disjoint(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Cut from every block what overlaps the one before it."""
    result: list[Block] = []
    for block in blocks:
        overlap = 0
        if result:
            overlap = max(0, result[-1].a_end - block.a, result[-1].b_end - block.b)
        result.append(Block(block.a + overlap, block.b + overlap, block.length - overlap))
    return tuple(result)


def split_remainders(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """Cut a chain where a few letters hang on to it over a gap longer than themselves (gold guidelines)."""
    parts, first, left = [], 0, 0
    whole = sum(block.length for block in blocks)
    for at in range(1, len(blocks)):
        before, after = blocks[at - 1], blocks[at]
        left += before.length
        gap = max(after.a - before.a_end, after.b - before.b_end)
        if min(left, whole - left) < min(REMAINDER, gap):
            parts.append(blocks[first:at])
            first, whole, left = at, whole - left, 0
    return [*parts, blocks[first:]]


def halves(chain: Chain) -> tuple[Chain, Chain]:
    """A chain cut at its widest gap, of several the one nearest to its middle; it has two blocks at least."""
    blocks = chain.blocks
    middle = len(blocks) / 2

    def width(k: int) -> tuple[int, float]:
        before, after = blocks[k - 1], blocks[k]
        return after.a - before.a_end + after.b - before.b_end, -abs(k - middle)

    widest = max(range(1, len(blocks)), key=width)
    return Chain(blocks[:widest]), Chain(blocks[widest:])
