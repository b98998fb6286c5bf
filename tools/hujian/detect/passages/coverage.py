"""How much of each document stands in each other one: the union of its matches, in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.stream import Stream
from hujian.detect.passages.passage import Passage
from hujian.model import Coverage

Stretch = tuple[int, int]


def coverage(stream: Stream, found: Sequence[Passage], common: NDArray[np.bool_]) -> tuple[Coverage, ...]:
    """Coverage of every ordered pair of documents with a match, by (document, other).

    Args:
        stream: the collection.
        found: its passages.
        common: which letters lie in a slogan or a template, and so tell little about who reads whom.
    """
    covered: dict[tuple[int, int], list[Stretch]] = defaultdict(list)
    for passage in found:
        a, b = int(stream.document[passage.a_start]), int(stream.document[passage.b_start])
        covered[a, b].append((passage.a_start, passage.a_end))
        covered[b, a].append((passage.b_start, passage.b_end))
    usual = np.concatenate(([0], np.cumsum(common)))
    sizes = np.diff(stream.starts)
    records = []
    for (document, other), stretches in sorted(covered.items()):
        union = _union(stretches)
        shared = sum(end - start for start, end in union)
        slogans = sum(int(usual[end] - usual[start]) for start, end in union)
        records.append(
            Coverage(
                stream.documents[document].path,
                stream.documents[other].path,
                shared,
                shared - slogans,
                int(sizes[document]),
            )
        )
    return tuple(records)


def _union(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Overlapping stretches joined."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
