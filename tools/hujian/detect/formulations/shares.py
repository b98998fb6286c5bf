"""Shares of many places, told from as few of them as will do."""

from __future__ import annotations

from collections.abc import Iterable


def more_than(share: float, total: int, holds: Iterable[bool]) -> bool:
    """Whether something holds at more than a share of so many places; a few that deny it are enough."""
    misses = total - int(share * total) - 1  # at so many places it need not hold
    for held in holds:
        if misses < 0:
            break
        misses -= not held
    return misses >= 0
