"""The alignment of a match, stretch by stretch: equal, replaced, inserted, deleted, moved.

Equal runs are those of one longest common subsequence. What it leaves over on both sides is searched for
wording that stands in another order; the rest is replaced where it faces something, else inserted or deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from hujian.detect.letters.alignment import equal_runs
from hujian.model import StretchKind

LEAST_MOVED = 4
"""Letters that must stand together in another place to be told as moved; fewer agree by chance."""


class Piece(NamedTuple):
    """A stretch in letters: a[a_start:a_end] and b[b_start:b_end]."""

    kind: StretchKind
    a_start: int
    a_end: int
    b_start: int
    b_end: int


Gap = tuple[int, int, int, int]  # a_start, a_end, b_start, b_end: what faces each other between equal runs


def stretches(a: str, b: str) -> list[Piece]:
    """Pieces that tile both strings, by (a_start, b_start); an empty side stands where it would be."""
    pieces = list(_facing(equal_runs(a, b), len(a), len(b)))
    gaps = [piece[1:] for piece in pieces if piece.kind != "equal"]
    moved = _moves(a, b, gaps)
    if not moved:
        return pieces
    pieces = [piece for piece in pieces if piece.kind == "equal"]
    pieces += [Piece("moved", i, i + n, j, j + n) for i, j, n in moved]
    for gap in gaps:
        pieces += _rest(gap, moved)
    return sorted(pieces, key=itemgetter(1, 2, 3, 4))


def _facing(runs: Sequence[tuple[int, int, int]], a_length: int, b_length: int) -> Iterator[Piece]:
    """The equal runs, and what faces each other between them."""
    at_a = at_b = 0
    for i, j, n in [*runs, (a_length, b_length, 0)]:
        if i > at_a or j > at_b:
            kind: StretchKind = "inserted" if i == at_a else "deleted" if j == at_b else "replaced"
            yield Piece(kind, at_a, i, at_b, j)
        if n:
            yield Piece("equal", i, i + n, j, j + n)
        at_a, at_b = i + n, j + n


def _moves(a: str, b: str, gaps: Sequence[Gap]) -> list[tuple[int, int, int]]:
    """Runs (start in a, start in b, length) that stand in different gaps, the longest first."""
    free_a = [(start, end) for start, end, _, _ in gaps if end - start >= LEAST_MOVED]
    free_b = [(start, end) for _, _, start, end in gaps if end - start >= LEAST_MOVED]
    moves: list[tuple[int, int, int]] = []
    while free_a and free_b:
        pairs = (_longest(a, b, one, other) for one in free_a for other in free_b)
        best = max(pairs, key=itemgetter(2))
        if best[2] < LEAST_MOVED:
            break
        moves.append(best)
        free_a = list(_without(free_a, best[0], best[2]))
        free_b = list(_without(free_b, best[1], best[2]))
    return moves


def _longest(a: str, b: str, one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int, int]:
    """The longest common run of two stretches, if it is long enough to be told."""
    room = min(one[1] - one[0], other[1] - other[0])
    found = (0, 0, 0)
    for start in range(one[0], one[1]):
        while found[2] < room:
            size = max(found[2] + 1, LEAST_MOVED)
            at = b.find(a[start : start + size], other[0], other[1]) if start + size <= one[1] else -1
            if at < 0:
                break
            found = (start, at, size)
    return found


def _without(stretches: Sequence[tuple[int, int]], start: int, length: int) -> Iterator[tuple[int, int]]:
    """Stretches with one run cut out."""
    for first, last in stretches:
        if first <= start < last:
            yield from ((s, e) for s, e in ((first, start), (start + length, last)) if e > s)
        else:
            yield first, last


def _rest(gap: Gap, moved: Sequence[tuple[int, int, int]]) -> Iterator[Piece]:
    """What no move took of a gap, left and right in order."""
    a_start, a_end, b_start, b_end = gap
    left = [(a_start, a_end)]
    right = [(b_start, b_end)]
    for i, j, n in moved:
        left = list(_without(left, i, n))
        right = list(_without(right, j, n))
    left = [(s, e) for s, e in left if e > s]
    right = [(s, e) for s, e in right if e > s]
    for (i, k), (j, m) in zip(left, right, strict=False):
        yield Piece("replaced", i, k, j, m)
    for i, k in left[len(right) :]:
        yield Piece("deleted", i, k, b_end, b_end)
    for j, m in right[len(left) :]:
        yield Piece("inserted", a_end, a_end, j, m)
