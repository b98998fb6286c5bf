"""Wording that two strings have in common in another order, in what their equal runs leave over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

LEAST_MOVED = 4
"""Letters that must stand together in another place to be told as moved; fewer agree by chance."""

Gap = tuple[int, int, int, int]  # a_start, a_end, b_start, b_end: what faces each other between equal runs


def reordered(a: str, b: str, gaps: Sequence[Gap]) -> tuple[list[Gap], list[Gap]]:
    """What stands in different gaps of two strings, and what it leaves over of the gaps."""
    moved = _moves(a, b, gaps)
    left = [piece for gap in gaps for piece in _rest(gap, moved)] if moved else list(gaps)
    return [(i, i + n, j, j + n) for i, j, n in moved], left


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


def _rest(gap: Gap, moved: Sequence[tuple[int, int, int]]) -> Iterator[Gap]:
    """What no move took of a gap, left and right in order; an empty side stands where it would be."""
    a_start, a_end, b_start, b_end = gap
    left = [(a_start, a_end)]
    right = [(b_start, b_end)]
    for i, j, n in moved:
        left = list(_without(left, i, n))
        right = list(_without(right, j, n))
    left = [(s, e) for s, e in left if e > s]
    right = [(s, e) for s, e in right if e > s]
    yield from ((*one, *other) for one, other in zip(left, right, strict=False))
    yield from ((*one, b_end, b_end) for one in left[len(right) :])
    yield from ((a_end, a_end, *other) for other in right[len(left) :])
