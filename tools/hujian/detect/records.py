"""Stretches of the stream as the records that leave the room."""

from __future__ import annotations

import itertools
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from hujian.detect.formulations.choice import Entry
from hujian.detect.formulations.expansions import expansions
from hujian.detect.formulations.nesting import containing
from hujian.detect.formulations.ranking import Ranked
from hujian.detect.identity import stable_id
from hujian.detect.letters.alignment import kind_of
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import CLOSING, OPENING, Ints, Stream
from hujian.detect.passages.passage import Passage
from hujian.detect.passages.stretches import stretches
from hujian.model import Formulation, Match, Span, Stretch


def match_records(stream: Stream, borders: Borders, found: Ints) -> tuple[Match, ...]:
    """Passages, one a row, as matches, ordered by their two places."""
    records: list[Match] = []
    ordinals: Counter[tuple[str, ...]] = Counter()
    a_start, a_end, b_start, b_end, _ = found.T
    ordered = found[np.lexsort((b_end, b_start, a_end, a_start))]
    sides_a = borders.spans(ordered[:, 0], ordered[:, 1])
    sides_b = borders.spans(ordered[:, 2], ordered[:, 3])
    for row, span_a, span_b in zip(ordered, sides_a, sides_b, strict=True):
        passage = Passage(*row.tolist())
        a = stream.letters[passage.a_start : passage.a_end]
        b = stream.letters[passage.b_start : passage.b_end]
        kind = kind_of(passage.ratio, same=a == b)
        if kind is None:
            continue
        key = (span_a.document, span_b.document, a, b)
        records.append(
            Match(
                id=stable_id("m", *key, str(ordinals[key])),
                a=span_a,
                b=span_b,
                similarity=round(passage.ratio, 6),
                kind=kind,
                stretches=_stretches(stream, passage, span_a, span_b),
            )
        )
        ordinals[key] += 1
    return tuple(records)


def _stretches(stream: Stream, passage: Passage, a: Span, b: Span) -> tuple[Stretch, ...]:
    """The alignment of a passage in clean offsets; the marks behind a letter go with it."""
    if passage.total == 2 * passage.common:
        return (Stretch("equal", a.start, a.end, b.start, b.end),)
    one = stream.letters[passage.a_start : passage.a_end]
    other = stream.letters[passage.b_start : passage.b_end]

    def bound(span: Span, first: int, size: int, at: int) -> int:
        if at == 0:
            return span.start
        return span.end if at == size else int(stream.offset[first + at])

    return tuple(
        Stretch(
            piece.kind,
            bound(a, passage.a_start, len(one), piece.a_start),
            bound(a, passage.a_start, len(one), piece.a_end),
            bound(b, passage.b_start, len(other), piece.b_start),
            bound(b, passage.b_start, len(other), piece.b_end),
        )
        for piece in stretches(one, other)
    )


def formulation_records(
    stream: Stream,
    borders: Borders,
    ranked: Sequence[Ranked],
    names: Mapping[str, str],
) -> tuple[Formulation, ...]:
    """Entries as formulations, in their order; ``names`` are the keeper's, by canonical wording."""
    identities = [stable_id("f", r.entry.canonical) for r in ranked]
    holders = containing([r.entry.canonical for r in ranked])
    written = _Writing(stream, borders)
    starts, ends = array("i"), array("i")
    for one in ranked:
        starts += one.entry.starts
        ends += one.entry.ends
    spans = borders.spans(starts, ends)
    records = []
    for one, identity, inside in zip(ranked, identities, holders, strict=True):
        entry = one.entry
        own = list(itertools.islice(spans, len(entry.starts)))
        canonical, *variants = written.forms(entry, own)
        records.append(
            Formulation(
                id=identity,
                canonical=canonical,
                variants=tuple(variants),
                label=one.label,
                occurrences=tuple(sorted(own, key=_order)),
                contained_in=tuple(identities[holder] for holder in inside),
                expansions=expansions(entry.canonical, stream.documents),
                name=names.get(entry.canonical, ""),
            )
        )
    return tuple(records)


def _order(span: Span) -> tuple[str, int, int]:
    return (span.document, span.start, span.end)


class _Writing:
    """How the texts write what is found in their letters."""

    def __init__(self, stream: Stream, borders: Borders) -> None:
        self._letters = stream.letters
        self._borders = borders
        self._texts = {document.path: document.text for document in stream.documents}

    def forms(self, entry: Entry, spans: Sequence[Span]) -> list[str]:
        """How the canonical wording of an entry and its variants are written; ``spans`` are its places."""
        places: dict[str, list[tuple[int, Span]]] = defaultdict(list)  # by their letters
        for start, end, span in zip(entry.starts, entry.ends, spans, strict=True):
            places[self._letters[start:end]].append((start, span))
        return [self._form(wording, places) for wording in (entry.canonical, *entry.variants)]

    def _form(self, wording: str, places: Mapping[str, Sequence[tuple[int, Span]]]) -> str:
        """The most frequent form of a wording, no quotation torn; among equals the first."""
        found = dict(places.get(wording, ()))
        longer = [
            start + at
            for text, own in places.items()
            if text != wording and (at := text.find(wording)) >= 0
            for start, _ in own
        ]
        found |= zip(longer, self._borders.spans(longer, [at + len(wording) for at in longer]), strict=True)
        spans = (found[at] for at in sorted(found))
        forms = Counter(self._texts[span.document][span.start : span.end] for span in spans)
        return max(forms, key=lambda form: (_is_balanced(form), forms[form]), default=wording)


def _is_balanced(text: str) -> bool:
    """Whether as many quotations end as begin."""
    return sum(c in OPENING for c in text) == sum(c in CLOSING for c in text)
