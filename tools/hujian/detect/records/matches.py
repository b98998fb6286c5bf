"""Passages as the records that leave the room."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial

import numpy as np

from hujian.detect.identity import numbered_ids
from hujian.detect.letters.alignment import kind_of
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.passages.passage import ratios, wordings
from hujian.detect.records.alignments import alignments
from hujian.model import Match

BATCH = 1 << 16  # passages whose records are made together


def match_records(stream: Stream, borders: Borders, found: Ints) -> tuple[Match, ...]:
    """Passages, one a row, as matches, ordered by their two places."""
    a_start, a_end, b_start, b_end, _ = found.T
    ordered = found[np.lexsort((b_end, b_start, a_end, a_start))]
    identities = iter(numbered_ids("m", partial(_keys, stream, ordered)))
    batches = (ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH))
    return tuple(match for batch in batches for match in _matches(stream, borders, batch, identities))


def _matches(stream: Stream, borders: Borders, found: Ints, identities: Iterator[str]) -> Iterator[Match]:
    """Matches of some passages."""
    sides = list(wordings(stream.letters, found))
    a_start, a_end, b_start, b_end, _ = found.T
    a, b = borders.bounds(a_start, a_end), borders.bounds(b_start, b_end)
    own = itertools.islice(identities, len(found))
    aligned = alignments(stream, found, sides, a, b)
    rows = zip(own, borders.spans(a), borders.spans(b), ratios(found).tolist(), sides, aligned, strict=True)
    for identity, span_a, span_b, ratio, (one, other), tiles in rows:
        kind = kind_of(ratio, same=one == other)
        yield Match(identity, span_a, span_b, round(ratio, 6), kind, tiles)


def _keys(stream: Stream, found: Ints) -> Iterator[tuple[str, ...]]:
    """What tells a match from others: the paths and the letters of both sides."""
    paths = [document.path for document in stream.documents]
    a_document, b_document = stream.document[found[:, 0]], stream.document[found[:, 2]]
    for a, b, sides in zip(a_document.data, b_document.data, wordings(stream.letters, found), strict=True):
        yield paths[a], paths[b], *sides
