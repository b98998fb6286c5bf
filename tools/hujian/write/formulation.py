"""The page of one formulation: what it is, when and where it stands, and every place of it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from hujian.model import Document, Formulation, Span
from hujian.settings import FORMULATIONS, LEVELS
from hujian.write.concordance import Place, places
from hujian.write.neighbours import neighbours
from hujian.write.page import DataFile, Page
from hujian.write.places_data import csv_of, json_of, rest_of
from hujian.write.searching import search_url
from hujian.write.shelf import Shelf
from hujian.write.timeline import Point, lane_rows, timeline
from hujian.write.variant_rows import variant_rows
from hujian.write.view import emphasise, render, root_of

_LISTED = 100  # lines on the page itself; the rest comes by script and in the CSV file
_ABSENT = 40  # documents without it: beyond, the list of texts tells more
_AROUND = 40  # characters around an expansion


@dataclass(frozen=True, slots=True)
class Expansion:
    """Where a numbered formulation is spelt out."""

    document: Document
    url: str
    text: Markup


def formulation_url(formulation: Formulation) -> str:
    """Site-relative URL of a formulation's page."""
    return f"{FORMULATIONS}/{formulation.id}.html"


def formulation_page(shelf: Shelf, formulation: Formulation) -> Page:
    """Page of a formulation."""
    path = formulation_url(formulation)
    return Page(
        path,
        formulation.name or formulation.canonical,
        lambda: _body(shelf, formulation, root_of(path)),
        description=f"“{formulation.canonical}”见于 {formulation.documents} 篇",
    )


def formulation_files(shelf: Shelf, formulation: Formulation) -> Iterator[DataFile]:
    """Its places as CSV and JSON, and those that the page leaves to the script."""
    base = f"{FORMULATIONS}/{formulation.id}"
    found = cache(lambda: places(shelf, formulation))  # for all of the files
    yield DataFile(f"{base}.csv", lambda: csv_of(found()))
    yield DataFile(f"{base}.json", lambda: json_of(formulation, found()))
    if len(formulation.occurrences) > _LISTED:
        yield DataFile(
            f"data/{formulation.id}.js",
            lambda: rest_of(formulation.id, found()[_LISTED:]),
        )


def _body(shelf: Shelf, formulation: Formulation, root: str) -> str:
    found = places(shelf, formulation)
    points = _points(found, root)
    absent = _without(shelf, formulation)
    return render(
        "formulation.html",
        root=root,
        formulation=formulation,
        earliest=_earliest(shelf, formulation),
        undated=len({p.document.path for p in found if not p.document.date.value}),
        variants=variant_rows(formulation, found),
        picture=timeline(points, f"“{formulation.canonical}”在各级文本中出现的时间"),
        lanes=lane_rows(points),
        listed=found[:_LISTED],
        rest=max(0, len(found) - _LISTED),
        larger=[shelf.formulations[i] for i in formulation.contained_in if i in shelf.formulations],
        smaller=[shelf.formulations[i] for i in shelf.parts.get(formulation.id, [])],
        beside=neighbours(shelf, formulation),
        expansions=[_expansion(shelf, span) for span in formulation.expansions],
        without=absent,
        unlisted=len(shelf.documents) - formulation.documents - len(absent),
        url=formulation_url,
        search=search_url(formulation.canonical),
    )


def _points(found: Sequence[Place], root: str) -> list[Point]:
    counts = Counter(p.document.path for p in found)
    first = {p.document.path: p for p in reversed(found)}
    return [
        Point(
            LEVELS[p.rank], p.document.date.value, p.document.name, f"{root}{p.url}", counts[p.document.path]
        )
        for p in first.values()
    ]


def _earliest(shelf: Shelf, formulation: Formulation) -> tuple[Document, str] | None:
    span = formulation.earliest
    if span is None:
        return None
    name = shelf.address(span.document).paragraphs[shelf.paragraph(span.document, span.start)]
    return shelf.documents[span.document], f"{shelf.url(span.document)}?f={formulation.id}#{name}"


def _expansion(shelf: Shelf, span: Span) -> Expansion:
    document = shelf.documents[span.document]
    at = shelf.paragraph(span.document, span.start)
    paragraph = document.paragraphs[at]
    start, end = max(paragraph.start, span.start - _AROUND), min(paragraph.end, span.end + _AROUND)
    text = emphasise(document.text[start:end], span.start - start, span.end - start)
    return Expansion(document, shelf.url(span.document, shelf.address(span.document).paragraphs[at]), text)


def _without(shelf: Shelf, formulation: Formulation) -> list[tuple[Document, str]]:
    """The first documents in which it does not stand."""
    present = {span.document for span in formulation.occurrences}
    absent = (d for d in shelf.ordered if d.path not in present)
    return [(d, shelf.url(d.path)) for d in itertools.islice(absent, _ABSENT)]
