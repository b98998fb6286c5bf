"""Where paragraphs end, in files of some documents each: which places stand in one paragraph.

Loaded for queries of several wordings that stand together in many documents, to rank them.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hujian.search.bits import Fields, golomb, pack
from hujian.search.letters import LINE_END
from hujian.search.space import ZONES, Space

DOCUMENTS = 256
"""Documents a file."""
COUNT_ORDER, GAP_ORDER = 8, 5


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


def joined(fields: list[Fields]) -> Fields:
    """Fields one behind the other."""
    return Fields(np.concatenate([f.values for f in fields]), np.concatenate([f.widths for f in fields]))
