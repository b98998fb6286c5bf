"""Second halves: a clause that everywhere answers one built alike (党的事业推进到哪里、组织工作就跟进到哪里).

What it answers may be worded differently from place to place; so it is found from the second half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hujian.detect.formulations.bounds import LONGEST, SHORTEST
from hujian.detect.formulations.clustering import Family
from hujian.detect.formulations.lists import follows_member
from hujian.detect.formulations.openings import bare_start
from hujian.detect.formulations.pairs import after_comma, answers, pair_of
from hujian.detect.letters.stream import PHRASE, Stream


def with_first_halves(stream: Stream, families: Sequence[Family]) -> list[Family]:
    """Families of second halves together with the first ones, all others as they are."""
    return [_completed(stream, family) or family for family in families]


def _completed(stream: Stream, family: Family) -> Family | None:
    """A family with the clauses that it answers, if it does so everywhere."""
    starts: dict[str, list[int]] = defaultdict(list)
    for clause in family.clauses:
        for middle in clause.starts:
            start = _answered(stream, middle, clause.text)
            if start is None:
                return None
            starts[stream.letters[start : middle + len(clause.text)]].append(start)
    return pair_of(starts)


def _answered(stream: Stream, middle: int, second: str) -> int | None:
    """Where the clause begins that another one from a letter on answers; none if it answers one itself."""
    start = _first_half(stream, middle)
    if start is None or not answers(stream.letters[start:middle], second):
        return None
    before = _first_half(stream, start)
    if before is not None and answers(stream.letters[before:start], stream.letters[start:middle]):
        return None  # one of many clauses in a row
    return bare_start(stream, start, middle)


def _first_half(stream: Stream, middle: int) -> int | None:
    """Where the clause begins that a comma or 、 parts from a letter."""
    if after_comma(stream, middle):
        start = stream.clauses.rfind(1, 0, middle)
    elif stream.edge_at(middle) == PHRASE and follows_member(stream, middle):
        start = stream.phrases.rfind(1, 0, middle)
    else:
        return None
    return start if SHORTEST <= middle - start <= LONGEST else None
