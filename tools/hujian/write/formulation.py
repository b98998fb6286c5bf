"""The page of one formulation: what it is, and every place where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from hujian.model import Collection, Document, Formulation, Span
from hujian.settings import FORMULATIONS
from hujian.write.page import Page
from hujian.write.view import by_level_and_date, emphasise, render, root_of, text_url

_SENTENCE_END = re.compile(r"[。！？；!?;][”’」』）)]*|\n")
_CONTEXT = 60  # characters shown at most on either side: about two lines


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence in its sentence."""

    anchor: str
    url: str  # site-relative, to the very place
    paragraph: str  # its id
    sentence: Markup


@dataclass(frozen=True, slots=True)
class Home:
    """A document with the occurrences in it."""

    document: Document
    url: str
    places: tuple[Place, ...]


def formulation_url(formulation: Formulation) -> str:
    """Site-relative URL of a formulation's page."""
    return f"{FORMULATIONS}/{formulation.id}.html"


def formulation_page(collection: Collection, formulation: Formulation) -> Page:
    """Page of a formulation."""
    path = formulation_url(formulation)
    return Page(
        path,
        formulation.canonical,
        lambda: render(
            "formulation.html",
            root=root_of(path),
            formulation=formulation,
            homes=_homes(collection, formulation),
            without=_without(collection, formulation),
        ),
        description=f"“{formulation.canonical}”见于 {formulation.documents} 篇",
        kind="formulation",
    )


def _homes(collection: Collection, formulation: Formulation) -> list[Home]:
    places: dict[str, list[Span]] = defaultdict(list)
    for span in formulation.occurrences:
        places[span.document].append(span)
    return [
        Home(
            d, text_url(collection.addresses[d.path]), _places(collection, d, formulation.id, places[d.path])
        )
        for d in by_level_and_date(collection)
        if d.path in places
    ]


def _without(collection: Collection, formulation: Formulation) -> list[tuple[Document, str]]:
    present = {span.document for span in formulation.occurrences}
    absent = (d for d in by_level_and_date(collection) if d.path not in present)
    return [(d, text_url(collection.addresses[d.path])) for d in absent]


def _places(collection: Collection, document: Document, name: str, spans: list[Span]) -> tuple[Place, ...]:
    address = collection.addresses[document.path]
    found = []
    for number, span in enumerate(spans, 1):
        at = max(i for i, p in enumerate(document.paragraphs) if p.start <= span.start)
        start, end = _sentence(
            document.text, span, document.paragraphs[at].start, document.paragraphs[at].end
        )
        sentence = emphasise(document.text[start:end], span.start - start, span.end - start)
        found.append(
            Place(
                f"{address.id}-{number}",
                text_url(address, f"{name}-{number}"),
                address.paragraphs[at],
                ("…" if start > document.paragraphs[at].start else "")
                + sentence
                + ("…" if end < document.paragraphs[at].end else ""),
            )
        )
    return tuple(found)


def _sentence(text: str, span: Span, low: int, high: int) -> tuple[int, int]:
    """The sentence around a place, cut to a readable length, within its paragraph."""
    before = [m.end() for m in _SENTENCE_END.finditer(text, low, span.start)]
    after = _SENTENCE_END.search(text, span.end, high)
    start = max(before[-1] if before else low, span.start - _CONTEXT)
    return start, min(after.end() if after else high, span.end + _CONTEXT)
