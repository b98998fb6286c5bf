"""The alignments of passages in clean offsets; the marks behind a letter go with it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from hujian.detect.letters.borders import Bounds
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.passages.stretches import KINDS, stretches
from hujian.model import Stretch


def alignments(
    stream: Stream, found: Ints, wordings: Sequence[tuple[str, str]], a: Bounds, b: Bounds
) -> Iterator[tuple[Stretch, ...]]:
    """For every passage the stretches that tile it.

    Args:
        stream: the collection.
        found: its passages, one a row.
        wordings: their letters on both sides.
        a: where their left sides stand in the texts.
        b: the same of their right sides.
    """
    pair, kind, *edges = stretches(wordings)
    offsets = []
    for edge, side, first, end in zip(edges, (a, a, b, b), (0, 0, 2, 2), (1, 1, 3, 3), strict=True):
        letter = found[pair, first] + edge
        inside = stream.offset.take(letter, mode="clip")  # behind the last letter of all stands no other
        before_end = np.where(letter < found[pair, end], inside, side.end[pair])
        offsets.append(np.where(letter > found[pair, first], before_end, side.start[pair]).tolist())
    told = map(Stretch, [KINDS[at] for at in kind.tolist()], *offsets)
    return (tuple(itertools.islice(told, count)) for count in np.bincount(pair).tolist())
