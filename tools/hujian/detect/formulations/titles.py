"""Clauses that are titles: another one names another text, however alike the two are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.clauses import Clauses
from hujian.detect.letters.stream import Ints, Stream

_CLOSING = {"《": "》", "〈": "〉"}


def of_different_titles(stream: Stream, clauses: Clauses, pairs: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Pairs of clauses without those of two titles."""
    one, other = pairs
    titles = _are_titles(stream, clauses)
    kept = ~(titles[one] & titles[other])
    return one[kept], other[kept]


def _are_titles(stream: Stream, clauses: Clauses) -> NDArray[np.bool_]:
    """Which clauses are a title, or begin one, in at least one place: 《…条例》, 《…办法（试行）》."""
    starts, ends = clauses.starts, clauses.ends
    opened = np.frombuffer(stream.opened, bool)[starts]
    rows = np.flatnonzero(opened)
    places = zip(starts[rows].tolist(), ends[rows].tolist(), strict=True)
    opened[rows] = [_is_title(stream, start, end) for start, end in places]
    return np.asarray(np.logical_or.reduceat(opened, clauses.first[:-1]) if len(clauses) else opened)


def _is_title(stream: Stream, start: int, end: int) -> bool:
    """Whether a title begins with letter ``start`` and does not end before letter ``end`` - 1."""
    closing = _CLOSING.get(stream.marks_before(start)[-1:])
    text = stream.documents[int(stream.document[start])].text
    return (
        closing is not None and closing not in text[int(stream.offset[start]) : int(stream.offset[end - 1])]
    )
