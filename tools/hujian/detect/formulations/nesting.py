"""The hierarchy of formulations: which wording is a part of which."""

from __future__ import annotations

from collections.abc import Sequence


def containing(wordings: Sequence[str]) -> list[list[int]]:
    """For each of different folded wordings the indexes of the longer ones that contain it, ascending."""
    index = {wording: at for at, wording in enumerate(wordings)}
    sizes = sorted({len(wording) for wording in wordings})
    holders: list[list[int]] = [[] for _ in wordings]
    for at, wording in enumerate(wordings):
        parts = {
            index.get(wording[start : start + size], at)
            for size in sizes
            for start in range(len(wording) - size + 1)
        }
        for part in parts - {at}:
            holders[part].append(at)
    return holders
