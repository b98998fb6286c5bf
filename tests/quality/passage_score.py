"""Scores of passages, as issue and gold guidelines define them.

A gold pair counts as found when at least half of its letters on both sides are covered by pairs that
touch it on both sides. A found pair is right when at least half of its letters on both sides lie in gold
pairs that it touches on both sides; one that is not right but lies in borderline pairs is left out.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from hujian.fold import fold_character
from quality.gold import Gold, Pair, Place

HALF = 0.5


class LetterCounts:
    """How many letters stand in a place."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._sums = {
            name: [0, *itertools.accumulate(len(fold_character(c)) for c in text)]
            for name, text in texts.items()
        }

    def count(self, place: Place) -> int:
        name, start, end = place
        return self._sums[name][end] - self._sums[name][start]

    def covered(self, place: Place, by: Iterable[Place]) -> int:
        """Letters of a place that lie in any of the others."""
        name, start, end = place
        inside = sorted((max(s, start), min(e, end)) for n, s, e in by if n == name and s < end and e > start)
        total, reached = 0, start
        for first, last in inside:
            if last > reached:
                total += self.count((name, max(first, reached), last))
                reached = last
        return total


def touches(one: Pair, other: Pair) -> bool:
    """Whether two pairs overlap on both sides."""
    return all(x[0] == y[0] and x[1] < y[2] and y[1] < x[2] for x, y in ((one.a, other.a), (one.b, other.b)))


def is_covered(counts: LetterCounts, pair: Pair, others: Sequence[Pair]) -> bool:
    """Whether half of a pair's letters on both sides lie in those others that touch it on both sides."""
    touching = [other for other in others if touches(pair, other)]
    return bool(touching) and all(
        counts.covered(side, [getattr(o, name) for o in touching]) >= HALF * counts.count(side)
        for name, side in (("a", pair.a), ("b", pair.b))
    )


def judge(gold: Gold, found: Sequence[Pair]) -> tuple[list[Pair], list[Pair], list[Pair], list[Pair]]:
    """Gold pairs missed; found pairs that are wrong; found pairs that are right; negatives hit."""
    counts = LetterCounts(gold.texts)
    missed = [p for p in gold.passages if not is_covered(counts, p, found)]
    right = [p for p in found if is_covered(counts, p, gold.passages)]
    rest = [p for p in found if p not in set(right)]
    wrong = [p for p in rest if not is_covered(counts, p, [*gold.borderline, *gold.passages])]
    hit = [p for p in gold.negatives if is_covered(counts, p, found)]
    return missed, wrong, right, hit


def passage_scores(gold: Gold, found: Sequence[Pair]) -> dict[str, float]:
    """Recall by kind, precision, F1 and the share of negatives hit."""
    missed, wrong, right, hit = judge(gold, found)
    all_of: dict[str, int] = defaultdict(int)
    lost: dict[str, int] = defaultdict(int)
    for pair in gold.passages:
        all_of[pair.kind] += 1
    for pair in missed:
        lost[pair.kind] += 1
    recall = 1 - len(missed) / len(gold.passages)
    precision = len(right) / max(1, len(right) + len(wrong))
    scores = {
        f"recall_{kind}": 1 - lost[kind] / max(1, all_of[kind]) for kind in ("verbatim", "light", "adapted")
    }
    scores |= {"recall": recall, "precision": precision}
    scores["f1"] = 2 * recall * precision / max(1e-9, recall + precision)
    scores["negatives_hit"] = len(hit) / len(gold.negatives)
    return scores
