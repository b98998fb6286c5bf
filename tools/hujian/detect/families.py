"""Passages that stand in three or more documents: one family with its places, never all pairs.

Matches are pairs. Two matches that meet in one document in nearly the same stretch tell of the same passage;
what hangs together so is a family.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hujian.detect.chronology import Chronology
from hujian.detect.identity import stable_id
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
    sets = _Sets(len(matches))
    for one, other in _meetings(matches):
        sets.join(one, other)
    members: dict[int, list[Match]] = defaultdict(list)
    for at, match in enumerate(matches):
        members[sets.find(at)].append(match)
    found = (_family(group, chronology) for group in members.values() if len(group) > 1)
    return tuple(sorted((f for f in found if f is not None), key=lambda f: (_order(f.places[0]), f.id)))


def _meetings(matches: Sequence[Match]) -> Iterator[tuple[int, int]]:
    """Pairs of matches that have one stretch in common; of many over each other only neighbours."""
    sides = sorted(
        (span.document, span.start, span.end, at)
        for at, match in enumerate(matches)
        for span in (match.a, match.b)
    )
    open_sides: list[tuple[int, int, int]] = []  # start, end, match
    here = ""
    for document, start, end, at in sides:
        open_sides = [side for side in open_sides if side[1] > start] if document == here else []
        here = document
        same = next((which for first, last, which in open_sides if _same(first, last, start, end)), None)
        if same is None:
            open_sides.append((start, end, at))
        else:
            yield same, at


def _same(first: int, last: int, start: int, end: int) -> bool:
    """Whether two stretches, the one that begins earlier first, are nearly one."""
    return min(last, end) - start >= SAME * max(last - first, end - start)


def _order(span: Span) -> tuple[str, int, int]:
    return (span.document, span.start, span.end)


def _family(group: Sequence[Match], chronology: Chronology) -> Family | None:
    places = _places(side for match in group for side in (match.a, match.b))
    if len({place.document for place in places}) < LEAST_DOCUMENTS:
        return None
    identity = stable_id("g", min(match.id for match in group))
    told = places[:MOST_PLACES]
    return Family(identity, told, chronology.earliest(places), len(places) - len(told))


def _places(sides: Iterable[Span]) -> tuple[Span, ...]:
    """Distinct places in order; of stretches that overlap the longest."""
    kept: list[Span] = []
    for span in sorted(set(sides), key=_order):
        if kept and kept[-1].document == span.document and kept[-1].end > span.start:
            kept[-1] = max(kept[-1], span, key=len)
        else:
            kept.append(span)
    return tuple(kept)
