"""The chain of recognisers: from a clean text to a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hujian.model import CleanText, Document, Paragraph
from hujian.parse.addresses import recognise_addressee, recognise_salutations
from hujian.parse.corrections import CatalogRow, correct
from hujian.parse.dating import recognise_date
from hujian.parse.draft import Draft, begin
from hujian.parse.front import recognise_bylines, recognise_datelines
from hujian.parse.headings import recognise_headings
from hujian.parse.levels import recognise_level
from hujian.parse.signatures import recognise_signature
from hujian.parse.speakers import recognise_speaker
from hujian.parse.supplied import recognise_supplied_title
from hujian.parse.titles import recognise_title

CHAIN: Final[tuple[tuple[str, Callable[[Draft], Draft]], ...]] = (
    ("salutations", recognise_salutations),
    ("datelines", recognise_datelines),
    ("bylines", recognise_bylines),
    ("title", recognise_title),
    ("addressee", recognise_addressee),
    ("signature", recognise_signature),
    ("headings", recognise_headings),
    ("date", recognise_date),
    ("speaker", recognise_speaker),
    ("level and place", recognise_level),
    ("supplied title", recognise_supplied_title),
)
"""In this order: each may rely on what those before it have recognised."""


def parse(clean: CleanText, row: CatalogRow | None = None) -> Document:
    """Recognise a document's metadata, paragraphs and headings.

    Args:
        clean: the text that is published.
        row: the keeper's row of the catalog; its corrections win over what the text says.

    Returns:
        The document. Its paragraphs are the lines of the clean text. No text makes it fail.
    """
    draft = begin(clean)
    for _, recognise in CHAIN:
        draft = recognise(draft)
    return correct(_document(draft), row)


def _document(draft: Draft) -> Document:
    paragraphs = (
        Paragraph(kind, line.start, line.end) for line, kind in zip(draft.lines, draft.kinds, strict=True)
    )
    return Document(
        draft.clean,
        draft.title,
        draft.date,
        draft.speaker,
        draft.level,
        draft.place,
        tuple(paragraphs),
        draft.headings,
    )
