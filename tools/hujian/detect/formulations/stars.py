"""Star clustering of clauses: a centre, and only what is like the centre itself.

The clause with most support is the centre, and nothing joins by way of a third clause. Whole clauses come
first; a part of them only leads where it also stands outside of the clauses chosen before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.clauses import Clauses
from hujian.detect.formulations.weights import Weights
from hujian.detect.letters.stream import Ints

Star = list[int]
"""Numbers of clauses, the centre first."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    """Clauses that may be in a star, in order of rank; parallel arrays."""

    clause: Ints  # numbers
    partial: NDArray[np.bool_]  # but the part of a longer clause wherever it stands
    low: Ints  # first source
    high: Ints  # last source
    first: Ints  # the relatives of k are relatives[first[k]:first[k + 1]], by rank
    relatives: Ints


def stars(clauses: Clauses, pairs: tuple[Ints, Ints], weights: Weights) -> list[Star]:
    """Stars that stand in at least two sources, as they were chosen.

    Args:
        clauses: distinct ones.
        pairs: of clauses that are alike, each pair once.
        weights: those of the clauses.
    """
    ranked = _ranked(clauses, pairs, weights)
    leading = np.flatnonzero(_may_lead(ranked))
    partial = ranked.partial[leading]
    number = ranked.clause.data  # read one by one
    taken = bytearray(len(number))
    found = [star for centre in leading[~partial].tolist() if (star := _star(ranked, taken, centre))]
    cover = _Cover(clauses, ranked.clause[np.frombuffer(taken, bool)])
    for centre in leading[partial].tolist():
        if not taken[centre] and not cover.holds(number[centre]):
            star = _star(ranked, taken, centre)
            found.append(star)
            cover.add([number[k] for k in star])
    return [[number[k] for k in star] for star in found if star]


def _ranked(clauses: Clauses, pairs: tuple[Ints, Ints], weights: Weights) -> _Ranked:
    """The clauses with support or relatives."""
    count, first, source = len(clauses), clauses.first[:-1], weights.source
    degree = np.bincount(np.concatenate(pairs), minlength=count).astype(np.int32)
    likely = np.flatnonzero((weights.support > 1) | (degree > 0)).astype(np.int32)
    clause = weights.ranked(likely, degree)
    rank = np.zeros(count, np.int32)
    rank[clause] = np.arange(len(clause), dtype=np.int32)
    one, other = (np.concatenate(sides).astype(np.int64) for sides in (pairs, pairs[::-1]))
    related = np.sort(rank[one].astype(np.int64) << 32 | rank[other])
    return _Ranked(
        clause=clause,
        partial=weights.partial[clause],
        low=np.minimum.reduceat(source, first)[clause],
        high=np.maximum.reduceat(source, first)[clause],
        first=np.append(0, np.cumsum(degree[clause])).astype(np.int32),
        relatives=related.astype(np.int32),
    )


def _may_lead(ranked: _Ranked) -> NDArray[np.bool_]:
    """Which clauses stand in two sources, together with all their relatives."""
    low, high = ranked.low.copy(), ranked.high.copy()
    one = np.repeat(np.arange(len(low), dtype=np.int32), np.diff(ranked.first))
    np.minimum.at(low, one, ranked.low[ranked.relatives])
    np.maximum.at(high, one, ranked.high[ranked.relatives])
    return np.asarray(low < high)


def _star(ranked: _Ranked, taken: bytearray, centre: int) -> Star:
    """Take a centre and its relatives that are not taken yet; nothing if they stand in one source."""
    if taken[centre]:
        return []
    relatives = ranked.relatives[ranked.first.item(centre) : ranked.first.item(centre + 1)]
    star = [centre, *(k for k in relatives.tolist() if not taken[k])]
    low, high = ranked.low.data, ranked.high.data
    source = low[centre]
    if all(low[k] == source == high[k] for k in star):
        return []
    for k in star:
        taken[k] = 1
    return star


class _Cover:
    """Tells whether a clause lies inside clauses of stars wherever it stands."""

    def __init__(self, clauses: Clauses, chosen: Ints) -> None:
        self._clauses = clauses
        self._starts, self._first = clauses.starts.data, clauses.first.data  # read one by one
        self._length = clauses.length.data
        inside = np.zeros(len(clauses), bool)
        inside[chosen] = True
        inside, ends = inside[clauses.number], clauses.ends
        furthest = np.zeros(len(clauses.letters), np.int32)  # end of a clause in a star over each letter
        np.maximum.at(furthest, clauses.starts[inside], ends[inside])
        self._furthest = np.maximum.accumulate(furthest, out=furthest)
        self._reach = furthest.data  # the same, to be read one by one

    def holds(self, clause: int) -> bool:
        """Whether every place of a clause lies inside a clause of a star."""
        size = self._length[clause]
        return all(self._reach[start] >= start + size for start in self._places(clause))

    def add(self, star: Star) -> None:
        """Note the places of a star's clauses."""
        for clause in star:
            for start in self._places(clause):
                end = start + self._length[clause]
                np.maximum(self._furthest[start:end], end, out=self._furthest[start:end])

    def _places(self, clause: int) -> memoryview:
        return self._starts[self._first[clause] : self._first[clause + 1]]
