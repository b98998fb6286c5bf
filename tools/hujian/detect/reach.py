"""How closely the texts of a collection are compared, by its size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reach:
    """How closely a collection is compared."""

    seed: int  # letters of the grams from which passages grow
    usual: int  # places of a gram from which a short common run is a formulation and no passage
    links: int  # following places of a gram that each of its places is linked with, beside the first one
    family_gram: int  # letters of the grams by which relatives of a clause are found
    neighbours: int  # clauses with the same gram that a clause is compared with


EXHAUSTIVE = 1 << 62  # no limit
SCALES: tuple[tuple[int, Reach], ...] = (
    (100_000, Reach(4, EXHAUSTIVE, 400, 4, 12)),
    (400_000, Reach(6, 40, 10, 5, 8)),
    (4_000_000, Reach(8, 10, 1, 6, 3)),
)
"""By letters of the collection. Small ones are compared exhaustively; in large ones a short seed is noise and
what stands everywhere is a formulation: each place is linked with the nearest one and with the first."""
LARGEST = Reach(12, 10, 1, 8, 2)


def reach_of(letters: int) -> Reach:
    """How closely a collection of so many letters is compared."""
    return next((reach for limit, reach in SCALES if letters <= limit), LARGEST)
