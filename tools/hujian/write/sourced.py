"""Stretches of texts as records tell them: source offsets, the text between them, the paragraph."""

from __future__ import annotations

from typing import TypedDict

from hujian.model import Collection, Document, Span
from hujian.write.shelf import Shelf

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
        self._shelf = Shelf(collection)

    def place(self, span: Span) -> Place:
        """A stretch with its text, to the letter, and the id of the paragraph in which it begins."""
        document = self._shelf.documents[span.document]
        paragraph = self._shelf.paragraph(span.document, span.start)
        start, end = document.clean.to_source(span.start, span.end)
        return {
            "source": span.document,
            "start": start,
            "end": end,
            "text": document.clean.source.text[start:end],
            "paragraph": self._shelf.address(span.document).paragraphs[paragraph],
        }

    def wording(self, span: Span) -> str:
        """A stretch as it is published, without what cleaning took out of it."""
        return self._shelf.wording(span)

    def side(self, within: Place, start: int, end: int, name: str) -> Record:
        """Offsets of one side of a stretch of an alignment; never outside of the place it belongs to."""
        first, last = within["start"], within["end"]
        left, right = self._shelf.documents[within["source"]].clean.to_source(start, end)
        return {f"{name}_start": min(max(left, first), last), f"{name}_end": min(max(right, first), last)}


def offsets(document: Document, start: int, end: int) -> Record:
    """Source offsets of a stretch given in clean offsets."""
    left, right = document.clean.to_source(start, end)
    return {"start": left, "end": right}
