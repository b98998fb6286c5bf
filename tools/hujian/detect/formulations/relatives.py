"""Which clauses are alike: the same expression, perhaps, in other words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist

from hujian.detect.formulations.clauses import Clauses, letters_among
from hujian.detect.letters.alignment import equal_runs
from hujian.detect.letters.frames import without_verbs
from hujian.detect.letters.grams import distinct
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.suffixes import Grams, Longs
from hujian.detect.letters.vocabulary import NEGATORS

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


def relatives_of(stream: Stream, clauses: Clauses, grams: Grams, neighbours: int) -> tuple[Ints, Ints]:
    """Pairs of clauses that are alike, each pair once.

    Args:
        stream: the collection.
        clauses: distinct ones.
        grams: by which likely relatives are found, and what is known as a name.
        neighbours: clauses with the same gram that a clause is compared with; keeps the work linear.
    """
    one, other = _neighbours(clauses, grams, neighbours)
    negations = letters_among(stream, clauses, NEGATORS)
    likely = negations[one] == negations[other]
    one, other = one[likely], other[likely]
    alike = np.zeros(len(one), bool)
    for first in range(0, len(one), BATCH):
        part = slice(first, first + BATCH)
        alike[part] = _are_relatives(clauses, one[part], other[part], grams)
    return one[alike].astype(np.int32), other[alike].astype(np.int32)


def _are_relatives(clauses: Clauses, one: Longs, other: Longs, grams: Grams) -> NDArray[np.bool_]:
    """Which pairs of clauses are alike, and share more than a name, and none is a unit in the other."""
    own = distinct(np.concatenate((one, other)))
    texts = clauses.texts(own)
    row = np.empty(len(clauses), np.int32)
    row[own] = np.arange(len(own), dtype=np.int32)
    rows = row[one], row[other]
    left, right = ([texts[row] for row in side.tolist()] for side in rows)
    total = clauses.length[one] + clauses.length[other]
    shared = cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
    said, objects = _objects(texts, rows, shared, total)
    close = 2 * said >= CLOSE_RATIO * objects
    alike = _are_variants(shared, total) & ~_is_much_longer(left, right, shared, total)
    alike |= _same_opening(left, right, shared, total)
    alike &= (said >= CLOSE_COMMON) | close
    alike |= ((said >= CLOSE_COMMON) & close) | (2 * said == objects)  # of the same object the same
    for at in np.flatnonzero(alike & (clauses.whole[one] != clauses.whole[other])).tolist():
        alike[at] = left[at] not in right[at] and right[at] not in left[at]  # an enumeration in it
    heads = clauses.heads
    for at in np.flatnonzero(alike & (2 * shared < NAME_RATIO * total)).tolist():
        alike[at] = not _share_a_name(left[at], right[at], heads.item(one.item(at)), grams)
    return alike


def _share_a_name(one: str, other: str, start: int, grams: Grams) -> bool:
    """Whether all that two clauses share is a name; the first one begins at a letter of the stream."""
    if not grams.has_name(start, start + len(one)):
        return False  # told without an alignment
    return grams.are_names(start, equal_runs(one, other))


def _is_much_longer(
    left: Sequence[str], right: Sequence[str], shared: Ints, total: Ints
) -> NDArray[np.bool_]:
    """Whether one clause of a pair is but a part of the other: then the longer one says more."""
    long = 2 * shared < PART_RATIO * total
    part = np.zeros(len(long), bool)
    for at in np.flatnonzero(long & (2 * shared >= LEAST_RATIO * total)).tolist():
        part[at] = left[at] in right[at] or right[at] in left[at]
    return part


def _same_opening(left: Sequence[str], right: Sequence[str], shared: Ints, total: Ints) -> NDArray[np.bool_]:
    """Whether clauses begin with the same words, as many as a match has, and are alike as a match is."""
    same = np.zeros(len(total), bool)
    near = (2 * shared >= ADAPTED_RATIO * total) & (2 * shared < LEAST_RATIO * total)
    for at in np.flatnonzero(near & (shared >= LEAST_COMMON)).tolist():
        same[at] = left[at][:LEAST_COMMON] == right[at][:LEAST_COMMON]
    return same


def _objects(texts: Sequence[str], rows: tuple[Ints, Ints], shared: Ints, total: Ints) -> tuple[Ints, Ints]:
    """What pairs of clauses share, and their letters, without the official verbs at their heads.

    ``shared`` and ``total`` are the same with those verbs: most clauses have none.
    """
    objects = [without_verbs(text) for text in texts]
    gone = np.array([*map(len, texts)], np.int32) - np.array([*map(len, objects)], np.int32)
    less = gone[rows[0]] + gone[rows[1]]
    said, shorter = shared.copy(), np.flatnonzero(less)
    left, right = ([objects[row] for row in side[shorter].tolist()] for side in rows)
    said[shorter] = cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
    return said, total - less


def _neighbours(clauses: Clauses, grams: Grams, neighbours: int) -> tuple[Longs, Longs]:
    """Pairs of clauses that have a gram in common and follow one another among those that have it.

    One of very different length could not be alike.
    """
    lengths = clauses.length
    own = np.maximum(lengths - (grams.size - 1), 0)
    holder = np.repeat(np.arange(len(clauses), dtype=np.int32), own)
    before = np.cumsum(own, dtype=np.int32) - own
    place = np.arange(len(holder), dtype=np.int32) + np.repeat(clauses.heads - before, own)
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


def _are_variants(shared: Ints, total: Ints) -> NDArray[np.bool_]:
    """Whether pairs of clauses are so alike that they may be one expression.

    Args:
        shared: letters that each pair has in common, in order.
        total: letters of both clauses of the pair.
    """
    loose = (shared >= LEAST_COMMON) & (2 * shared >= LEAST_RATIO * total)
    close = (shared >= CLOSE_COMMON) & (2 * shared >= CLOSE_RATIO * total)
    return np.asarray(loose | close)
