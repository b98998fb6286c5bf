"""The alignment of passages, piece by piece: equal, replaced, inserted, deleted, moved.

Equal runs are those of one longest common subsequence. What it leaves over on both sides is searched for
wording that stands in another order; the rest is replaced where it faces something, else inserted or deleted.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from hujian.detect.letters.alignment import equal_runs
from hujian.detect.letters.stream import Ints
from hujian.detect.passages.moves import LEAST_MOVED, Gap, reordered
from hujian.model import StretchKind

KINDS: tuple[StretchKind, ...] = ("equal", "replaced", "inserted", "deleted", "moved")
_EQUAL, _REPLACED, _INSERTED, _DELETED, _MOVED = range(len(KINDS))


class Pieces(NamedTuple):
    """Stretches of pairs of strings, a[a_start:a_end] and b[b_start:b_end]; arrays, by pair and place."""

    pair: Ints
    kind: Ints  # index in ``KINDS``
    a_start: Ints
    a_end: Ints
    b_start: Ints
    b_end: Ints


def stretches(sides: Sequence[tuple[str, str]]) -> Pieces:
    """Pieces that tile both strings of every pair; an empty side stands where it would be."""
    rows = _facing(sides)
    found = [row for pair, gaps in _wide(rows) for row in _reordered(pair, *sides[pair], gaps)]
    if found:
        moved = np.array(found, np.int32)
        told = np.bincount(moved[:, 0], minlength=len(sides))[rows[:, 0]] > 0
        moved = np.concatenate((rows[told & (rows[:, 1] == _EQUAL)], moved))
        moved = moved[np.lexsort(moved[:, :1:-1].T)]
        rows = np.concatenate((rows[~told], moved))
        rows = rows[np.argsort(rows[:, 0], kind="stable")]
    replaced = rows[:, 1] == _REPLACED
    rows[replaced & (rows[:, 2] == rows[:, 3]), 1] = _INSERTED
    rows[replaced & (rows[:, 4] == rows[:, 5]), 1] = _DELETED
    return Pieces(*rows.T)


def _facing(sides: Sequence[tuple[str, str]]) -> Ints:
    """The equal runs of every pair and what faces each other between them, a row each as in ``Pieces``."""
    runs = [(*equal_runs(a, b), (len(a), len(b), 0)) for a, b in sides]
    counts = np.fromiter(map(len, runs), np.int32, len(runs))
    numbers = itertools.chain.from_iterable(itertools.chain.from_iterable(runs))
    a, b, size = np.fromiter(numbers, np.int32).reshape(-1, 3).T
    behind_a, behind_b = np.roll(a + size, 1), np.roll(b + size, 1)  # the run before
    heads = np.cumsum(counts) - counts
    behind_a[heads] = behind_b[heads] = 0
    gap, run = (behind_a, a, behind_b, b), (a, a + size, b, b + size)
    rows = np.empty((len(a), 2, len(Pieces._fields)), np.int32)
    rows[:, :, 0] = np.repeat(np.arange(len(runs)), counts)[:, None]
    rows[:, :, 1] = _REPLACED, _EQUAL
    rows[:, 0, 2:], rows[:, 1, 2:] = np.stack(gap, axis=1), np.stack(run, axis=1)
    return rows[np.stack(((behind_a < a) | (behind_b < b), size > 0), axis=1)]


def _wide(rows: Ints) -> Iterator[tuple[int, list[Gap]]]:
    """The gaps of every pair that has room for a move on either side."""
    gaps = rows[rows[:, 1] != _EQUAL]
    pairs = [gaps[gaps[:, at + 1] - gaps[:, at] >= LEAST_MOVED, 0] for at in (2, 4)]
    roomy = np.intersect1d(*pairs)
    first, last = (np.searchsorted(gaps[:, 0], roomy, side) for side in ("left", "right"))
    for pair, start, end in zip(roomy.tolist(), first.tolist(), last.tolist(), strict=True):
        yield pair, [(i, k, j, m) for i, k, j, m in gaps[start:end, 2:].tolist()]


def _reordered(pair: int, a: str, b: str, gaps: Sequence[Gap]) -> Iterator[tuple[int, ...]]:
    """What a pair has but its equal runs if something moved, else nothing."""
    moved, left = reordered(a, b, gaps)
    if moved:
        yield from ((pair, _MOVED, *piece) for piece in moved)
        yield from ((pair, _REPLACED, *piece) for piece in left)
