"""Which of the locked paragraphs is which of today's: unchanged, moved or lightly changed."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from hujian.link.sketch import likeness

SAME = 0.5  # estimated Jaccard index from which a changed paragraph keeps its address
STAND_IN = 0.2  # from which a changed paragraph at least answers for a dropped one


def align(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Map indices of old sketches to indices of new ones, one to one.

    First the longest common run of equal sketches in order, then equal sketches that moved, then
    the most alike of what is left, best pairs first.
    """
    pairs: dict[int, int] = {}
    for block in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        pairs.update((block.a + i, block.b + i) for i in range(block.size))
    free_old = [i for i in range(len(old)) if i not in pairs]
    free_new = set(range(len(new))) - set(pairs.values())
    ranked = sorted(
        (
            (-likeness(old[i], new[j]), abs(i - j), i, j)
            for i in free_old
            for j in free_new
            if likeness(old[i], new[j]) >= SAME
        ),
    )
    for _, _, i, j in ranked:
        if i not in pairs and j in free_new:
            pairs[i] = j
            free_new.discard(j)
    return pairs


def stand_in(at: int, old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> int:
    """Index of the new paragraph that answers for the dropped old one at ``at``.

    The most alike one if there is any likeness, else the one where its neighbour before went.
    """
    best = max(range(len(new)), key=lambda j: (likeness(old[at], new[j]), -abs(at - j)))
    if likeness(old[at], new[best]) >= STAND_IN:
        return best
    before = [pairs[i] for i in range(at) if i in pairs]
    return before[-1] if before else 0
