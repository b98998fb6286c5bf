"""Sentences of a paragraph: what a reader points at, and what a parallel is shown in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

END = re.compile(r"[。！？；!?;]+[”’」』）)]*")
"""Behind this a sentence ends; the closing marks belong to it. The same in frontend/src/panel/places.ts."""

_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}(?:是|要|、)|第[一二三四五六七八九十]{1,3}[，、,]"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、](?!\d))"
)
_LONG = 200  # characters: a shorter paragraph is taken in at one glance


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of ``text[start:end]`` in clean offsets; they tile it."""
    bounds = sorted({start, end, *(m.end() for m in END.finditer(text, start, end))})
    return list(itertools.pairwise(bounds))


def items(text: str, found: Sequence[tuple[int, int]]) -> set[int]:
    """Starts of the sentences that begin an item of an enumeration inside a long paragraph.

    One marker alone makes no enumeration, and the paragraph's own beginning is no item in it.
    """
    if not found or found[-1][1] - found[0][0] < _LONG:
        return set()
    starts = {start for start, _ in found[1:] if _ITEM.match(text, start)}
    return starts if len(starts) > 1 or _ITEM.match(text, found[0][0]) else set()
