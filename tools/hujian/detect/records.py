"""Stretches of the stream as the records that leave the room."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence

from hujian.detect.alignment import kind_of, ratio
from hujian.detect.borders import Borders
from hujian.detect.formulations import Entry
from hujian.detect.grow import Passage
from hujian.detect.labels import Labels
from hujian.detect.stream import Stream
from hujian.model import Formulation, Match

MOST, LETTERS_AN_ENTRY = 1000, 300
"""The weightiest 1,000 formulations are told, or one for every 300 letters if that is more."""
ID_LENGTH = 12  # base-32 digits: 60 bits, no two of a million alike in practice


def stable_id(letter: str, *parts: str) -> str:
    """A short lower-case address part that only depends on the given texts; begins with ``letter``."""
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).digest()
    return letter + base64.b32encode(digest).decode("ascii").lower()[:ID_LENGTH]


def match_records(stream: Stream, borders: Borders, found: Sequence[Passage]) -> tuple[Match, ...]:
    """Passages as matches, ordered by their two places."""
    records: list[Match] = []
    ordinals: Counter[tuple[str, ...]] = Counter()
    for passage in sorted(found, key=lambda p: (p.a_start, p.a_end, p.b_start, p.b_end)):
        a = stream.letters[passage.a_start : passage.a_end]
        b = stream.letters[passage.b_start : passage.b_end]
        span_a = borders.span(passage.a_start, passage.a_end)
        span_b = borders.span(passage.b_start, passage.b_end)
        kind = kind_of(a, b)
        if kind is None:
            continue
        key = (span_a.document, span_b.document, a, b)
        identity = stable_id("m", *key, str(ordinals[key]))
        ordinals[key] += 1
        records.append(Match(identity, span_a, span_b, round(ratio(a, b), 6), kind))
    return tuple(records)


def formulation_records(
    stream: Stream, borders: Borders, entries: Sequence[Entry]
) -> tuple[Formulation, ...]:
    """Entries as formulations, weightiest first: many documents, many letters."""
    labels = Labels(stream)
    records = [
        Formulation(
            id=stable_id("f", entry.canonical),
            canonical=_as_written(stream, borders, entry, entry.canonical),
            variants=tuple(_as_written(stream, borders, entry, v) for v in entry.variants),
            label=labels.of(entry),
            occurrences=tuple(sorted(borders.span(start, end) for start, end in entry.places)),
        )
        for entry in entries
    ]
    ranked = sorted(records, key=_weight)
    return tuple(ranked[: max(MOST, len(stream.letters) // LETTERS_AN_ENTRY)])


def _weight(formulation: Formulation) -> tuple[bool, int, str, str]:
    """Sort key: many documents and many letters first, templates last."""
    weight = (formulation.documents - 1) * len(formulation.canonical)
    return formulation.label == "template", -weight, formulation.canonical, formulation.id


def _as_written(stream: Stream, borders: Borders, entry: Entry, wording: str) -> str:
    """How the texts write a wording most often; among equals the first in the collection."""
    forms: Counter[str] = Counter()
    for start, end in entry.places:
        at = stream.letters.find(wording, start, end)
        if at >= 0:
            span = borders.span(at, at + len(wording))
            text = stream.documents[int(stream.document[at])].text
            forms[text[span.start : span.end]] += 1
    return forms.most_common(1)[0][0] if forms else wording
