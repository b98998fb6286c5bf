"""The list of parallels at the end of a document's page, and how much it shares with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hujian.model import Collection, Document, Mark, Parallel
from hujian.write.inline import hidden
from hujian.write.view import text_url


@dataclass(frozen=True, slots=True)
class Shared:
    """How much of this document stands in another one."""

    document: Document
    url: str  # site-relative
    passages: int
    share: float  # 0 to 1: part of this document's characters that lie in shared passages


@dataclass(frozen=True, slots=True)
class Entry:
    """One parallel of a paragraph."""

    parallel: Parallel
    document: Document  # the other one
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Note:
    """All cross-references of one paragraph."""

    anchor: str  # paragraph id; the note is x-<id>, its mark in the text n-<id>
    beginning: str
    entries: tuple[Entry, ...]
    formulations: tuple[tuple[str, str], ...]  # (wording, site-relative URL) not linked in the text


def sharing(collection: Collection, document: Document) -> list[Shared]:
    """Other documents by how much of this one stands in them."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for parallel in collection.links[document.path].parallels:
        spans[parallel.there.document].append((parallel.here.start, parallel.here.end))
    by_path = {d.path: d for d in collection.documents}
    total = max(1, len(document.text))
    found = [
        Shared(by_path[path], text_url(collection.addresses[path]), len(places), _covered(places) / total)
        for path, places in spans.items()
    ]
    return sorted(found, key=lambda s: (-s.share, s.document.path))


def notes(collection: Collection, document: Document, marks: Sequence[list[Mark]]) -> list[Note]:
    """Cross-references paragraph by paragraph, those without any left out."""
    by_path = {d.path: d for d in collection.documents}
    parallels: dict[int, list[Entry]] = defaultdict(list)
    for p in collection.links[document.path].parallels:
        other = by_path[p.there.document]
        here = document.text[p.here.start : p.here.end]
        parallels[p.paragraph].append(Entry(p, other, here, other.text[p.there.start : p.there.end]))
    names = collection.addresses[document.path].paragraphs
    found = []
    for at, paragraph in enumerate(document.paragraphs):
        covered = hidden(marks[at])
        if parallels[at] or covered:
            wordings = tuple((document.text[m.start : m.end], m.target) for m in covered)
            beginning = document.text[paragraph.start : paragraph.end][:24]
            found.append(Note(names[at], beginning, tuple(parallels[at]), wordings))
    return found


def _covered(places: Sequence[tuple[int, int]]) -> int:
    """Length of the union of stretches."""
    total = reach = 0
    for start, end in sorted(places):
        total += max(0, end - max(start, reach))
        reach = max(reach, end)
    return total
