"""Which formulations stand within longer ones, so that a list need not tell the same wording twice."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence

from hujian.model import Formulation
from hujian.write.shelf import is_generic

_MOST = 0.5  # of its places, more than: then a formulation is a part of the longer one


def hosts(formulations: Sequence[Formulation]) -> dict[str, Formulation]:
    """By id, for a formulation most places of which lie in places of a longer one, the longest such one.

    套话 is told within 套话 only: it is left out of lists in which the others stand.
    """
    by_id = {f.id: f for f in formulations}
    places: dict[str, dict[str, list[tuple[int, int]]]] = {}
    found: dict[str, Formulation] = {}
    for formulation in formulations:
        larger = [by_id[i] for i in formulation.contained_in if i in by_id and i != formulation.id]
        larger = [f for f in larger if is_generic(f) == is_generic(formulation)]
        for other in sorted(larger, key=lambda f: (-len(f.canonical), f.id)):
            if other.id not in places:
                places[other.id] = _by_document(other)
            within = sum(
                _holds(places[other.id].get(o.document, []), o.start, o.end) for o in formulation.occurrences
            )
            if within > _MOST * len(formulation.occurrences):
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


def _by_document(formulation: Formulation) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place in formulation.occurrences:
        found[place.document].append((place.start, place.end))
    return {path: sorted(spans) for path, spans in found.items()}


def _holds(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of a formulation's places, in order, holds a stretch."""
    at = bisect.bisect_right(spans, (start, end)) - 1
    return any(spans[n][0] <= start and end <= spans[n][1] for n in (at, at + 1) if 0 <= n < len(spans))
