"""How much of each document stands in each other one: the union of its matches, in both directions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.suffixes import Longs
from hujian.model import Coverage


def coverage(stream: Stream, found: Ints, common: NDArray[np.bool_]) -> tuple[Coverage, ...]:
    """Coverage of every ordered pair of documents with a match, by (document, other).

    Args:
        stream: the collection.
        found: its passages, one a row.
        common: which letters lie in a slogan or a template, and so tell little about who reads whom.
    """
    if not len(found):
        return ()
    stretches = np.concatenate((found[:, (0, 1, 2, 3)], found[:, (2, 3, 0, 1)])).astype(np.int64)
    pair = stream.document[stretches[:, 0]].astype(np.int64) << 32 | stream.document[stretches[:, 2]]
    order = np.lexsort((stretches[:, 0], pair))
    pairs, start, end = _union(pair[order], stretches[order, 0], stretches[order, 1])
    first = np.flatnonzero(np.diff(pairs, prepend=-1))
    usual = np.zeros(len(common) + 1, np.int32)
    np.cumsum(common, out=usual[1:])
    shared = np.add.reduceat(end - start, first).tolist()
    slogans = np.add.reduceat(usual[end] - usual[start], first).tolist()
    sizes = np.diff(stream.starts).tolist()
    paths = [document.path for document in stream.documents]
    return tuple(
        Coverage(paths[both >> 32], paths[both & 0xFFFFFFFF], letters, letters - slogan, sizes[both >> 32])
        for both, letters, slogan in zip(pairs[first].tolist(), shared, slogans, strict=True)
    )


def _union(pair: Longs, start: Longs, end: Longs) -> tuple[Longs, Longs, Longs]:
    """Stretches of letters, by pair and start, with those joined that overlap or touch within their pair."""
    apart = np.cumsum(np.diff(pair, prepend=pair[:1]) != 0) * (
        int(end.max()) + 1
    )  # of one pair after another
    furthest = np.maximum.accumulate(end + apart)
    new = np.concatenate(([True], (start + apart)[1:] > furthest[:-1]))
    last = np.append(np.flatnonzero(new)[1:] - 1, len(new) - 1)
    return pair[new], start[new], furthest[last] - apart[last]
