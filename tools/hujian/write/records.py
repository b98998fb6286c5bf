"""Records for researchers: plain dictionaries, offsets into the decoded source files, path order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Final

from hujian.model import Collection
from hujian.settings import FINDING_NAMES
from hujian.write.sourced import Record, Sourced, offsets
from hujian.write.wordings import Wordings


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
                | offsets(document, h.start, h.end)
                | {"run_in": h.run_in}
                for h, i in headings
            ],
            "paragraphs": [
                {"id": i, "kind": p.kind} | offsets(document, p.start, p.end) for p, i in paragraphs
            ],
            "origin": document.origin,
            "note": document.note,
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
            "name": FINDING_NAMES.get(f.code, f.code),
        }


def matches(collection: Collection) -> Iterator[Record]:
    """Passages that two documents share, each pair of places once."""
    sourced = Sourced(collection)
    for m in collection.detection.matches:
        a, b = sourced.place(m.a), sourced.place(m.b)
        yield {
            "id": m.id,
            "a": a,
            "b": b,
            "similarity": round(m.similarity, 4),
            "kind": m.kind,
            "earlier": m.earlier,
            "stretches": [
                {"kind": s.kind}
                | sourced.side(a, s.a_start, s.a_end, "a")
                | sourced.side(b, s.b_start, s.b_end, "b")
                for s in m.stretches
            ],
        }


def formulations(collection: Collection) -> Iterator[Record]:
    """Recurring wordings with every place where they stand."""
    sourced = Sourced(collection)
    for f in collection.detection.formulations:
        wordings = Wordings(f)
        yield {
            "id": f.id,
            "canonical": f.canonical,
            "variants": list(f.variants),
            "documents": f.documents,
            "label": f.label,
            "occurrences": [
                sourced.place(span) | {"variant": wordings.of(sourced.wording(span))}
                for span in f.occurrences
            ],
            "earliest": sourced.place(f.earliest) if f.earliest else None,
            "contained_in": list(f.contained_in),
            "expansions": [sourced.place(span) for span in f.expansions],
            "name": f.name,
        }


def families(collection: Collection) -> Iterator[Record]:
    """Passages that stand in three or more documents, each once with its places."""
    sourced = Sourced(collection)
    for family in collection.detection.families:
        yield {
            "id": family.id,
            "places": [sourced.place(span) for span in family.places],
            "earliest": sourced.place(family.earliest) if family.earliest else None,
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
