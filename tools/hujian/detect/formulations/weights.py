"""How much clauses weigh, by which the centre of a star is chosen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.clauses import Clauses
from hujian.detect.letters.grams import distinct
from hujian.detect.letters.stream import CLAUSE, Ints, Stream


@dataclass(frozen=True, slots=True)
class Weights:
    """What ranks clauses; parallel arrays with one entry a clause, but for ``source``."""

    source: Ints  # of every place
    places: Ints  # how many
    support: Ints  # sources
    partial: NDArray[np.bool_]  # but the part of a longer clause wherever it stands
    order: Ints  # of the texts

    def ranked(self, some: Ints, degree: Ints) -> Ints:
        """Some clauses by rank: whole ones first, then those with most support, places and relatives.

        ``degree`` tells of every clause how many relatives it has.
        """
        keys = (self.order, -degree, -self.places, -self.support, self.partial)
        return some[np.lexsort([key[some] for key in keys])]


def weights_of(stream: Stream, clauses: Clauses, sources: Ints) -> Weights:
    """The weights of distinct clauses; ``sources`` tells for every document the first copy of it."""
    source = sources[stream.document[clauses.starts]]
    own = distinct(clauses.number.astype(np.int64) << 32 | source) >> 32
    return Weights(
        source=source,
        places=np.diff(clauses.first),
        support=np.bincount(own, minlength=len(clauses)).astype(np.int32),
        partial=_are_parts(stream, clauses),
        order=clauses.order,
    )


def _are_parts(stream: Stream, clauses: Clauses) -> NDArray[np.bool_]:
    """Which clauses are but the parts of longer ones wherever they stand."""
    edge = np.frombuffer(stream.strength, np.uint8)
    part = (edge[clauses.starts] < CLAUSE) | (edge[clauses.ends] < CLAUSE)
    return np.asarray(np.logical_and.reduceat(part, clauses.first[:-1]))
