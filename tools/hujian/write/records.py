"""Records for researchers: plain dictionaries, offsets into the decoded source files, path order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hujian.model import Collection, Document, Span

Record = dict[str, object]


def to_lines(records: Iterator[Record]) -> Iterator[str]:
    """JSON Lines, UTF-8, keys in their documented order."""
    return (json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def outline(collection: Collection) -> Iterator[Record]:
    """One document a record: facts with their basis, headings, paragraphs."""
    for document in collection.documents:
        address = collection.addresses[document.path]
        source = document.clean.source
        paragraphs = zip(document.paragraphs, address.paragraphs, strict=True)
        headings = zip(document.headings, address.headings, strict=True)
        yield {
            "source": document.path,
            "sha256": source.sha256,
            "encoding": source.encoding.name,
            "id": address.id,
            "title": document.title.value,
            "title_basis": document.title.basis,
            "date": document.date.value,
            "date_basis": document.date.basis,
            "speaker": document.speaker.value,
            "speaker_basis": document.speaker.basis,
            "level": document.level.value or "unknown",
            "level_basis": document.level.basis,
            "place": document.place.value,
            "place_basis": document.place.basis,
            "headings": [
                {"id": i, "depth": h.depth, "text": document.text[h.start : h.end]}
                | _offsets(document, h.start, h.end)
                | {"run_in": h.run_in}
                for h, i in headings
            ],
            "paragraphs": [
                {"id": i, "kind": p.kind} | _offsets(document, p.start, p.end) for p, i in paragraphs
            ],
        }


def ledger(collection: Collection) -> Iterator[Record]:
    """Every character that is not published as received, or that is flagged."""
    for document in collection.documents:
        for edit in document.clean.ledger:
            yield {
                "source": document.path,
                "rule": edit.rule,
                "class": edit.edit_class,
                "start": edit.start,
                "end": edit.end,
                "before": edit.before,
                "after": edit.after,
                "reason": edit.reason,
            }


def findings(collection: Collection) -> Iterator[Record]:
    """What the keeper should look at."""
    for f in collection.findings:
        yield {
            "code": f.code,
            "source": f.source,
            "start": f.start,
            "end": f.end,
            "message": f.message,
            "remedy": f.remedy,
            "acknowledged": f.acknowledged,
        }


def matches(collection: Collection) -> Iterator[Record]:
    """Passages that two documents share, each pair of places once."""
    by_path = {d.path: d for d in collection.documents}
    for m in collection.detection.matches:
        yield {
            "id": m.id,
            "a": _place(by_path[m.a.document], m.a),
            "b": _place(by_path[m.b.document], m.b),
            "similarity": round(m.similarity, 4),
            "kind": m.kind,
            "earlier": m.earlier,
            "stretches": [
                {"kind": s.kind}
                | _sides(by_path[m.a.document], s.a_start, s.a_end, "a")
                | _sides(by_path[m.b.document], s.b_start, s.b_end, "b")
                for s in m.stretches
            ],
        }


def formulations(collection: Collection) -> Iterator[Record]:
    """Recurring wordings with every place where they stand."""
    by_path = {d.path: d for d in collection.documents}
    for f in collection.detection.formulations:
        yield {
            "id": f.id,
            "canonical": f.canonical,
            "variants": list(f.variants),
            "documents": f.documents,
            "label": f.label,
            "occurrences": [_place(by_path[span.document], span) for span in f.occurrences],
            "earliest": _place_or_none(by_path, f.earliest),
            "contained_in": list(f.contained_in),
            "expansions": [_place(by_path[span.document], span) for span in f.expansions],
            "name": f.name,
        }


def families(collection: Collection) -> Iterator[Record]:
    """Passages that stand in three or more documents, each once with its places."""
    by_path = {d.path: d for d in collection.documents}
    for family in collection.detection.families:
        yield {
            "id": family.id,
            "places": [_place(by_path[span.document], span) for span in family.places],
            "earliest": _place_or_none(by_path, family.earliest),
            "untold": family.untold,
        }


def coverage(collection: Collection) -> Iterator[Record]:
    """How much of each document stands in each other one, in letters."""
    for c in collection.detection.coverage:
        yield {
            "source": c.document,
            "other": c.other,
            "shared": c.shared,
            "distinctive": c.distinctive,
            "letters": c.letters,
            "share": round(c.share, 4),
        }


def copies(collection: Collection) -> Iterator[Record]:
    """Files that hold the same text, but for trifles."""
    for c in collection.detection.copies:
        yield {"a": c.a, "b": c.b, "similarity": round(c.similarity, 4)}


RECORDS: Final[dict[str, Callable[[Collection], Iterator[Record]]]] = {
    "outline": outline,
    "ledger": ledger,
    "findings": findings,
    "matches": matches,
    "formulations": formulations,
    "families": families,
    "coverage": coverage,
    "copies": copies,
}
"""Record kinds by name; each is a command of the same name and a file of an export."""


def _offsets(document: Document, start: int, end: int) -> Record:
    left, right = document.clean.to_source(start, end)
    return {"start": left, "end": right}


def _sides(document: Document, start: int, end: int, side: str) -> Record:
    left, right = document.clean.to_source(start, end)
    return {f"{side}_start": left, f"{side}_end": right}


def _place_or_none(documents: Mapping[str, Document], span: Span | None) -> Record | None:
    return None if span is None else _place(documents[span.document], span)


def _place(document: Document, span: Span) -> Record:
    left, right = document.clean.to_source(span.start, span.end)
    text = document.clean.source.text[left:right]
    return {"source": document.path, "start": left, "end": right, "text": text}
