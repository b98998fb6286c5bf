"""Fixed pairs: two clauses that never stand without each other are one formulation (发挥甲作用，发挥乙)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from hujian.detect.formulations.clauses import Clause
from hujian.detect.formulations.clustering import Family
from hujian.detect.formulations.enumerations import Part
from hujian.detect.letters.alignment import common
from hujian.detect.letters.segmenter import words_of
from hujian.detect.letters.stream import CLAUSE, Stream

PARALLEL = 4
"""Letters that parallel clauses have in common, two words at least; else one merely follows the other."""
LEAST_PLACES = 3
"""Places that are all alike; fewer may be chance, unless both clauses end with the same word."""
WORD = 2  # letters
COUPLET = 2
"""Letters that two clauses of equal length have at the same places, the last one too (提高…性，增强…性)."""
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
            joined[number] = _together(stream, at, family, families[follower].centre.text)
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
    followers = {at[e][0] if e in at and after_comma(stream, e) else -1 for e in ends}
    if len(followers) != 1 or -1 in followers or number in followers:
        return None
    (follower,) = followers
    quoted = any(_is_quoted(stream, s, at[s][1], at[at[s][1]][1]) for s in starts)
    if not quoted and not _are_parallel(families[number], families[follower], len(ends)):
        return None
    behind = {letter for end in ends for letter in range(end, at[end][1])}
    return follower if behind.issuperset(_starts(families[follower])) else None


def _is_quoted(stream: Stream, start: int, middle: int, end: int) -> bool:
    """Whether a quotation begins in the first of two clauses and ends in the second: one saying."""
    opened, closed = stream.opened, stream.closed
    still_open = opened.count(1, start, middle) > closed.count(1, start, middle)
    return still_open and closed.count(1, middle, end) > opened.count(1, middle, end)


def _are_parallel(family: Family, follower: Family, places: int) -> bool:
    """Whether clauses of two families are built alike; a few places must end alike, too."""
    other = follower.centre.text
    wordings = [clause.text for clause in family.clauses]
    if places >= LEAST_PLACES and common(wordings[0], other) >= PARALLEL:
        return True
    return any(answers(wording, other) or _head_of_couplet(wording, other) for wording in wordings)


def _is_couplet(one: str, other: str) -> bool:
    """Whether two wordings are equally long, end alike and share another letter at the same place."""
    if len(one) != len(other) or one[-1] != other[-1] or _FIGURE.search(one + other):
        return False
    return sum(map(str.__eq__, one, other)) >= COUPLET


def answers(first: str, second: str) -> bool:
    """Whether a clause ends as the one before it does, and is built alike; figures answer nothing."""
    if first[-1] != second[-1] or _FIGURE.search(first + second):
        return False
    alike = first[-WORD:] == second[-WORD:] and common(first, second) >= PARALLEL
    return alike or _is_couplet(first, second)


def _head_of_couplet(wording: str, other: str) -> int:
    """Letters of a wording before what makes a couplet with another: 防止出现|前脚刚踏上仕途，后脚就步入歧途.

    It begins between words, and has a letter of its first word in common with the other.
    """
    head = len(wording) - len(other)
    tail = wording[head:]
    if head <= 0 or not _is_couplet(tail, other) or (tail[0] != other[0] and tail[1] != other[1]):
        return 0
    return head if head in itertools.accumulate(map(len, words_of(wording))) else 0


def after_comma(stream: Stream, at: int) -> bool:
    """Whether a comma, and no stronger mark, stands before letter ``at``."""
    return stream.edge_at(at) == CLAUSE and any(mark in "，," for mark in stream.marks_before(at))


def _together(stream: Stream, at: dict[int, tuple[int, int]], family: Family, other: str) -> Family:
    """The clauses of a family with those that follow them; a couplet without what stands before it."""
    starts: dict[str, list[int]] = {}
    for clause in family.clauses:
        for start in clause.starts:
            middle = at[start][1]
            head = start + _head_of_couplet(stream.letters[start:middle], other)
            starts.setdefault(stream.letters[head : at[middle][1]], []).append(head)
    return pair_of(starts)


def pair_of(starts: Mapping[str, Sequence[int]]) -> Family:
    """A family of pairs, each with its places."""
    centre, *members = (Clause(text, tuple(places)) for text, places in starts.items())
    return Family(centre, tuple(members), is_pair=True)
