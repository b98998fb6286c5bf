"""The page of one document."""

from __future__ import annotations

import bisect
from collections.abc import Container, Sequence
from html import escape

from markupsafe import Markup

from hujian.model import CleanText, Collection, Document, Heading, Mark, Paragraph
from hujian.settings import TEXTS
from hujian.write.downloads import downloads_of
from hujian.write.inline import Decor, hidden, inline
from hujian.write.page import Page, TocEntry
from hujian.write.parallels import notes, sharing
from hujian.write.view import render, root_of

_PLACEHOLDER = "placeholder"  # prefix of the clean room's rules for ×× and the like


def document_page(collection: Collection, document: Document) -> Page:
    """Page of a document: facts, text, and what stands elsewhere too."""
    address = collection.addresses[document.path]
    path = f"{TEXTS}/{address.id}.html"
    return Page(
        path,
        document.name,
        lambda: _body(collection, document, root_of(path)),
        _toc(document, address.headings),
        document.text[:120].replace("\n", " "),
        "document",
    )


def _body(collection: Collection, document: Document, root: str) -> str:
    address = collection.addresses[document.path]
    links = collection.links[document.path]
    by_paragraph = _group(document, links.marks)
    titles = _title_lines(document)
    listed = {p.paragraph for p in links.parallels} | {i for i, m in enumerate(by_paragraph) if hidden(m)}
    blocks = [
        _block(document, at, by_paragraph[at], collection, root=root, noted=at in listed)
        for at in range(len(document.paragraphs))
        if at not in titles
    ]
    return render(
        "document.html",
        document=document,
        address=address,
        root=root,
        title=_title(collection, document, titles, by_paragraph, listed, root=root),
        blocks=[Markup(block) for block in blocks],
        downloads=downloads_of(document, address),
        sharing=sharing(collection, document),
        notes=notes(collection, document, by_paragraph),
        findings=sum(f.source == document.path for f in collection.findings),
    )


def _title_lines(document: Document) -> list[int]:
    """Paragraphs that the page shows as its h1: the stated title's, unless the keeper gave another."""
    titles = [i for i, p in enumerate(document.paragraphs) if p.kind == "title"]
    return titles if document.title.basis == "stated" else []


def _title(
    collection: Collection,
    document: Document,
    lines: Sequence[int],
    marks: Sequence[list[Mark]],
    listed: Container[int],
    *,
    root: str,
) -> Markup:
    address = collection.addresses[document.path]
    if not lines:
        return Markup('<h1 class="hj-title">{}</h1>').format(document.name)
    parts = []
    for at in lines:
        name = address.paragraphs[at]
        content = _aliases(collection, document, at)
        content += _content(document, document.paragraphs[at], marks[at], [], root)
        parts.append(
            f'<span class="hj-line" id="{name}">{content}{_note(name) if at in listed else ""}</span>'
        )
    return Markup('<h1 class="hj-title">' + " ".join(parts) + "</h1>")  # its text is escaped by inline


def _note(name: str) -> str:
    """The mark at a paragraph's end that leads to its parallels."""
    return f'<a class="hj-note" id="n-{name}" href="#x-{name}" title="本段互见">互</a>'


def _block(
    document: Document, at: int, marks: list[Mark], collection: Collection, *, root: str, noted: bool
) -> str:
    """One paragraph or own-line heading as a block element with its addresses."""
    paragraph = document.paragraphs[at]
    address = collection.addresses[document.path]
    name = address.paragraphs[at]
    headings = [(h, i) for h, i in zip(document.headings, address.headings, strict=True) if h.paragraph == at]
    content = _content(document, paragraph, marks, [_run_in(h, i) for h, i in headings if h.run_in], root)
    content = _aliases(collection, document, at) + content
    note = _note(name) if noted else ""
    own = next(((h, i) for h, i in headings if not h.run_in), None)
    if own:
        heading, anchor = own
        tag = f"h{min(heading.depth + 1, 6)}"
        opening = f'<{tag} class="hj-h hj-h--{heading.depth}" id="{anchor}"><span id="{name}">'
        return f"{opening}{content}</span>{note}</{tag}>"
    kind = "" if paragraph.kind == "body" else f" hj-p--{paragraph.kind}"
    return f'<p class="hj-p{kind}" id="{name}">{content}{note}</p>'


def _content(
    document: Document, paragraph: Paragraph, marks: Sequence[Mark], decor: Sequence[Decor], root: str
) -> str:
    holes = _placeholders(document.clean, paragraph)
    return inline(
        document.text, paragraph.start, paragraph.end, marks=marks, decor=[*decor, *holes], root=root
    )


def _run_in(heading: Heading, anchor: str) -> Decor:
    level = min(heading.depth + 1, 6)
    opening = f'<span class="hj-h hj-h--runin" id="{anchor}" role="heading" aria-level="{level}">'
    return Decor(heading.start, heading.end, opening, "</span>")


def _placeholders(clean: CleanText, paragraph: Paragraph) -> list[Decor]:
    """Placeholders of the original, so that a reader sees that the gap is not ours."""
    start, end = clean.to_source(paragraph.start, paragraph.end)
    first = bisect.bisect_left(clean.ledger, start, key=lambda e: e.start)
    found: list[Decor] = []
    for edit in clean.ledger[first:]:
        if edit.start >= end:
            break
        if edit.edit_class == "flag" and edit.rule.startswith(_PLACEHOLDER):
            left, right = clean.from_source(edit.start), clean.from_source(edit.end)
            if left < right and (not found or found[-1].end <= left):
                found.append(Decor(left, right, '<span class="hj-placeholder" title="原文如此">', "</span>"))
    return found


def _aliases(collection: Collection, document: Document, at: int) -> str:
    aliases = collection.addresses[document.path].aliases
    return "".join(f'<span id="{escape(alias)}"></span>' for alias, where in aliases if where == at)


def _group(document: Document, marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks by the paragraph that they lie in."""
    starts = [p.start for p in document.paragraphs]
    groups: list[list[Mark]] = [[] for _ in starts]
    for mark in marks:
        groups[bisect.bisect_right(starts, mark.start) - 1].append(mark)
    return groups


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
