"""Families of clauses: clauses of different documents that are one expression in different wordings."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from hujian.detect.formulations.clauses import Clause, distinct_clauses
from hujian.detect.formulations.enumerations import Part
from hujian.detect.formulations.figures import differ_in_figures, together
from hujian.detect.formulations.relatives import relatives_of
from hujian.detect.formulations.stars import stars
from hujian.detect.formulations.titles import of_different_titles
from hujian.detect.formulations.weights import weights_of
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.suffixes import Suffixes, grams_of
from hujian.detect.reach import Reach


class Family(NamedTuple):
    """A centre and the clauses that are variants of it, most frequent first."""

    centre: Clause
    members: tuple[Clause, ...]
    is_pair: bool = False  # every clause is two, the second always behind the first

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
    clauses = distinct_clauses(stream, suffixes, units)
    grams = grams_of(stream, suffixes, reach.family_gram)
    pairs = relatives_of(stream, clauses, grams, reach.neighbours)
    del grams
    weights = weights_of(stream, clauses, sources)
    pairs = of_different_titles(stream, clauses, together(pairs, differ_in_figures(stream, clauses, weights)))
    found = stars(clauses, pairs, weights)
    members = iter(clauses.some(np.array([*itertools.chain.from_iterable(found)], np.int32)))
    return [Family(next(members), tuple(itertools.islice(members, len(star) - 1))) for star in found]
