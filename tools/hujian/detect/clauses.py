"""Families of clauses: clauses of different documents that are one expression in different wordings.

Star clustering: the clause with most support is the centre, and only what is like the centre itself joins;
nothing joins by way of a third clause.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hujian.detect.alignment import common
from hujian.detect.grams import Longs, gram_numbers
from hujian.detect.stream import CLAUSE, PHRASE, Ints, Stream

SHORTEST, LONGEST = 4, 40
"""Letters of a clause that can be an expression; longer ones are passages."""
LONG_PART = 6  # letters of a part of a clause, from which it is looked at by itself
LEAST_COMMON, LEAST_RATIO = 8, 0.66
"""What a variant shares with its centre: two thirds of the letters, and as many as a match ..."""
CLOSE_COMMON, CLOSE_RATIO = 6, 0.8
"""... or fewer, if little else is different."""
NUMERAL = re.compile(r"第?[一二三四五六七八九十0-9]{1,3}")
OPENING = re.compile(r"(?:[0-9]{4}年)?(?:我们|各级|必须|要|将|但|并|其中|同时|特别是|因此|以及)*")
"""What stands at the head of a clause before a formulation: year, address, modal verb."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A distinct clause with the places where it stands as a clause of its own."""

    text: str
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A centre and the clauses that are variants of it, most frequent first."""

    centre: Clause
    members: tuple[Clause, ...]


def clause_bounds(stream: Stream) -> Iterator[tuple[int, int]]:
    """Clauses of the collection, and the longer parts of clauses between phrase marks; titles left out."""
    seen = set()
    titles = stream.titles()
    for least, shortest in ((CLAUSE, SHORTEST), (PHRASE, LONG_PART)):
        starts = np.flatnonzero(stream.edge >= least).tolist()
        for start, end in zip(starts, [*starts[1:], len(stream.edge)], strict=True):
            bounds = _bare(stream, start, end), end
            if titles[start] or bounds in seen:
                continue
            if shortest <= end - bounds[0] <= LONGEST:
                seen.add(bounds)
                yield bounds


def _bare(stream: Stream, start: int, end: int) -> int:
    """Start of a clause without its numbering, year and opening words (二、2022年…, 我们要…)."""
    mark = next((at for at in range(start + 1, min(start + 4, end)) if stream.strength[at] >= PHRASE), start)
    if mark > start and NUMERAL.fullmatch(stream.letters, start, mark):
        start = mark
    opening = OPENING.match(stream.letters, start, end)
    return start if opening is None else opening.end()


def clause_families(stream: Stream, sources: Ints, gram: int, neighbours: int) -> list[Family]:
    """Families that stand in at least two sources.

    Args:
        stream: the collection.
        sources: for every document the first copy of it; copies count once.
        gram: letters of the grams by which likely relatives are found.
        neighbours: clauses with the same gram that a clause is compared with; keeps the work linear.
    """
    clauses = _distinct(stream)
    support = [len({int(sources[stream.document[s]]) for s in c.starts}) for c in clauses]
    relatives = _relatives(clauses, gram_numbers(stream, gram), gram, neighbours)
    order = sorted(
        range(len(clauses)),
        key=lambda k: (-support[k], -len(clauses[k].starts), -len(relatives[k]), clauses[k].text),
    )
    rank = {k: at for at, k in enumerate(order)}
    families: list[Family] = []
    taken: set[int] = set()
    for centre in order:
        if centre in taken:
            continue
        members = sorted((k for k in relatives[centre] if k not in taken), key=rank.__getitem__)
        if support[centre] < 2 and not members:
            continue
        places = [s for k in (centre, *members) for s in clauses[k].starts]
        if len({int(sources[stream.document[s]]) for s in places}) < 2:
            continue
        taken |= {centre, *members}
        families.append(Family(clauses[centre], tuple(clauses[k] for k in members)))
    return families


def _distinct(stream: Stream) -> list[Clause]:
    """Every clause text once, with its places."""
    starts: dict[str, list[int]] = defaultdict(list)
    for start, end in clause_bounds(stream):
        starts[stream.letters[start:end]].append(start)
    return [Clause(text, tuple(places)) for text, places in starts.items()]


def _relatives(clauses: Sequence[Clause], numbers: Longs, gram: int, neighbours: int) -> list[set[int]]:
    """For every clause those that are like it."""
    holders: dict[int, list[int]] = defaultdict(list)
    for which, clause in enumerate(clauses):
        at = clause.starts[0]
        for number in set(numbers[at : max(at, at + len(clause.text) - gram + 1)].tolist()):
            holders[number].append(which)
    near: list[set[int]] = [set() for _ in clauses]
    seen: set[tuple[int, int]] = set()
    for group in holders.values():
        for at, one in enumerate(group):
            for other in group[at + 1 : at + 1 + neighbours]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    if are_variants(clauses[one].text, clauses[other].text):
                        near[one].add(other)
                        near[other].add(one)
    return near


def are_variants(one: str, other: str) -> bool:
    """Whether two clauses are so alike that they may be one expression."""
    total = len(one) + len(other)
    if 2 * min(len(one), len(other)) < LEAST_RATIO * total:
        return False
    shared = common(one, other)
    return (shared >= LEAST_COMMON and 2 * shared >= LEAST_RATIO * total) or (
        shared >= CLOSE_COMMON and 2 * shared >= CLOSE_RATIO * total
    )
