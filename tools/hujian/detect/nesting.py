"""The hierarchy of formulations: which wording is a part of which."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

_BETWEEN = "\n"  # no letter, so that nothing is found across two wordings


def containing(wordings: Sequence[str]) -> list[list[int]]:
    """For every folded wording the indexes of the longer ones that contain it, ascending."""
    joined = _BETWEEN.join(wordings)
    starts = [0]
    for wording in wordings:
        starts.append(starts[-1] + len(wording) + 1)
    result = []
    for own, wording in enumerate(wordings):
        holders: set[int] = set()
        at = joined.find(wording)
        while at >= 0:
            holders.add(bisect.bisect_right(starts, at) - 1)
            at = joined.find(wording, at + 1)
        result.append(sorted(holders - {own}))
    return result
