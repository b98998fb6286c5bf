"""Where paragraphs end, in files of some documents each: which places stand in one paragraph.

Loaded for queries of several wordings that stand in many documents, to rank these, and only where the places
are near enough for one paragraph: how long each document's longest one is stands in a small file of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hujian.search.bits import Fields, golomb, pack
from hujian.search.letters import LINE_END
from hujian.search.space import ZONES, Space

DOCUMENTS = 1024
"""Documents a file."""
COUNT_ORDER, GAP_ORDER = 8, 5
LONGEST_ORDER = 3
LONGEST_UNIT = 32
"""Letters by which the longest paragraph is told, rounded up."""


def break_files(space: Space) -> Iterator[bytes]:
    """For each group of documents: zone by zone, how many paragraphs, and their lengths in letters."""
    ends = np.cumsum(space.lengths, axis=1)
    base = np.concatenate([[0], np.cumsum(space.lengths.sum(axis=1))])
    count = space.lengths.shape[1]
    for begin in range(0, count, DOCUMENTS):
        last = min(count, begin + DOCUMENTS) - 1
        fields = []
        for zone in range(len(ZONES)):
            start = int(base[zone] + (ends[zone, begin - 1] if begin else 0))
            end = int(base[zone] + ends[zone, last])
            breaks = np.flatnonzero(space.codes[start:end] == LINE_END)
            fields += [
                golomb(np.array([len(breaks)]), COUNT_ORDER),
                golomb(np.diff(breaks, prepend=-1) - 1, GAP_ORDER),
            ]
        yield pack(joined(fields))


def longest_paragraphs(space: Space) -> bytes:
    """By document: an upper bound of the letters that its longest paragraph takes, its end counted."""
    longest = np.zeros(space.lengths.shape[1], np.int64)
    base = 0
    for lengths in space.lengths:
        ends = np.cumsum(lengths)
        breaks = np.flatnonzero(space.codes[base : base + int(lengths.sum())] == LINE_END)
        np.maximum.at(longest, np.searchsorted(ends, breaks, "right"), np.diff(breaks, prepend=-1))
        base += int(lengths.sum())
    return pack(golomb(-(-longest // LONGEST_UNIT), LONGEST_ORDER))


def joined(fields: list[Fields]) -> Fields:
    """Fields one behind the other."""
    return Fields(np.concatenate([f.values for f in fields]), np.concatenate([f.widths for f in fields]))
