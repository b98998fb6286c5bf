"""What documents share verbatim, by a suffix array: an oracle that has nothing in common with detect.

libdivsufsort sorts the suffixes of all folded lines, each closed by a letter of its own, so that nothing runs
over a line's end; two sweeps over the array give every letter the longest string from there on that another
document has too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from pydivsufsort import divsufsort, kasai

from hujian.detect.letters.stream import Stream

Ints = NDArray[np.int64]


def shared_runs(stream: Stream, least: int) -> Iterator[tuple[int, int]]:
    """Maximal runs of letters (start, end) that stand in another document too, at least so long."""
    furthest = 0
    for start, length in enumerate(_shared_from(stream).tolist()):
        if length >= least and start + length > furthest:
            furthest = start + length
            yield start, furthest


def _shared_from(stream: Stream) -> Ints:
    """For every letter the length of the longest string from there on that another document has."""
    ends = np.flatnonzero(np.append(stream.line[1:] != stream.line[:-1], True)) + 1
    _, dense = np.unique(stream.codes, return_inverse=True)
    letters = np.insert(dense + 1 + len(ends), ends, np.arange(1, len(ends) + 1)).astype(np.uint32)
    place = np.insert(np.arange(len(stream.codes)), ends, -1)
    document = np.where(place >= 0, stream.document[place], -1)
    suffixes = divsufsort(letters)
    common = kasai(letters, suffixes)  # of every suffix and the next one
    longest = np.zeros(len(letters), np.int64)
    rows = range(len(suffixes))
    _sweep(rows, suffixes.tolist(), [0, *common.tolist()], document.tolist(), longest)
    _sweep(rows[::-1], suffixes.tolist(), common.tolist(), document.tolist(), longest)
    shared = np.zeros(len(stream.codes), np.int64)
    shared[place[place >= 0]] = longest[place >= 0]
    return shared


def _sweep(
    rows: Sequence[int], suffixes: list[int], common: list[int], document: list[int], longest: Ints
) -> None:
    """Longest common prefix with a suffix of another document among the rows that were passed.

    It is enough to keep the best suffixes of the two documents seen last: one of them is another one.
    """
    best: list[tuple[int, int]] = []  # (document, common prefix), the latest first
    for row in rows:
        best = [(one, min(length, common[row])) for one, length in best]
        own = document[suffixes[row]]
        others = [length for one, length in best if one != own]
        longest[suffixes[row]] = max(longest[suffixes[row]], *others, 0)
        if own >= 0:
            best = [(own, len(suffixes)), *(b for b in best if b[0] != own)][:2]
