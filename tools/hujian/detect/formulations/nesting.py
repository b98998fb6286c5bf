"""The hierarchy of formulations: which wording is a part of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence


def containing(wordings: Sequence[str]) -> list[list[int]]:
    """For each of different folded wordings the indexes of the longer ones that contain it, ascending.

    A part of a wording is looked up by its first letters, so many as the shortest wording has: few wordings
    begin with any.
    """
    index = {wording: at for at, wording in enumerate(wordings)}
    least = min(map(len, wordings), default=0)
    sizes: dict[str, set[int]] = defaultdict(set)  # of the wordings that begin so
    for wording in wordings:
        sizes[wording[:least]].add(len(wording))
    holders: list[list[int]] = [[] for _ in wordings]
    for at, wording in enumerate(wordings):
        parts = {
            index.get(wording[start : start + size], at)
            for start in range(len(wording) - least + 1)
            for size in sizes.get(wording[start : start + least], ())
        }
        for part in parts - {at}:
            holders[part].append(at)
    return holders
