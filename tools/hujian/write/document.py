"""The page of one document."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from hujian.model import Document
from hujian.settings import TEXTS
from hujian.write.blocks import Blocks, grouped
from hujian.write.citation import citation
from hujian.write.compare import compare_url
from hujian.write.downloads import downloads_of
from hujian.write.inline import hidden
from hujian.write.page import Frame, Page, TocEntry
from hujian.write.parallels import Note, notes
from hujian.write.shelf import Shared, Shelf
from hujian.write.view import render, root_of

_SHARING = 12  # rows of the table: beyond, the panel has them all


@dataclass(frozen=True, slots=True)
class Twin:
    """A file that holds the same text."""

    document: Document
    url: str  # site-relative
    compare: str
    similarity: float


def document_page(shelf: Shelf, document: Document) -> Page:
    """Page of a document: facts, text, and what stands elsewhere too."""
    address = shelf.address(document.path)
    path = f"{TEXTS}/{address.id}.html"
    return Page(
        path,
        document.name,
        lambda: _body(shelf, document, root_of(path)),
        _toc(document, address.headings),
        document.text[:80].replace("\n", " "),
        Frame.TEXT,
    )


def _body(shelf: Shelf, document: Document, root: str) -> str:
    address = shelf.address(document.path)
    links = shelf.collection.links[document.path]
    marks = grouped(document, links.marks)
    noted = {p.paragraph for p in links.parallels} | {i for i, m in enumerate(marks) if hidden(m)}
    blocks = Blocks(shelf, document, noted, root)
    titles = _title_lines(document)
    shared = shelf.shared(document.path)
    return render(
        "document.html",
        document=document,
        address=address,
        root=root,
        title=blocks.title(titles),
        blocks=[blocks.block(at) for at in range(len(document.paragraphs)) if at not in titles],
        downloads=downloads_of(document, address),
        twins=_twins(shelf, document),
        sharing=[(s, _compare(shelf, document, s)) for s in shared[:_SHARING]],
        unlisted=max(0, len(shared) - _SHARING),
        notes=_in_order(notes(shelf, document, marks), {address.paragraphs[at] for at in titles}),
        findings=shelf.findings[document.path],
        citation=citation(document),
    )


def _in_order(found: Sequence[Note], titles: Container[str]) -> list[Note]:
    """Notes as their marks follow each other on the page, so that both can be counted on paper."""
    return sorted(found, key=lambda note: note.anchor not in titles)


def _compare(shelf: Shelf, document: Document, shared: Shared) -> str:
    return compare_url(shelf.address(document.path).id, shelf.address(shared.document.path).id)


def _twins(shelf: Shelf, document: Document) -> list[Twin]:
    found = []
    for copy in shelf.copies.get(document.path, []):
        other = shelf.documents[copy.b if copy.a == document.path else copy.a]
        ours, theirs = shelf.address(document.path).id, shelf.address(other.path).id
        found.append(Twin(other, shelf.url(other.path), compare_url(ours, theirs), copy.similarity))
    return found


def _title_lines(document: Document) -> list[int]:
    """Paragraphs that the page shows as its h1: the stated title's, unless the keeper gave another."""
    titles = [i for i, p in enumerate(document.paragraphs) if p.kind == "title"]
    return titles if document.title.basis == "stated" else []


def _toc(document: Document, ids: Sequence[str]) -> tuple[TocEntry, ...]:
    entries = [
        (h.depth, document.text[h.start : h.end], i) for h, i in zip(document.headings, ids, strict=True)
    ]
    return _nest(entries, 0, len(entries))


def _nest(entries: Sequence[tuple[int, str, str]], start: int, end: int) -> tuple[TocEntry, ...]:
    """Nest a flat outline: everything deeper belongs to the entry before it."""
    nested: list[TocEntry] = []
    while start < end:
        depth, title, anchor = entries[start]
        stop = next((i for i in range(start + 1, end) if entries[i][0] <= depth), end)
        nested.append(TocEntry(title.rstrip("。"), anchor, _nest(entries, start + 1, stop)))
        start = stop
    return tuple(nested)
