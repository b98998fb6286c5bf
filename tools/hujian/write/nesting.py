"""Which formulations stand within longer ones, so that a list need not tell the same wording twice."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence

from hujian.model import Formulation
from hujian.write.shelf import is_generic

_Places = dict[str, list[tuple[int, int]]]  # by document, in order: start and end

_MOST = 0.5  # of its places, more than: then a formulation is a part of the longer one


def hosts(formulations: Sequence[Formulation]) -> dict[str, Formulation]:
    """By id, for a formulation most places of which lie in places of a longer one, the longest such one.

    套话 is told within 套话 only: it is left out of lists in which the others stand.
    """
    by_id = {f.id: f for f in formulations}
    places = {f.id: _by_document(f) for f in formulations}
    found: dict[str, Formulation] = {}
    for formulation in formulations:
        larger = [by_id[i] for i in formulation.contained_in if i in by_id and i != formulation.id]
        larger = [f for f in larger if is_generic(f) == is_generic(formulation)]
        most = _MOST * len(formulation.occurrences)
        for other in sorted(larger, key=lambda f: (-len(f.canonical), f.id)):
            if _within(places[formulation.id], places[other.id], most):
                found[formulation.id] = other
                break
    return found


def ordered(formulations: Sequence[Formulation]) -> list[tuple[Formulation, bool]]:
    """Formulations in their order, each followed by those within it, which are marked so."""
    within = hosts(formulations)
    parts: dict[str, list[Formulation]] = defaultdict(list)
    for formulation in formulations:
        if formulation.id in within:
            parts[_outermost(formulation, within).id].append(formulation)
    outer = [f for f in formulations if f.id not in within]
    return [each for f in outer for each in ((f, False), *((part, True) for part in parts[f.id]))]


def _outermost(formulation: Formulation, within: Mapping[str, Formulation]) -> Formulation:
    while formulation.id in within:
        formulation = within[formulation.id]  # longer by every step
    return formulation


def _by_document(formulation: Formulation) -> _Places:
    found: _Places = defaultdict(list)
    for place in formulation.occurrences:
        found[place.document].append((place.start, place.end))
    return {path: sorted(spans) for path, spans in found.items()}


def _within(places: _Places, larger: _Places, most: float) -> bool:
    """Whether more than so many places lie in places of a larger formulation.

    Most pairs have too few in the same documents: that is told without a look at the places.
    """
    common = places.keys() & larger.keys()
    if sum(len(places[path]) for path in common) <= most:
        return False
    return sum(_holds(larger[path], *place) for path in common for place in places[path]) > most


def _holds(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of a formulation's places, in order, holds a stretch."""
    at = bisect.bisect_right(spans, (start, end)) - 1
    return any(spans[n][0] <= start and end <= spans[n][1] for n in (at, at + 1) if 0 <= n < len(spans))
