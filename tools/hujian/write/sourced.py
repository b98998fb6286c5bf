"""Stretches of texts as records tell them: source offsets, the text between them, the paragraph."""

from __future__ import annotations

import bisect
from functools import cache
from typing import TypedDict

from hujian.model import Collection, Document, Span

Record = dict[str, object]


class Place(TypedDict):
    """Where something stands: source offsets, the source between them, and the id of the paragraph."""

    source: str
    start: int
    end: int
    text: str
    paragraph: str


class Sourced:
    """Leads from clean offsets to source files."""

    def __init__(self, collection: Collection) -> None:
        self._documents = {d.path: d for d in collection.documents}
        self._addresses = collection.addresses
        self._starts = cache(lambda path: [p.start for p in self._documents[path].paragraphs])

    def place(self, span: Span) -> Place:
        """A stretch with its text, to the letter, and the id of the paragraph in which it begins."""
        document = self._documents[span.document]
        start, end = document.clean.to_source(span.start, span.end)
        return {
            "source": span.document,
            "start": start,
            "end": end,
            "text": document.clean.source.text[start:end],
            "paragraph": self._paragraph(span),
        }

    def wording(self, span: Span) -> str:
        """A stretch as it is published, without what cleaning took out of it."""
        return self._documents[span.document].text[span.start : span.end]

    def side(self, within: Place, start: int, end: int, name: str) -> Record:
        """Offsets of one side of a stretch of an alignment; never outside of the place it belongs to."""
        first, last = within["start"], within["end"]
        left, right = self._documents[within["source"]].clean.to_source(start, end)
        return {f"{name}_start": min(max(left, first), last), f"{name}_end": min(max(right, first), last)}

    def _paragraph(self, span: Span) -> str:
        at = bisect.bisect_right(self._starts(span.document), span.start) - 1
        return self._addresses[span.document].paragraphs[max(0, at)]


def offsets(document: Document, start: int, end: int) -> Record:
    """Source offsets of a stretch given in clean offsets."""
    left, right = document.clean.to_source(start, end)
    return {"start": left, "end": right}
