"""Copies: files that hold the same text but for trifles, told as such and not as a thousand matches.

Candidates come from bottom sketches (Broder 1997: the smallest hashes of a text's grams), so that
nothing compares every file with every other; what is told is the exact Jaccard index.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.grams import distinct
from hujian.detect.letters.stream import Ints, Stream
from hujian.model import Copy

GRAM = 8
LEAST_JACCARD = 0.80  # seven letters of a hundred changed, one by one, still make a copy
SKETCH = 64
LEAST_SHARED = 24  # of the sketch: an index of 0.8 gives 57 on average, fewer than 24 never in practice
SMALL = 16
"""In a group of so many texts every pair is looked at; in a larger one each with the first and the next."""
_MIX = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing


def find_copies(stream: Stream, numbers: Ints) -> tuple[tuple[Copy, ...], Ints]:
    """Copies, and the original of every document.

    An original is the first of its group by path (of a text without copies, itself), and every other text of
    the group a copy of the original; a copy of a mere copy, itself too different, begins a group of its own.

    Args:
        stream: the collection.
        numbers: of the grams of ``GRAM`` letters, and of the lines that are too short for one: texts of short
            lines, as tables are, are no copies by the one sentence that they share.

    Returns:
        Pairs of texts of one group, by path; for every document the index of its original.
    """
    grams = [
        distinct(numbers[start:end][numbers[start:end] >= 0])
        for start, end in zip(stream.starts[:-1].tolist(), stream.starts[1:].tolist(), strict=True)
    ]

    @cache
    def jaccard(a: int, b: int) -> float:
        shared = len(np.intersect1d(grams[a], grams[b], assume_unique=True))
        return shared / (len(grams[a]) + len(grams[b]) - shared)

    original = np.arange(len(grams), dtype=np.int32)
    for b, likely in sorted(_candidates(grams).items()):
        for a in sorted(likely):
            if original[a] == a and jaccard(a, b) >= LEAST_JACCARD:
                original[b] = a
                break
    paths = [document.path for document in stream.documents]
    pairs = (pair for group in _groups(original) for pair in _pairs(group))
    copies = [Copy(paths[a], paths[b], round(jaccard(a, b), 6)) for a, b in sorted(pairs)]
    return tuple(copies), original


def _groups(original: Ints) -> list[list[int]]:
    """Documents by their original."""
    groups: dict[int, list[int]] = defaultdict(list)
    for document, first in enumerate(original.tolist()):
        groups[first].append(document)
    return list(groups.values())


def _pairs(group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every pair of a small group; in a large one each with the first and the next."""
    if len(group) <= SMALL:
        return itertools.combinations(group, 2)
    return iter({(group[0], other) for other in group[1:]} | set(itertools.pairwise(group)))


def _candidates(grams: Sequence[Ints]) -> dict[int, set[int]]:
    """For every text the earlier ones that share much of its sketch."""
    holders: dict[int, list[int]] = defaultdict(list)
    for document, own in enumerate(grams):
        for value in _sketch(own).tolist():
            holders[value].append(document)
    shared: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        shared.update(_pairs(group))
    sizes = [min(len(g), SKETCH) for g in grams]
    likely: dict[int, set[int]] = defaultdict(set)
    for (a, b), count in shared.items():
        if count * SKETCH >= LEAST_SHARED * min(sizes[a], sizes[b]):
            likely[b].add(a)
    return likely


def _sketch(own: Ints) -> NDArray[np.uint64]:
    """The smallest hashes of a text's grams."""
    hashes = own.astype(np.uint64) * _MIX
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX
    return np.sort(hashes)[:SKETCH]
