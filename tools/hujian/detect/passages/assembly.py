"""Passages: stretches that two documents share.

Kernels (chains of blocks) are grown to clause edges, judged, and compete for letters: no letter is matched
twice in a pair of documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hujian.detect.letters.alignment import LEAST_COMMON
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.places import Places
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.suffixes import Grams
from hujian.detect.passages.chains import Chain, Chains, halves, in_rows
from hujian.detect.passages.competition import Competition
from hujian.detect.passages.grow import Grower
from hujian.detect.passages.heads import Heads
from hujian.detect.passages.judge import Judge
from hujian.detect.passages.passage import COMMON, Passage, rows_of
from hujian.detect.passages.trim import Trimmer

LOOSE = 0.68
"""A passage of several blocks below this ratio is taken apart ..."""
KEPT = 0.75
"""... if its parts keep so much of its common letters."""


@dataclass(frozen=True, slots=True)
class _Level:
    """Chains with the passages that grow from them, one a row."""

    passages: Ints
    halved: Sequence[int]  # rows of chains whose halves are the rows of the level below, two after two


def passages(stream: Stream, borders: Borders, places: Places, grams: Grams, chains: Chains) -> Ints:
    """Judged passages, one a row, no letter matched twice in a pair of documents, by place."""
    judge, trimmer = Judge(stream, grams), Trimmer(stream, borders, places)
    found = _judged(Grower(stream, borders, trimmer, judge), chains)
    won = trimmer.without_openers(Competition(stream, borders, trimmer, judge).winners(found))
    return Heads(stream, borders).taken_in(won)


def _judged(grower: Grower, chains: Chains) -> Ints:
    """The passages of chains; a loose one gives way to those of its halves if they keep most of it."""
    levels = []
    while len(chains):
        found = grower.grow(chains)
        poor = [row for row, chain in chains.several.items() if _is_poor(chain, found[row])]
        levels.append(_Level(found, poor))
        chains = in_rows([half for row in poor for half in halves(chains.several[row])])
    below: list[list[Passage]] = []
    for level in levels[:0:-1]:
        taken = [[own] if own.common else [] for own in map(Passage._make, level.passages.tolist())]
        for row, parts in zip(level.halved, _in_pairs(below), strict=True):
            taken[row] = _chosen(level.passages[row], parts)
        below = taken
    if not levels:
        return rows_of([])
    found, halved = levels[0].passages, levels[0].halved
    parts = [p for row, own in zip(halved, _in_pairs(below), strict=True) for p in _chosen(found[row], own)]
    whole = found[:, COMMON] > 0
    whole[halved] = False
    return np.concatenate((found[whole], rows_of(parts)))


def _in_pairs(halves_of: Sequence[list[Passage]]) -> Iterator[list[Passage]]:
    """The passages of both halves of each chain."""
    return (one + other for one, other in zip(halves_of[::2], halves_of[1::2], strict=True))


def _is_poor(chain: Chain, passage: Ints) -> bool:
    """Whether a chain's passage is loose, or has lost letters enough for a match of their own."""
    own = Passage(*passage.tolist())
    return not own.common or own.ratio < LOOSE or own.common <= chain.matched - LEAST_COMMON


def _chosen(passage: Ints, parts: list[Passage]) -> list[Passage]:
    """A chain's own passage, or those of its halves."""
    own = Passage(*passage.tolist())
    return parts if sum(p.common for p in parts) >= KEPT * own.common else [own]
