"""Star clustering of clauses: a centre, and only what is like the centre itself.

The clause with most support is the centre, and nothing joins by way of a third clause. Whole clauses come
first; a part of them only leads where it also stands outside of the clauses chosen before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.clauses import Clauses
from hujian.detect.letters.grams import distinct
from hujian.detect.letters.stream import CLAUSE, Ints, Stream

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


def stars(stream: Stream, clauses: Clauses, pairs: tuple[Ints, Ints], sources: Ints) -> list[Star]:
    """Stars that stand in at least two sources, as they were chosen.

    Args:
        stream: the collection.
        clauses: distinct ones.
        pairs: of clauses that are alike, each pair once.
        sources: for every document the first copy of it; copies count once.
    """
    ranked = _ranked(stream, clauses, pairs, sources[stream.document[clauses.starts]])
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


def _ranked(stream: Stream, clauses: Clauses, pairs: tuple[Ints, Ints], source: Ints) -> _Ranked:
    """The clauses with support or relatives; ``source`` is that of every place.

    Whole ones come first, then those with most support, places and relatives.
    """
    count, first = len(clauses), clauses.first[:-1]
    count_key, support_key, partial = _weights(stream, clauses, source)
    degree = np.bincount(np.concatenate(pairs), minlength=count)
    likely = np.flatnonzero((support_key < -1) | (degree > 0)).astype(np.int32)
    keys = (clauses.order, -degree, count_key, support_key, partial)
    clause = likely[np.lexsort([key[likely] for key in keys])]
    rank = np.zeros(count, np.int32)
    rank[clause] = np.arange(len(clause), dtype=np.int32)
    one, other = (np.concatenate(sides).astype(np.int64) for sides in (pairs, pairs[::-1]))
    related = np.sort(rank[one].astype(np.int64) << 32 | rank[other])
    return _Ranked(
        clause=clause,
        partial=partial[clause],
        low=np.minimum.reduceat(source, first)[clause],
        high=np.maximum.reduceat(source, first)[clause],
        first=np.append(0, np.cumsum(degree[clause])).astype(np.int32),
        relatives=related.astype(np.int32),
    )


def ranks_of(stream: Stream, clauses: Clauses, source: Ints) -> Ints:
    """The rank of every clause as a centre, but for its relatives; ``source`` is that of every place."""
    by_rank = np.lexsort((clauses.order, *_weights(stream, clauses, source)))
    ranks = np.empty(len(by_rank), np.int32)
    ranks[by_rank] = np.arange(len(by_rank), dtype=np.int32)
    return ranks


def _weights(stream: Stream, clauses: Clauses, source: Ints) -> tuple[Ints, Ints, NDArray[np.bool_]]:
    """What ranks clauses, the weightiest last: places and sources, both negative; which are parts."""
    own = distinct(clauses.number.astype(np.int64) << 32 | source) >> 32
    support = np.bincount(own, minlength=len(clauses)).astype(np.int32)
    return -np.diff(clauses.first), -support, _are_parts(stream, clauses)


def _are_parts(stream: Stream, clauses: Clauses) -> NDArray[np.bool_]:
    """Which clauses are but the parts of longer ones wherever they stand."""
    edge = np.frombuffer(stream.strength, np.uint8)
    part = (edge[clauses.starts] < CLAUSE) | (edge[clauses.ends] < CLAUSE)
    return np.asarray(np.logical_and.reduceat(part, clauses.first[:-1]))


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
