"""All places of a formulation, each with what stands before and behind it (KWIC)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hujian.model import Document, Formulation, Span
from hujian.write.shelf import Shelf
from hujian.write.view import level_rank
from hujian.write.wordings import Wordings

CONTEXT = 24  # characters on either side: what fits beside a phrase on one line


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the concordance."""

    document: Document
    paragraph: str  # id
    left: str
    wording: str
    right: str
    start: int  # source offsets
    end: int
    url: str  # site-relative; the page itself marks the wording
    rank: int  # of the level, national first


def places(shelf: Shelf, formulation: Formulation) -> list[Place]:
    """All places, by level, date and position."""
    found = [_place(shelf, formulation, span) for span in formulation.occurrences]
    return sorted(found, key=lambda p: shelf.rank[p.document.path])


def variants(formulation: Formulation, found: Sequence[Place]) -> list[tuple[str, list[Place]]]:
    """Wordings with the places where each stands, the canonical one first."""
    wordings = Wordings(formulation)
    groups: dict[str, list[Place]] = {w: [] for w in (formulation.canonical, *formulation.variants)}
    for place in found:
        groups.setdefault(wordings.of(place.wording), []).append(place)
    return [(w, p) for w, p in groups.items() if p]


def _place(shelf: Shelf, formulation: Formulation, span: Span) -> Place:
    document = shelf.documents[span.document]
    at = shelf.paragraph(span.document, span.start)
    paragraph, name = document.paragraphs[at], shelf.address(span.document).paragraphs[at]
    left = document.text[max(paragraph.start, span.start - CONTEXT) : span.start]
    right = document.text[span.end : min(paragraph.end, span.end + CONTEXT)]
    page = shelf.url(span.document)
    start, end = document.clean.to_source(span.start, span.end)
    return Place(
        document,
        name,
        left,
        document.text[span.start : span.end],
        right,
        start,
        end,
        f"{page}?f={formulation.id}#{name}",
        level_rank(document),
    )
