"""A paragraph's text as HTML: escaped runs, links of formulations, run-in headings, placeholders.

Marks may nest and overlap while HTML elements may not, so the text is cut at every edge and each
piece is linked to the shortest formulation that covers it. Every mark gets its anchor all the same.
The text content of the result is exactly the paragraph's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from hujian.model import Mark


@dataclass(frozen=True, slots=True)
class Decor:
    """Something that wraps a stretch of text without linking it."""

    start: int  # clean offsets
    end: int
    opening: str  # trusted HTML
    closing: str


def inline(
    text: str, start: int, end: int, *, marks: Sequence[Mark], decor: Sequence[Decor], root: str
) -> str:
    """HTML of ``text[start:end]``.

    Args:
        text: the document's clean text.
        start: clean offset where the paragraph begins.
        end: clean offset behind it.
        marks: those that lie in the paragraph.
        decor: disjoint or nested stretches, outer ones first.
        root: prefix from the page to the site's root.
    """
    edges = {start, end, *(m.start for m in marks), *(m.end for m in marks)}
    edges |= {d.start for d in decor} | {d.end for d in decor}
    cuts = sorted(e for e in edges if start <= e <= end)
    out: list[str] = []
    anchored: set[str] = set()
    for left, right in itertools.pairwise(cuts):
        out.extend(d.closing for d in reversed(decor) if d.end == left)
        out.extend(d.opening for d in decor if d.start == left)
        shown = shortest(marks, left, right)
        for mark in marks:
            if mark.start == left and mark is not shown:
                out.append(f'<span id="{mark.anchor}"></span>')
                anchored.add(mark.anchor)
        out.append(_piece(text[left:right], shown, anchored, root))
    out.extend(d.closing for d in reversed(decor) if d.end == end)
    return "".join(out)


def shortest(marks: Sequence[Mark], left: int, right: int) -> Mark | None:
    """The shortest mark that covers a piece, the earlier one of equals."""
    covering = [m for m in marks if m.start <= left and right <= m.end]
    return min(covering, key=lambda m: (m.end - m.start, m.start), default=None)


def hidden(marks: Sequence[Mark]) -> list[Mark]:
    """Marks of which no piece is linked, since shorter ones cover them whole."""
    cuts = sorted({m.start for m in marks} | {m.end for m in marks})
    seen = {shortest(marks, left, right) for left, right in itertools.pairwise(cuts)}
    return [m for m in marks if m not in seen]


def _piece(text: str, mark: Mark | None, anchored: set[str], root: str) -> str:
    if mark is None:
        return escape(text, quote=False)
    anchor = "" if mark.anchor in anchored else f' id="{mark.anchor}"'
    anchored.add(mark.anchor)
    link = f'<a class="hj-f" data-n="{mark.documents}"{anchor} href="{root}{mark.target}">'
    return f"{link}{escape(text, quote=False)}</a>"
