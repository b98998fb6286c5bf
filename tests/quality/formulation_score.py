"""Scores of formulations against the gold entries.

Two wordings agree exactly when their letters are the same, and nearly when one contains the other and is
at least 75 % as long. Marginal entries are neither required nor wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hujian.fold import fold, letters_of
from quality.gold import Entry, Gold

NEAR = 0.75


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """A formulation as a detector reports it."""

    canonical: str
    variants: tuple[str, ...]
    places: frozenset[tuple[str, int, int]]  # source offsets


def wordings(entry: Entry | FoundEntry) -> set[str]:
    """Folded wordings of an entry."""
    return {letters_of(w) for w in (entry.canonical, *entry.variants)}


def near(one: str, other: str) -> bool:
    """Whether one contains the other and is not much longer."""
    short, long = sorted((one, other), key=len)
    return short in long and len(short) >= NEAR * len(long)


def _agree(some: Iterable[str], others: Iterable[str]) -> bool:
    others = list(others)
    return any(near(x, y) for x in some for y in others)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which entries were missed, wrong or forbidden."""

    missed: list[Entry]
    missed_exactly: list[Entry]
    right: list[FoundEntry]
    wrong: list[FoundEntry]
    forbidden: list[str]


def judge(gold: Gold, found: Sequence[FoundEntry]) -> Verdict:
    """Compare all entries."""
    required = [e for e in gold.entries if e.grade != "marginal"]
    words = [wordings(f) for f in found]
    every = set().union(*words) if words else set()
    good = set().union(*(wordings(e) for e in required))
    neutral = set().union(*(wordings(e) for e in gold.entries if e.grade == "marginal"))
    right = [f for f, w in zip(found, words, strict=True) if _agree(w, good)]
    others = [(f, w) for f, w in zip(found, words, strict=True) if not _agree(w, good)]
    return Verdict(
        missed=[e for e in required if not _agree(wordings(e), every)],
        missed_exactly=[e for e in required if not wordings(e) & every],
        right=right,
        wrong=[f for f, w in others if not _agree(w, neutral)],
        forbidden=[s for s in gold.forbidden if letters_of(s) in every],
    )


def formulation_scores(gold: Gold, found: Sequence[FoundEntry]) -> dict[str, float]:
    """Recall (near and exact), precision, number of forbidden entries and of places not listed."""
    verdict = judge(gold, found)
    required = sum(e.grade != "marginal" for e in gold.entries)
    return {
        "recall": 1 - len(verdict.missed) / required,
        "recall_exact": 1 - len(verdict.missed_exactly) / required,
        "precision": len(verdict.right) / max(1, len(verdict.right) + len(verdict.wrong)),
        "forbidden": float(len(verdict.forbidden)),
        "places_missed": float(sum(places_missed(gold, entry) for entry in found)),
        "entries": float(len(found)),
    }


def places_missed(gold: Gold, entry: FoundEntry) -> int:
    """Places where a wording of the entry stands inside one line of a text, but no occurrence covers it.

    The page breaks of the sources (line break, U+200B, line break) are no line ends.
    """
    missed = 0
    for name, text in gold.texts.items():
        own = [(start, end) for file, start, end in entry.places if file == name]
        for start, line in _lines(text):
            folded = fold(line)
            for wording in wordings(entry):
                at = folded.letters.find(wording)
                while at >= 0:
                    first, last = folded.offsets[at], folded.offsets[at + len(wording) - 1]
                    missed += not any(s <= start + first and start + last < e for s, e in own)
                    at = folded.letters.find(wording, at + 1)
    return missed


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their offsets."""
    at = 0
    for line in re.split(r"(?<!\u200b)\n(?!\u200b)", text):
        yield at, line
        at += len(line) + 1
