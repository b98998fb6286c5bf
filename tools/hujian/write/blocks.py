"""A document's paragraphs as block elements with their addresses."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Container, Sequence
from html import escape

from markupsafe import Markup

from hujian.model import CleanText, Document, Heading, Label, Mark, Paragraph
from hujian.write.inline import Decor, inline
from hujian.write.sentences import items, sentences
from hujian.write.shelf import Shelf

_PLACEHOLDER = "placeholder"  # prefix of the clean room's rules for ×× and the like


class Blocks:
    """Makes the blocks of one document.

    Args:
        shelf: the collection.
        document: whose blocks.
        noted: indices of the paragraphs that have an entry in the list of parallels.
        root: prefix from the page to the site's root.
    """

    def __init__(self, shelf: Shelf, document: Document, noted: Container[int], root: str) -> None:
        self._document = document
        self._address = shelf.address(document.path)
        links = shelf.collection.links[document.path]
        self._marks = grouped(document, links.marks)
        self._noted = noted
        self._root = root
        self._labels: dict[str, Label] = {
            m.formulation: shelf.formulations[m.formulation].label for m in links.marks
        }
        self._headings: dict[int, list[tuple[Heading, str]]] = defaultdict(list)
        for heading, anchor in zip(document.headings, self._address.headings, strict=True):
            self._headings[heading.paragraph].append((heading, anchor))
        self._aliases: dict[int, list[str]] = defaultdict(list)
        for alias, at in self._address.aliases:
            self._aliases[at].append(alias)

    def title(self, lines: Sequence[int]) -> Markup:
        """The h1: the stated title's paragraphs, else the name."""
        if not lines:
            return Markup('<h1 class="hj-title">{}</h1>').format(self._document.name)
        parts = (
            f'<span class="hj-line" id="{self._name(at)}">{self._content(at, [])}{self._note(at)}</span>'
            for at in lines
        )
        return Markup('<h1 class="hj-title">' + " ".join(parts) + "</h1>")  # its text is escaped by inline

    def block(self, at: int) -> Markup:
        """One paragraph or own-line heading."""
        document, name = self._document, self._name(at)
        headings = self._headings.get(at, ())
        content = self._content(at, [_run_in(h, i) for h, i in headings if h.run_in])
        own = next(((h, i) for h, i in headings if not h.run_in), None)
        if own:
            heading, anchor = own
            tag = f"h{min(heading.depth + 1, 6)}"
            opening = f'<{tag} class="hj-h hj-h--{heading.depth}" id={anchor}><span id={name}>'
            return Markup(f"{opening}{content}</span>{self._note(at)}</{tag}>")
        kind = document.paragraphs[at].kind
        classes = "hj-p" if kind == "body" else f'"hj-p hj-p--{kind}"'
        return Markup(f"<p class={classes} id={name}>{content}{self._note(at)}</p>")

    def _name(self, at: int) -> str:
        return self._address.paragraphs[at]

    def _note(self, at: int) -> str:
        """The mark at a paragraph's end that leads to its parallels."""
        name = self._name(at)
        return f"<a class=hj-note id=n-{name} href=#x-{name}>互</a>" if at in self._noted else ""

    def _content(self, at: int, headings: Sequence[Decor]) -> str:
        document, paragraph = self._document, self._document.paragraphs[at]
        holes = _placeholders(document.clean, paragraph)
        decor = [*self._items(paragraph), *headings, *holes]
        decor.sort(key=lambda d: (d.start, -d.end))
        return "".join(f'<span id="{escape(a)}"></span>' for a in self._aliases.get(at, ())) + inline(
            document.text,
            paragraph.start,
            paragraph.end,
            marks=self._marks[at],
            decor=decor,
            root=self._root,
            labels=self._labels,
        )

    def _items(self, paragraph: Paragraph) -> list[Decor]:
        """Line breaks before the items of an inner enumeration; a reader's switch shows them."""
        text = self._document.text
        starts = items(text, sentences(text, paragraph.start, paragraph.end))
        return [Decor(start, start + 1, "<br class=hj-i>", "") for start in starts]


def grouped(document: Document, marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks by the paragraph that they lie in."""
    starts = [p.start for p in document.paragraphs]
    groups: list[list[Mark]] = [[] for _ in starts]
    for mark in marks:
        groups[bisect.bisect_right(starts, mark.start) - 1].append(mark)
    return groups


def _run_in(heading: Heading, anchor: str) -> Decor:
    level = min(heading.depth + 1, 6)
    opening = f'<span class="hj-h hj-h--runin" id={anchor} role=heading aria-level={level}>'
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
