"""Families of clauses: clauses of different documents that are one expression in different wordings.

Star clustering: the clause with most support is the centre, and only what is like the centre itself joins;
nothing joins by way of a third clause. Whole clauses come first; a part of them only leads a family where it
also stands outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from hujian.detect.formulations.clauses import Clause, distinct_clauses
from hujian.detect.formulations.enumerations import Part
from hujian.detect.formulations.relatives import relatives_of
from hujian.detect.letters.stream import CLAUSE, Ints, Stream
from hujian.detect.letters.suffixes import Suffixes, grams_of
from hujian.detect.reach import Reach


class Family(NamedTuple):
    """A centre and the clauses that are variants of it, most frequent first."""

    centre: Clause
    members: tuple[Clause, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, the centre first."""
        return self.centre, *self.members


def clause_families(
    stream: Stream, units: Sequence[Part], suffixes: Suffixes, sources: Ints, reach: Reach
) -> list[Family]:
    """Families that stand in at least two sources.

    Args:
        stream: the collection.
        units: its enumerations.
        suffixes: those of the stream.
        sources: for every document the first copy of it; copies count once.
        reach: by which grams likely relatives are found, and how many of them are compared.
    """
    clauses = distinct_clauses(stream, units)
    source = sources[stream.document].data  # of every letter; read one by one
    support = [len({source[start] for start in clause.starts}) for clause in clauses]
    relatives = relatives_of(clauses, grams_of(stream, suffixes, reach.family_gram), reach.neighbours)
    likely = [k for k in range(len(clauses)) if support[k] > 1 or k in relatives]
    partial = {k: _is_part(stream, clauses[k]) for k in likely}
    order = sorted(
        likely,
        key=lambda k: (partial[k], -support[k], -len(clauses[k].starts), -len(relatives[k]), clauses[k].text),
    )
    rank = {k: at for at, k in enumerate(order)}
    families: list[Family] = []
    taken: set[int] = set()
    furthest = np.zeros(len(stream.letters), np.int32)  # end of a clause in a family over each letter
    for centre in order:
        if centre in taken or (partial[centre] and _lies_inside(furthest, clauses[centre])):
            continue
        members = sorted((k for k in relatives[centre] if k not in taken), key=rank.__getitem__)
        if support[centre] < 2 and not members:
            continue
        family = Family(clauses[centre], tuple(clauses[k] for k in members))
        if len({source[start] for clause in family.clauses for start in clause.starts}) < 2:
            continue
        taken |= {centre, *members}
        families.append(family)
        _cover(furthest, family)
    return families


def _is_part(stream: Stream, clause: Clause) -> bool:
    """Whether a clause is but the part of a longer one wherever it stands."""
    size = len(clause.text)
    return all(stream.strength[s] < CLAUSE or stream.edge_at(s + size) < CLAUSE for s in clause.starts)


def _lies_inside(reach: Ints, clause: Clause) -> bool:
    """Whether every place of a clause lies inside a clause of a family."""
    return all(reach[start] >= start + len(clause.text) for start in clause.starts)


def _cover(reach: Ints, family: Family) -> None:
    """Note the places of a family's clauses."""
    for clause in family.clauses:
        for start in clause.starts:
            end = start + len(clause.text)
            np.maximum(reach[start:end], end, out=reach[start:end])
