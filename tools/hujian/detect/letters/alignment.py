"""Likeness of two strings of letters: longest common subsequence, ratio, kind, opcodes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.process import cpdist

from hujian.detect.letters.stream import Ints
from hujian.model import MatchKind

LEAST_COMMON = 8
"""A match has at least so many letters in common, and Chinese letters on either side (issue 3)."""
LIGHT = 0.80
LEAST_RATIO = 0.60
"""2·LCS/(|a|+|b|): at least 0.80 is light, at least 0.60 adapted, below is no match (gold guidelines)."""

STRAY, WIDE = 3, 10
"""Fewer than 3 equal letters amid 10 or more others are a stray word (gold guidelines: one to three)."""


def common(a: str, b: str) -> int:
    """Length of the longest common subsequence."""
    return int(LCSseq.similarity(a, b))


def commons(pairs: Iterable[tuple[str, str]]) -> Ints:
    """``common`` of many pairs."""
    sides = list(pairs)
    left, right = ([pair[at] for pair in sides] for at in (0, 1))
    return np.asarray(cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32))


def ratio(a: str, b: str) -> float:
    """2·LCS/(|a|+|b|), 0 to 1; two empty strings are alike."""
    return 2 * common(a, b) / (len(a) + len(b)) if a or b else 1.0


def kind_of(likeness: float, *, same: bool) -> MatchKind:
    """The kind of a match with a ratio."""
    if same:
        return "verbatim"
    return "light" if likeness >= LIGHT - 1e-9 else "adapted"


def equal_runs(a: str, b: str) -> list[tuple[int, int, int]]:
    """Runs (start in a, start in b, length) of one longest common subsequence, in order.

    Of the many longest ones that one in which letters stand next to the longer run they may belong to:
    the second 保持 of 保持甲，保持乙 goes with 乙 when only 保持乙 stands on the other side.
    """
    if a == b:
        return [(0, 0, len(a))] if a else []
    runs = [(at_a, at_b, size) for at_a, at_b, size in Indel.editops(a, b).as_matching_blocks() if size]
    for at in range(len(runs) - 1):
        (a1, b1, n1), (a2, b2, n2) = runs[at], runs[at + 1]
        if n1 < n2 and a[a1 + n1 - 1] == a[a2 - 1] == b[b2 - 1]:
            shift = _tail(a[a1 : a1 + n1], a[a1 + n1 : a2], b[b1 + n1 : b2])
            runs[at], runs[at + 1] = (a1, b1, n1 - shift), (a2 - shift, b2 - shift, n2 + shift)
    return [run for run in runs if run[2]]


def solid_runs(a: str, b: str) -> list[tuple[int, int, int]]:
    """Equal runs without stray words: one or two letters that happen to agree inside a wide gap."""
    runs = [(0, 0, 0), *equal_runs(a, b), (len(a), len(b), 0)]
    return [
        run
        for before, run, after in zip(runs, runs[1:], runs[2:], strict=False)
        if run[2] >= STRAY or after[0] - before[0] - before[2] - run[2] + _gap_b(before, run, after) < WIDE
    ]


def _gap_b(before: tuple[int, int, int], run: tuple[int, int, int], after: tuple[int, int, int]) -> int:
    """Letters without partner around a run in the second string."""
    return after[1] - before[1] - before[2] - run[2]


def _tail(run: str, gap_a: str, gap_b: str) -> int:
    """How many last letters of a run also stand right before the next one, on both sides."""
    whole_a, whole_b = run + gap_a, run + gap_b
    for size in range(len(run), 0, -1):
        tail = run[-size:]
        if whole_a.endswith(tail) and whole_b.endswith(tail):
            return size
    return 0
