"""Likeness of two strings of letters: longest common subsequence, ratio, kind, opcodes."""

from __future__ import annotations

from rapidfuzz.distance import Indel, LCSseq

from hujian.model import MatchKind

LEAST_COMMON = 8
"""A match has at least so many letters in common, and Chinese letters on either side (issue 3)."""
LIGHT = 0.80
LEAST_RATIO = 0.60
"""2·LCS/(|a|+|b|): at least 0.80 is light, at least 0.60 adapted, below is no match (gold guidelines)."""


def common(a: str, b: str) -> int:
    """Length of the longest common subsequence."""
    return int(LCSseq.similarity(a, b))


def ratio(a: str, b: str) -> float:
    """2·LCS/(|a|+|b|), 0 to 1; two empty strings are alike."""
    return 2 * common(a, b) / (len(a) + len(b)) if a or b else 1.0


def kind_of(a: str, b: str) -> MatchKind | None:
    """How alike two stretches are, or None if not enough."""
    if a == b:
        return "verbatim"
    likeness = ratio(a, b)
    if likeness >= LIGHT - 1e-9:
        return "light"
    return "adapted" if likeness >= LEAST_RATIO - 1e-9 else None


def equal_runs(a: str, b: str) -> list[tuple[int, int, int]]:
    """Runs (start in a, start in b, length) of one longest common subsequence, in order."""
    return [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(a, b)
        if op.tag == "equal"
    ]
