"""Entries as the records that leave the room."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from hujian.detect.formulations.choice import Entry
from hujian.detect.formulations.nesting import containing
from hujian.detect.formulations.ranking import Ranked
from hujian.detect.identity import stable_ids
from hujian.detect.letters.borders import Borders, Bounds
from hujian.detect.letters.stream import Stream
from hujian.detect.records.writing import written_forms
from hujian.model import Formulation, Span

BATCH = 1 << 16  # places that are looked up together


def formulation_records(
    stream: Stream,
    borders: Borders,
    ranked: Sequence[Ranked],
    names: Mapping[str, str],
    spelt: Mapping[str, tuple[Span, ...]],
) -> tuple[Formulation, ...]:
    """Entries as formulations, in their order.

    By canonical wording, ``names`` are the keeper's, and ``spelt`` is where numbered ones are spelt out.
    """
    wordings = [one.entry.canonical for one in ranked]
    identities = stable_ids("f", ((wording,) for wording in wordings))
    holders = containing(wordings)
    batches = list(_batches([one.entry for one in ranked]))
    written = itertools.chain.from_iterable(written_forms(stream, borders, batch) for batch in batches)
    places = itertools.chain.from_iterable(_occurrences(borders, batch) for batch in batches)
    rows = zip(ranked, identities, holders, written, places, strict=True)
    return tuple(
        Formulation(
            id=identity,
            canonical=canonical,
            variants=tuple(variants),
            label=one.label,
            occurrences=occurrences,
            contained_in=tuple(identities[holder] for holder in inside),
            expansions=spelt.get(one.entry.canonical, ()),
            name=names.get(one.entry.canonical, ""),
        )
        for one, identity, inside, (canonical, *variants), occurrences in rows
    )


def _batches(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries that have about ``BATCH`` places together."""
    places = itertools.accumulate(len(entry.starts) for entry in entries)
    for _, batch in itertools.groupby(zip(places, entries, strict=True), lambda row: row[0] // BATCH):
        yield [entry for _, entry in batch]


def _occurrences(borders: Borders, entries: Sequence[Entry]) -> Iterator[tuple[Span, ...]]:
    """For every entry its places, in their order."""
    counts = [len(entry.starts) for entry in entries]
    starts, ends = (np.concatenate(side) for side in ([e.starts for e in entries], [e.ends for e in entries]))
    document, start, end = borders.bounds(starts, ends)
    order = np.lexsort((end, start, document, np.repeat(np.arange(len(entries)), counts)))
    spans = borders.spans(Bounds(document[order], start[order], end[order]))
    return (tuple(itertools.islice(spans, count)) for count in counts)
