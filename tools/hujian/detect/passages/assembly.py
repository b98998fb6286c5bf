"""Passages: stretches that two documents share.

Kernels (chains of blocks) are grown to clause edges, judged, and compete for letters: no letter is matched
twice in a pair of documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hujian.detect.letters.alignment import LEAST_COMMON
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import Stream
from hujian.detect.passages.chains import Chain, halves
from hujian.detect.passages.competition import Competition
from hujian.detect.passages.grow import Grower
from hujian.detect.passages.judge import Judge
from hujian.detect.passages.passage import Passage

LOOSE = 0.68
"""A passage of several blocks below this ratio is taken apart ..."""
KEPT = 0.75
"""... if its parts keep so much of its common letters."""


@dataclass(slots=True)
class _Node:
    """A chain with its passage and, where that is loose, those of its halves."""

    chain: Chain
    passage: Passage | None
    halves: tuple[int, ...] = ()  # indexes of nodes


def passages(stream: Stream, borders: Borders, judge: Judge, kernels: Iterable[Chain]) -> list[Passage]:
    """Judged passages, no letter matched twice in a pair of documents, by place."""
    found = _judged(judge, Grower(stream, borders), list(kernels))
    return Competition(stream, borders, judge).winners(found)


def _judged(judge: Judge, grower: Grower, chains: list[Chain]) -> list[Passage]:
    """The passages of chains; a loose one gives way to those of its halves if they keep most of it."""
    nodes: list[_Node] = []
    level = chains
    while level:
        base = len(nodes) + len(level)
        following: list[Chain] = []
        for chain, kernel in zip(level, grower.kernels(level), strict=True):
            grown = () if kernel is None else grower.grow(kernel)
            node = _Node(chain, next((p for p in grown if judge.is_match(p)), None))
            if len(chain.blocks) > 1 and _is_poor(chain, node.passage):
                node.halves = (base + len(following), base + len(following) + 1)
                following += halves(chain)
            nodes.append(node)
        level = following
    chosen: dict[int, list[Passage]] = {}
    for at in range(len(nodes) - 1, -1, -1):  # halves come behind their chain
        chosen[at] = _chosen(nodes[at], [p for half in nodes[at].halves for p in chosen.pop(half)])
    return [passage for at in range(len(chains)) for passage in chosen[at]]


def _is_poor(chain: Chain, passage: Passage | None) -> bool:
    """Whether a chain's passage is loose, or has lost letters enough for a match of their own."""
    if passage is None or passage.ratio < LOOSE:
        return True
    return passage.common <= chain.matched - LEAST_COMMON


def _chosen(node: _Node, parts: list[Passage]) -> list[Passage]:
    """A node's own passage, or those of its halves."""
    if node.passage is None:
        return parts
    if node.halves and sum(p.common for p in parts) >= KEPT * node.passage.common:
        return parts
    return [node.passage]
