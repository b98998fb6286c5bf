"""Passages that stand in three or more documents: one family with its places, never all pairs.

Matches are pairs. Two matches that meet in one document in nearly the same stretch tell of the same passage;
what hangs together so is a family.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from hujian.detect.chronology import Chronology
from hujian.detect.identity import stable_ids
from hujian.model import Family, Match, Span

SAME = 0.8
"""Share of the longer stretch that two stretches have in common if they are the same passage."""
LEAST_DOCUMENTS = 3
MOST_PLACES = 200
"""Places told of a family; of a licence that stands in thousands of files the first ones are enough."""


class _Sets:
    """Disjoint sets of numbers (union-find with path halving)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, one: int) -> int:
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        a, b = sorted((self.find(one), self.find(other)))
        self._parent[b] = a


def families(matches: Sequence[Match], chronology: Chronology) -> tuple[Family, ...]:
    """Families of at least three documents, by their first place."""
    numbers, places = _distinct([side for match in matches for side in (match.a, match.b)])
    sets = _Sets(len(places))
    for one, other in itertools.chain(zip(numbers[::2], numbers[1::2], strict=True), _meetings(places)):
        sets.join(one, other)
    members: dict[int, list[Span]] = defaultdict(list)
    for at, place in enumerate(places):
        members[sets.find(at)].append(place)
    groups = {first: own for first, own in members.items() if _documents(own) >= LEAST_DOCUMENTS}
    names: dict[int, str] = {}
    for match, at in zip(matches, numbers[::2], strict=True):
        first = sets.find(at)
        if first in groups:
            names[first] = min(names.get(first, match.id), match.id)
    identities = stable_ids("g", ((names[first],) for first in groups))
    found = (
        _family(identity, own, chronology) for identity, own in zip(identities, groups.values(), strict=True)
    )
    return tuple(sorted(found, key=lambda f: (_order(f.places[0]), f.id)))


def _distinct(sides: Sequence[Span]) -> tuple[list[int], list[Span]]:
    """The number of every side's place, and the places in order."""
    rank = {path: at for at, path in enumerate(sorted({side.document for side in sides}))}
    columns = np.array(
        [
            [side.end for side in sides],
            [side.start for side in sides],
            [rank[side.document] for side in sides],
        ],
        np.int32,
    )
    order = np.lexsort(columns)
    new = np.ones(len(sides), bool)
    new[1:] = (np.diff(columns[:, order]) != 0).any(axis=0)
    numbers = np.empty(len(sides), np.int32)
    numbers[order] = np.cumsum(new) - 1
    return numbers.tolist(), [sides[at] for at in order[new].tolist()]


def _meetings(places: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Pairs of places that are nearly one; of many over each other only neighbours."""
    open_places: list[tuple[int, int, int]] = []  # start, end, place
    here = ""
    for at, place in enumerate(places):
        start, end = place.start, place.end
        open_places = [one for one in open_places if one[1] > start] if place.document == here else []
        here = place.document
        same = next((which for first, last, which in open_places if _same(first, last, start, end)), None)
        if same is None:
            open_places.append((start, end, at))
        else:
            yield same, at


def _same(first: int, last: int, start: int, end: int) -> bool:
    """Whether two stretches, the one that begins earlier first, are nearly one."""
    return min(last, end) - start >= SAME * max(last - first, end - start)


def _documents(places: Iterable[Span]) -> int:
    """In how many documents places lie."""
    return len({place.document for place in places})


def _order(span: Span) -> tuple[str, int, int]:
    return (span.document, span.start, span.end)


def _family(identity: str, group: Sequence[Span], chronology: Chronology) -> Family:
    places = _longest(group)
    told = places[:MOST_PLACES]
    return Family(identity, told, chronology.earliest(places), len(places) - len(told))


def _longest(places: Iterable[Span]) -> tuple[Span, ...]:
    """Of places, in order, that overlap the longest."""
    kept: list[Span] = []
    for span in places:
        if kept and kept[-1].document == span.document and kept[-1].end > span.start:
            kept[-1] = max(kept[-1], span, key=len)
        else:
            kept.append(span)
    return tuple(kept)
