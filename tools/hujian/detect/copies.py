"""Copies: files that hold the same text but for trifles, told as such and not as a thousand matches.

Candidates come from bottom sketches (Broder 1997: the smallest hashes of a text's grams), so that
nothing compares every file with every other; what is told is the exact Jaccard index.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hujian.detect.grams import distinct
from hujian.detect.stream import Ints, Stream
from hujian.detect.suffixes import Longs
from hujian.model import Copy

GRAM = 8
LEAST_JACCARD = 0.80  # seven letters of a hundred changed, one by one, still make a copy
SKETCH = 64
LEAST_SHARED = 24  # of the sketch: an index of 0.8 gives 57 on average, fewer than 24 never in practice
_MIX = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing


def find_copies(stream: Stream, numbers: Longs) -> tuple[Copy, ...]:
    """Pairs of copies, by path; ``numbers`` are those of the grams of 8 letters."""
    grams = [
        distinct(numbers[start:end][numbers[start:end] >= 0])
        for start, end in zip(stream.starts[:-1].tolist(), stream.starts[1:].tolist(), strict=True)
    ]
    copies = []
    for a, b in _candidates(grams):
        shared = len(np.intersect1d(grams[a], grams[b], assume_unique=True))
        jaccard = shared / (len(grams[a]) + len(grams[b]) - shared)
        if jaccard >= LEAST_JACCARD:
            copies.append(Copy(stream.documents[a].path, stream.documents[b].path, round(jaccard, 6)))
    return tuple(sorted(copies, key=lambda c: (c.a, c.b)))


def _candidates(grams: Sequence[Longs]) -> list[tuple[int, int]]:
    """Pairs of texts that share much of their sketches."""
    holders: dict[int, list[int]] = defaultdict(list)
    for document, own in enumerate(grams):
        for value in _sketch(own).tolist():
            holders[value].append(document)
    shared: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        shared.update((group[0], other) for other in group[1:])
        shared.update(itertools.pairwise(group))
    sizes = [min(len(g), SKETCH) for g in grams]
    return sorted(
        pair
        for pair, count in shared.items()
        if pair[0] != pair[1] and count * SKETCH >= LEAST_SHARED * min(sizes[pair[0]], sizes[pair[1]])
    )


def _sketch(own: Longs) -> NDArray[np.uint64]:
    """The smallest hashes of a text's grams."""
    hashes = own.astype(np.uint64) * _MIX
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX
    return np.sort(hashes)[:SKETCH]


def representatives(stream: Stream, copies: Sequence[Copy]) -> Ints:
    """For every document the index of the first copy of it (itself, if there is none)."""
    index = {document.path: at for at, document in enumerate(stream.documents)}
    first = np.arange(len(stream.documents), dtype=np.int32)
    for copy in sorted(copies, key=lambda c: (c.a, c.b)):
        one, other = sorted((int(first[index[copy.a]]), int(first[index[copy.b]])))
        first[first == other] = one
    return first
