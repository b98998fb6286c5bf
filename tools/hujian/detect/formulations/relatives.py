"""Which clauses are alike: the same expression, perhaps, in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist

from hujian.detect.formulations.clauses import Clause
from hujian.detect.letters.alignment import equal_runs
from hujian.detect.letters.frames import negations, without_verbs
from hujian.detect.letters.grams import distinct
from hujian.detect.letters.suffixes import Grams, Longs

LEAST_COMMON, LEAST_RATIO = 8, 0.66
"""What a variant shares with its centre: two thirds of the letters, and as many as a match ..."""
CLOSE_COMMON, CLOSE_RATIO = 6, 0.8
"""... or fewer, if little else is different."""
ADAPTED_RATIO = 0.6
"""... or less, if both begin alike."""
PART_RATIO = 0.75
"""A clause with more letters before or behind another one is no variant of it."""
NAME_RATIO = 0.8
"""Two clauses that share only what recurs everywhere must share so much of their letters."""
BATCH = 1 << 18  # pairs that are looked at together; millions at once would fill the memory


def relatives_of(clauses: Sequence[Clause], grams: Grams, neighbours: int) -> dict[int, list[int]]:
    """For every clause that has any those that are like it; asked for any other clause, nothing.

    Args:
        clauses: distinct ones.
        grams: by which likely relatives are found, and what is known as a name.
        neighbours: clauses with the same gram that a clause is compared with; keeps the work linear.
    """
    near: dict[int, list[int]] = defaultdict(list)
    one, other = _neighbours(clauses, grams, neighbours)
    texts = [clause.text for clause in clauses]
    for first in range(0, len(one), BATCH):
        part = slice(first, first + BATCH)
        alike, loose = _are_alike(texts, one[part], other[part])
        rows = (side[alike].tolist() for side in (one[part], other[part], loose))
        for a, b, may_share_a_name in zip(*rows, strict=True):
            if negations(texts[a]) != negations(texts[b]) or _is_enumerated(clauses[a], clauses[b]):
                continue
            if not (may_share_a_name and _share_a_name(clauses[a], clauses[b], grams)):
                near[a].append(b)
                near[b].append(a)
    return near


def _are_alike(texts: Sequence[str], one: Longs, other: Longs) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether pairs of clauses are alike, by their letters, and whether so loosely that a name may be all."""
    left, right = ([texts[k] for k in side.tolist()] for side in (one, other))
    total = np.array([len(a) + len(b) for a, b in zip(left, right, strict=True)], np.int64)
    shared = cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
    said, objects = _objects(texts, one, other, shared, total)
    close = 2 * said >= CLOSE_RATIO * objects
    alike = _are_variants(shared, total) & ~_is_much_longer(left, right, shared, total)
    alike &= (said >= CLOSE_COMMON) | close
    alike |= _same_opening(left, right, shared, total)
    alike |= ((said >= CLOSE_COMMON) & close) | (2 * said == objects)  # of the same object the same
    return alike, 2 * shared < NAME_RATIO * total


def _share_a_name(one: Clause, other: Clause, grams: Grams) -> bool:
    """Whether all that two clauses share is a name."""
    start = one.starts[0]
    if not grams.has_name(start, start + len(one.text)):
        return False  # told without an alignment
    return grams.are_names(start, equal_runs(one.text, other.text))


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


def _objects(
    texts: Sequence[str], one: Longs, other: Longs, shared: NDArray[np.int32], total: Longs
) -> tuple[NDArray[np.int32], Longs]:
    """What pairs of clauses share, and their letters, without the official verbs at their heads.

    ``shared`` and ``total`` are the same with those verbs: most clauses have none.
    """
    objects = {k: without_verbs(texts[k]) for k in {*one.tolist(), *other.tolist()}}
    left, right = ([objects[k] for k in side.tolist()] for side in (one, other))
    letters = np.array([len(a) + len(b) for a, b in zip(left, right, strict=True)], np.int64)
    said, rows = shared.copy(), np.flatnonzero(letters < total)
    left, right = ([side[row] for row in rows.tolist()] for side in (left, right))
    said[rows] = cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
    return said, letters


def _neighbours(clauses: Sequence[Clause], grams: Grams, neighbours: int) -> tuple[Longs, Longs]:
    """Pairs of clauses that have a gram in common and follow one another among those that have it.

    One of very different length could not be alike.
    """
    first = np.array([clause.starts[0] for clause in clauses], np.int32)
    lengths = np.array([len(clause.text) for clause in clauses], np.int32)
    own = np.maximum(lengths - grams.size + 1, 0)
    holder = np.repeat(np.arange(len(clauses), dtype=np.int32), own)
    before = np.cumsum(own, dtype=np.int32) - own
    place = np.arange(len(holder), dtype=np.int32) + np.repeat(first - before, own)
    held = distinct(grams.numbers[place].astype(np.int64) << 32 | holder)  # a clause counts once for a gram
    number, holder = (held >> 32).astype(np.int32), held.astype(np.int32)
    pairs = [np.zeros(0, np.int64)]
    for step in range(1, neighbours + 1):
        same = number[step:] == number[:-step]
        pairs.append(holder[:-step][same].astype(np.int64) << 32 | holder[step:][same])
    del held
    found = distinct(np.concatenate(pairs))
    one, other = found >> 32, found & 0xFFFFFFFF
    likely = 2 * np.minimum(lengths[one], lengths[other]) >= ADAPTED_RATIO * (lengths[one] + lengths[other])
    return one[likely], other[likely]


def _are_variants(shared: NDArray[np.int32], total: Longs) -> NDArray[np.bool_]:
    """Whether pairs of clauses are so alike that they may be one expression.

    Args:
        shared: letters that each pair has in common, in order.
        total: letters of both clauses of the pair.
    """
    loose = (shared >= LEAST_COMMON) & (2 * shared >= LEAST_RATIO * total)
    close = (shared >= CLOSE_COMMON) & (2 * shared >= CLOSE_RATIO * total)
    return np.asarray(loose | close)
