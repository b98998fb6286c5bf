"""Fixed pairs: two clauses that never stand without each other are one formulation (发挥甲作用，发挥乙)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hujian.detect.formulations.clauses import Clause
from hujian.detect.formulations.clustering import Family
from hujian.detect.formulations.enumerations import Part
from hujian.detect.letters.alignment import common
from hujian.detect.letters.stream import CLAUSE, Stream

PARALLEL = 4
"""Letters that parallel clauses have in common, two words at least; else one merely follows the other."""
LEAST_PLACES = 3
"""Places that are all alike; fewer may be chance, unless both clauses end with the same word."""
SAME_END = 2  # letters
_FIGURE = re.compile("[0-9]")  # indicators follow one another, too, but each states something of its own


def join_pairs(stream: Stream, families: Sequence[Family], units: Iterable[Part]) -> list[Family]:
    """Families with those that always follow one another joined, but for those that hold enumerations."""
    inside = bytearray(len(stream.letters))
    for start, end in units:
        inside[start:end] = b"\1" * (end - start)
    at: dict[int, tuple[int, int]] = {}  # first letter of a clause -> (family, end)
    for number, family in enumerate(families):
        for clause in family.clauses:
            for start in clause.starts:
                if start not in at or at[start][1] < start + len(clause.text):
                    at[start] = (number, start + len(clause.text))
    joined: dict[int, Family] = {}
    gone: set[int] = set()
    for number, family in enumerate(families):
        follower = _follower(stream, at, families, number)
        if follower is None or _holds_unit(inside, family):
            continue
        if not {number, follower} & gone and follower not in joined:
            joined[number] = _together(stream, at, family)
            gone.add(follower)
    return [joined.get(n, family) for n, family in enumerate(families) if n not in gone]


def _holds_unit(inside: bytearray, family: Family) -> bool:
    """Whether an enumeration stands in a clause of a family."""
    return any(inside.find(1, s, s + len(c.text)) >= 0 for c in family.clauses for s in c.starts)


def _starts(family: Family) -> list[int]:
    return [start for clause in family.clauses for start in clause.starts]


def _follower(
    stream: Stream, at: dict[int, tuple[int, int]], families: Sequence[Family], number: int
) -> int | None:
    """The family that follows after a comma at every place of this one, and stands nowhere else."""
    starts = _starts(families[number])
    if at[starts[0]][1] not in at:
        return None
    ends = [at[s][1] for s in starts if at[s][0] == number]
    if len(ends) < 2 or len(ends) != len(starts):
        return None
    followers = {at[e][0] if e in at and _after_comma(stream, e) else -1 for e in ends}
    if len(followers) != 1 or -1 in followers or number in followers:
        return None
    (follower,) = followers
    quoted = any(_is_quoted(stream, s, at[s][1], at[at[s][1]][1]) for s in starts)
    if not quoted and not _are_parallel(families[number], families[follower], len(ends)):
        return None
    return follower if len(_starts(families[follower])) == len(ends) else None


def _is_quoted(stream: Stream, start: int, middle: int, end: int) -> bool:
    """Whether a quotation begins in the first of two clauses and ends in the second: one saying."""
    opened, closed = stream.opened, stream.closed
    still_open = opened.count(1, start, middle) > closed.count(1, start, middle)
    return still_open and closed.count(1, middle, end) > opened.count(1, middle, end)


def _are_parallel(family: Family, follower: Family, places: int) -> bool:
    """Whether clauses of two families are built alike; a few places must end alike, too."""
    other = follower.centre.text
    wordings = [clause.text for clause in family.clauses]
    alike = [wording for wording in wordings if common(wording, other) >= PARALLEL]
    if places >= LEAST_PLACES and wordings[0] in alike:
        return True
    ending = other[-SAME_END:]
    return any(wording.endswith(ending) for wording in alike if not _FIGURE.search(wording + other))


def _after_comma(stream: Stream, at: int) -> bool:
    """Whether a comma, and no stronger mark, stands before letter ``at``."""
    return stream.edge_at(at) == CLAUSE and any(mark in "，," for mark in stream.marks_before(at))


def _together(stream: Stream, at: dict[int, tuple[int, int]], family: Family) -> Family:
    """The clauses of a family together with the clauses that follow them."""
    starts: dict[str, list[int]] = {}
    for clause in family.clauses:
        for start in clause.starts:
            end = at[at[start][1]][1]
            starts.setdefault(stream.letters[start:end], []).append(start)
    clauses = [Clause(text, tuple(places)) for text, places in starts.items()]
    return Family(clauses[0], tuple(clauses[1:]))
