"""The 互见 list at the end of a document's page: short, and complete in what it counts.

A page must stay small however much its text shares. The longest parallels are told with their
differences; further ones are references to their places; what exceeds even those is counted, and
the data file (``data.py``) holds all of it for the panel.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hujian.model import Document, Mark, Parallel
from hujian.write.differences import merged, pieces
from hujian.write.inline import hidden
from hujian.write.shelf import Shelf

_TOLD_PER = 1000  # characters of text for each parallel told with its differences
_TOLD_LEAST = 4
_TOLD_WITHIN = 120  # characters: what is longer is compared on the compare page
_REFERENCES_PER = 100  # characters of text for each reference, one a document and paragraph
_REFERENCES_LEAST = 100
_BEGINNING = 12  # characters of a paragraph, to know it again


@dataclass(frozen=True, slots=True)
class Entry:
    """A parallel told with its differences."""

    parallel: Parallel
    number: int  # of the other document in the table of sharing
    url: str  # from a document's page, to the paragraph there
    difference: Markup


@dataclass(frozen=True, slots=True)
class Reference:
    """A parallel of which only the place is given."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class Note:
    """All cross-references of one paragraph."""

    anchor: str  # paragraph id; the note is x-<id>, its mark in the text n-<id>
    beginning: str
    documents: int  # in how many others something of it stands
    places: int
    entries: tuple[Entry, ...]
    references: tuple[Reference, ...]
    more: bool  # whether some of the others are neither told nor referred to
    formulations: tuple[tuple[str, str], ...]  # (wording, site-relative URL) not linked in the text


def notes(shelf: Shelf, document: Document, marks: Sequence[list[Mark]]) -> list[Note]:
    """Cross-references paragraph by paragraph, those without any left out."""
    parallels = shelf.collection.links[document.path].parallels
    numbers = {s.document.path: n for n, s in enumerate(shelf.shared(document.path), 1)}
    told = _told(document, parallels)
    by_paragraph: dict[int, list[Parallel]] = defaultdict(list)
    for parallel in parallels:
        by_paragraph[parallel.paragraph].append(parallel)
    further = {at: _further(found, told, numbers) for at, found in by_paragraph.items()}
    most = _fitting([len(found) for found in further.values()], len(document.text))
    names = shelf.address(document.path).paragraphs
    found = []
    for at, paragraph in enumerate(document.paragraphs):
        covered = hidden(marks[at])
        if not by_paragraph[at] and not covered:
            continue
        others = further.get(at, ())
        found.append(
            Note(
                names[at],
                document.text[paragraph.start : min(paragraph.end, paragraph.start + _BEGINNING)],
                len({p.there.document for p in by_paragraph[at]}),
                len(by_paragraph[at]),
                tuple(
                    Entry(p, numbers[p.there.document], _beside(p), _difference(shelf, document, p))
                    for p in by_paragraph[at]
                    if p.match in told
                ),
                others[:most],
                len(others) > most,
                tuple((document.text[m.start : m.end], _page(m)) for m in covered),
            )
        )
    return found


def _further(
    found: Sequence[Parallel], told: Container[str], numbers: Mapping[str, int]
) -> tuple[Reference, ...]:
    """The longest place in each document of which none is told."""
    seen = {numbers[p.there.document] for p in found if p.match in told}
    longest: dict[int, Reference] = {}
    for parallel in sorted(found, key=lambda p: -len(p.here)):
        number = numbers[parallel.there.document]
        if number not in seen:
            longest.setdefault(number, Reference(number, _beside(parallel)))
    return tuple(longest[n] for n in sorted(longest))


def _fitting(counts: Sequence[int], letters: int) -> int:
    """How many references a paragraph may have for all of them to fit beside a text of so many letters."""
    room = max(_REFERENCES_LEAST, letters // _REFERENCES_PER)
    most = max(counts, default=0)
    while most > 1 and sum(min(count, most) for count in counts) > room:
        most -= 1
    return most


def _told(document: Document, parallels: Sequence[Parallel]) -> set[str]:
    """Ids of the longest matches: those that a reader would look for first."""
    most = max(_TOLD_LEAST, len(document.text) // _TOLD_PER)
    ranked = sorted(
        (p for p in parallels if len(p.here) <= _TOLD_WITHIN),
        key=lambda p: (p.kind == "verbatim", -len(p.here), p.match),
    )
    return {p.match for p in ranked[:most]}


def _difference(shelf: Shelf, document: Document, parallel: Parallel) -> Markup:
    match = shelf.matches[parallel.match]
    here = document.text[parallel.here.start : parallel.here.end]
    there = shelf.wording(parallel.there)
    return merged(pieces(match, swapped=parallel.here == match.b), here, there)


def _page(mark: Mark) -> str:
    """The formulation's page, without the place on it."""
    return mark.target.partition("#")[0]


def _beside(parallel: Parallel) -> str:
    """The place there, as seen from a document's page: both lie in one folder."""
    return parallel.target.rpartition("/")[2]
