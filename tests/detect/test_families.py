"""Families: matches that meet in nearly the same stretch of a document hang together."""

from __future__ import annotations

import pytest

from hujian.detect.chronology import Chronology
from hujian.detect.families import families
from hujian.model import Match, Span
from making import make_document

Place = tuple[str, int, int]
CHRONOLOGY = Chronology([make_document("", path=path) for path in "abcd"])


def places(*pairs: tuple[Place, Place]) -> list[list[Place]]:
    """The places of the families of some matches."""
    matches = [Match(f"m{at}", Span(*a), Span(*b), 1.0, "verbatim") for at, (a, b) in enumerate(pairs)]
    found = families(matches, CHRONOLOGY)
    assert len({family.id for family in found}) == len(found)
    return [[(p.document, p.start, p.end) for p in family.places] for family in found]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], []),
        ([(("a", 0, 10), ("b", 0, 10))], []),
        (
            [(("a", 0, 10), ("b", 0, 10)), (("b", 0, 10), ("c", 5, 15))],
            [[("a", 0, 10), ("b", 0, 10), ("c", 5, 15)]],
        ),
        (
            [
                (("a", 0, 10), ("b", 0, 10)),
                (("b", 1, 11), ("c", 5, 15)),
            ],  # nearly the same: told as the first
            [[("a", 0, 10), ("b", 0, 10), ("c", 5, 15)]],
        ),
        ([(("a", 0, 10), ("b", 0, 10)), (("b", 5, 15), ("c", 5, 15))], []),
        ([(("a", 0, 10), ("b", 0, 10)), (("a", 20, 30), ("b", 0, 10))], []),  # two documents
        (
            [
                (("a", 50, 60), ("c", 50, 60)),
                (("a", 0, 10), ("b", 0, 10)),
                (("a", 0, 10), ("c", 0, 10)),
                (("a", 50, 60), ("d", 50, 60)),
            ],
            [[("a", 0, 10), ("b", 0, 10), ("c", 0, 10)], [("a", 50, 60), ("c", 50, 60), ("d", 50, 60)]],
        ),
    ],
)
def test_matches_that_meet_are_a_family(
    pairs: list[tuple[Place, Place]], expected: list[list[Place]]
) -> None:
    assert places(*pairs) == expected
