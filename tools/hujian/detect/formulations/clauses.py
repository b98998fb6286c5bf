"""Clauses: what stands between two clause marks, the longer parts of it, and enumerations in it."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from hujian.detect.formulations.enumerations import Part
from hujian.detect.letters.frames import HEADLESS, words_of
from hujian.detect.letters.stream import CLAUSE, PHRASE, Stream

SHORTEST, LONGEST = 4, 40
"""Letters of a clause that can be an expression; longer ones are passages."""
LONG_PART = 6  # letters of a part of a clause, from which it is looked at by itself
HEAD = 4  # letters from which the first word of a clause is known
NUMERAL = re.compile(r"第?[一二三四五六七八九十0-9]{1,3}")
OPENING = re.compile(
    r"(?:[0-9]{4}年|第?[一二三四五六七八九十]{1,2}[是要])?(?:我们|各级|必须|要|将|但|并|其中|同时|特别是|因此|以及)*"
)
"""What stands at the head of a clause before a formulation: year, ordinal, address, modal verb."""
_NUMBERS = frozenset("第一二三四五六七八九十0123456789")
_OPENERS = frozenset("0123456789第一二三四五六七八九十我各必要将但并其同特因以")
"""With what NUMERAL and OPENING begin: most clauses begin with neither."""


class Clause(NamedTuple):
    """A distinct clause with the places where it stands as a clause of its own."""

    text: str
    starts: tuple[int, ...]
    whole: bool = True  # False for an enumeration that only stands inside clauses


def clause_bounds(stream: Stream, units: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Clauses of the collection, and the longer parts of clauses between phrase marks; titles left out.

    A part in which one of the ``units`` begins or ends says less than the unit (推动形成能者上、庸者下、…).
    """
    cuts = sorted({cut for unit in units for cut in unit})
    titles = stream.titles().tobytes()  # read one by one
    for least, shortest in ((CLAUSE, SHORTEST), (PHRASE, LONG_PART)):
        starts = np.flatnonzero(stream.edge >= least).tolist()
        for start, end in zip(starts, [*starts[1:], len(stream.edge)], strict=True):
            if end - start < shortest or titles[start]:
                continue
            bare = bare_start(stream, start, end)
            if not shortest <= end - bare <= LONGEST:
                continue
            if least < CLAUSE and bisect.bisect_right(cuts, start) < bisect.bisect_left(cuts, end):
                continue
            if least == CLAUSE or not (_is_joined(stream, bare, end) or _is_clause(stream, bare, end)):
                yield bare, end


def _is_clause(stream: Stream, bare: int, end: int) -> bool:
    """Whether a part of a clause is the clause itself but for its opening words."""
    if stream.strength[end] < CLAUSE:
        return False
    first, _ = stream.clause_around(bare, end)
    return bare_start(stream, first, end) == bare


def _is_joined(stream: Stream, start: int, end: int) -> bool:
    """Whether a particle or a conjunction joins the part of a clause to what stands before it."""
    head = stream.letters[start : min(start + HEAD, end)]
    return head[:1] in HEADLESS and words_of(head)[0] in HEADLESS


def bare_start(stream: Stream, start: int, end: int) -> int:
    """Start of a clause without its numbering, year and opening words (二、2022年…, 我们要…)."""
    letters, strength = stream.letters, stream.strength
    if letters[start] in _NUMBERS:
        mark = next((at for at in range(start + 1, min(start + 4, end)) if strength[at] >= PHRASE), start)
        if mark > start and NUMERAL.fullmatch(letters, start, mark):
            start = mark
    opening = OPENING.match(letters, start, end) if letters[start] in _OPENERS else None
    return start if opening is None else opening.end()


def distinct_clauses(stream: Stream, units: Sequence[Part]) -> list[Clause]:
    """Every text of clauses, and of enumerations in them, once, with its places."""
    starts: dict[str, list[int]] = defaultdict(list)
    inside = dict.fromkeys(units)  # units that are no clauses, in order
    for start, end in clause_bounds(stream, units):
        starts[stream.letters[start:end]].append(start)
        inside.pop((start, end), None)
    whole = len(starts)
    titles = stream.titles().tobytes()
    for start, end in inside:
        if not titles[start] and end - start <= LONGEST:
            starts[stream.letters[start:end]].append(start)
    texts = enumerate(list(starts))  # taken out one by one: there are millions in a large collection
    return [Clause(text, tuple(sorted(starts.pop(text))), whole=at < whole) for at, text in texts]
