"""Families of clauses: clauses of different documents that are one expression in different wordings.

Star clustering: the clause with most support is the centre, and only what is like the centre itself joins;
nothing joins by way of a third clause. Whole clauses come first; a part of them only leads a family where it
also stands outside.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist

from hujian.detect.formulations.enumerations import Part
from hujian.detect.letters.frames import HEADLESS, negations, without_verbs, words_of
from hujian.detect.letters.grams import distinct
from hujian.detect.letters.stream import CLAUSE, PHRASE, Ints, Stream
from hujian.detect.letters.suffixes import Longs, Suffixes
from hujian.detect.reach import Reach

SHORTEST, LONGEST = 4, 40
"""Letters of a clause that can be an expression; longer ones are passages."""
LONG_PART = 6  # letters of a part of a clause, from which it is looked at by itself
LEAST_COMMON, LEAST_RATIO = 8, 0.66
"""What a variant shares with its centre: two thirds of the letters, and as many as a match ..."""
CLOSE_COMMON, CLOSE_RATIO = 6, 0.8
"""... or fewer, if little else is different."""
ADAPTED_RATIO = 0.6
"""... or less, if both begin alike."""
PART_RATIO = 0.75
"""A clause with more letters before or behind another one is no variant of it."""
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


class Family(NamedTuple):
    """A centre and the clauses that are variants of it, most frequent first."""

    centre: Clause
    members: tuple[Clause, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, the centre first."""
        return self.centre, *self.members


def clause_bounds(stream: Stream, units: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Clauses of the collection, and the longer parts of clauses between phrase marks; titles left out.

    A part in which one of the ``units`` begins or ends says less than the unit (推动形成能者上、庸者下、…).
    """
    seen = set()
    cuts = sorted({cut for unit in units for cut in unit})
    titles = stream.titles().tobytes()  # read one by one
    for least, shortest in ((CLAUSE, SHORTEST), (PHRASE, LONG_PART)):
        starts = np.flatnonzero(stream.edge >= least).tolist()
        for start, end in zip(starts, [*starts[1:], len(stream.edge)], strict=True):
            if end - start < shortest or titles[start]:
                continue
            bounds = bare_start(stream, start, end), end
            if bounds in seen or not shortest <= end - bounds[0] <= LONGEST:
                continue
            if least < CLAUSE and bisect.bisect_right(cuts, start) < bisect.bisect_left(cuts, end):
                continue
            if least == CLAUSE or not _is_joined(stream, *bounds):
                seen.add(bounds)
                yield bounds


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
    clauses = _distinct(stream, units)
    source = sources[stream.document].data  # of every letter; read one by one
    support = [len({source[start] for start in clause.starts}) for clause in clauses]
    relatives = _relatives(clauses, suffixes.gram_numbers(reach.family_gram), reach)
    likely = [k for k in range(len(clauses)) if support[k] > 1 or k in relatives]
    partial = {k: _is_part(stream, clauses[k]) for k in likely}
    order = sorted(
        likely,
        key=lambda k: (partial[k], -support[k], -len(clauses[k].starts), -len(relatives[k]), clauses[k].text),
    )
    rank = {k: at for at, k in enumerate(order)}
    families: list[Family] = []
    taken: set[int] = set()
    furthest = np.zeros(
        len(stream.letters), np.int64
    )  # furthest end of a clause in a family over each letter
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


def _lies_inside(reach: Longs, clause: Clause) -> bool:
    """Whether every place of a clause lies inside a clause of a family."""
    return all(reach[start] >= start + len(clause.text) for start in clause.starts)


def _cover(reach: Longs, family: Family) -> None:
    """Note the places of a family's clauses."""
    for clause in family.clauses:
        for start in clause.starts:
            end = start + len(clause.text)
            np.maximum(reach[start:end], end, out=reach[start:end])


def _distinct(stream: Stream, units: Sequence[Part]) -> list[Clause]:
    """Every text of clauses, and of enumerations in them, once, with its places."""
    starts: dict[str, list[int]] = defaultdict(list)
    bounds = set()
    for start, end in clause_bounds(stream, units):
        starts[stream.letters[start:end]].append(start)
        bounds.add((start, end))
    whole = len(starts)
    titles = stream.titles().tobytes()
    for start, end in units:
        if (start, end) not in bounds and not titles[start] and end - start <= LONGEST:
            starts[stream.letters[start:end]].append(start)
    texts = enumerate(starts.items())
    return [Clause(text, tuple(sorted(places)), whole=at < whole) for at, (text, places) in texts]


def _relatives(clauses: Sequence[Clause], numbers: Longs, reach: Reach) -> dict[int, set[int]]:
    """For every clause that has any those that are like it; asked for any other clause, an empty set."""
    near: dict[int, set[int]] = defaultdict(set)
    one, other = _neighbours(clauses, numbers, reach.family_gram, reach.neighbours)
    texts = [clause.text for clause in clauses]
    lengths = np.array([len(text) for text in texts], np.int64)
    total, least = lengths[one] + lengths[other], np.minimum(lengths[one], lengths[other])
    likely = 2 * least >= ADAPTED_RATIO * total
    one, other, total = one[likely], other[likely], total[likely]
    left, right = ([texts[k] for k in side.tolist()] for side in (one, other))
    shared = cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
    alike = are_variants(shared, total) & ~_is_much_longer(left, right, shared, total)
    alike &= _alike_objects(texts, one, other, alike)
    alike |= _same_opening(left, right, shared, total)
    rest = np.flatnonzero(~alike)
    alike[rest] = _same_objects(texts, one[rest], other[rest])
    for a, b in zip(one[alike].tolist(), other[alike].tolist(), strict=True):
        if negations(texts[a]) == negations(texts[b]) and not _is_enumerated(clauses[a], clauses[b]):
            near[a].add(b)
            near[b].add(a)
    return near


def _is_much_longer(
    left: Sequence[str], right: Sequence[str], shared: NDArray[np.int32], total: Longs
) -> NDArray[np.bool_]:
    """Whether one clause of a pair is but a part of the other: then the longer one says more."""
    long = 2 * shared < PART_RATIO * total
    part = np.zeros(len(long), bool)
    for at in np.flatnonzero(long & (2 * shared >= LEAST_RATIO * total)).tolist():
        part[at] = left[at] in right[at] or right[at] in left[at]
    return part


def _same_opening(
    left: Sequence[str], right: Sequence[str], shared: NDArray[np.int32], total: Longs
) -> NDArray[np.bool_]:
    """Whether clauses begin with the same words, as many as a match has, and are alike as a match is."""
    same = np.zeros(len(total), bool)
    near = (2 * shared >= ADAPTED_RATIO * total) & (2 * shared < LEAST_RATIO * total)
    for at in np.flatnonzero(near & (shared >= LEAST_COMMON)).tolist():
        same[at] = left[at][:LEAST_COMMON] == right[at][:LEAST_COMMON]
    return same


def _is_enumerated(one: Clause, other: Clause) -> bool:
    """Whether one of two clauses is an enumeration in the other one: then it is a unit of its own."""
    return one.whole != other.whole and (one.text in other.text or other.text in one.text)


def _alike_objects(
    texts: Sequence[str], one: Longs, other: Longs, among: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Of some pairs those that are alike without the official verbs at their heads, too."""
    rows = np.flatnonzero(among)
    left, right = ([without_verbs(texts[k]) for k in side[rows].tolist()] for side in (one, other))
    shared = cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
    total = np.array([len(a) + len(b) for a, b in zip(left, right, strict=True)], np.int64)
    found = np.zeros(len(among), bool)
    found[rows] = (shared >= CLOSE_COMMON) | (2 * shared >= CLOSE_RATIO * total)
    return found


def _same_objects(texts: Sequence[str], one: Longs, other: Longs) -> NDArray[np.bool_]:
    """Whether pairs of clauses say the same, or nearly, after the official verbs at their heads."""
    objects = {k: without_verbs(texts[k]) for k in {*one.tolist(), *other.tolist()}}
    left, right = ([objects[k] for k in side.tolist()] for side in (one, other))
    shared = cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
    total = np.array([len(a) + len(b) for a, b in zip(left, right, strict=True)], np.int64)
    close = (shared >= CLOSE_COMMON) & (2 * shared >= CLOSE_RATIO * total)
    return np.asarray(close | (2 * shared == total))


def _neighbours(clauses: Sequence[Clause], numbers: Longs, gram: int, neighbours: int) -> tuple[Longs, Longs]:
    """Pairs of clauses that have a gram in common and follow one another among those that have it."""
    first = np.array([clause.starts[0] for clause in clauses], np.int64)
    grams = np.array([max(0, len(clause.text) - gram + 1) for clause in clauses], np.int64)
    holder = np.repeat(np.arange(len(clauses)), grams)
    place = np.arange(len(holder)) - np.repeat(np.cumsum(grams) - grams, grams) + first[holder]
    held = distinct(numbers[place] << 32 | holder)  # by gram, then by clause; a clause counts once for a gram
    number, holder = held >> 32, held & 0xFFFFFFFF
    pairs = [np.zeros(0, np.int64)]
    for step in range(1, neighbours + 1):
        same = number[step:] == number[:-step]
        pairs.append(holder[:-step][same] << 32 | holder[step:][same])
    found = distinct(np.concatenate(pairs))
    return found >> 32, found & 0xFFFFFFFF


def are_variants(shared: NDArray[np.int32], total: Longs) -> NDArray[np.bool_]:
    """Whether pairs of clauses are so alike that they may be one expression.

    Args:
        shared: letters that each pair has in common, in order.
        total: letters of both clauses of the pair.
    """
    loose = (shared >= LEAST_COMMON) & (2 * shared >= LEAST_RATIO * total)
    close = (shared >= CLOSE_COMMON) & (2 * shared >= CLOSE_RATIO * total)
    return np.asarray(loose | close)
