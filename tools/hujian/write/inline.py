"""A paragraph's text as HTML: escaped runs, links of formulations, sentences, headings, placeholders.

Marks may nest and overlap while HTML elements may not, so the text is cut at every edge and each
piece is linked to the shortest formulation that covers it. Neighbouring pieces of one formulation
are one link. The text content of the result is exactly the paragraph's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from hujian.model import Label, Mark

_MOST = 5  # documents: a line grows no stronger beyond
_LETTER: dict[Label, str] = {"slogan": "s", "template": "s", "quotation": "q", "substantive": ""}


@dataclass(frozen=True, slots=True)
class Decor:
    """Something that wraps a stretch of text without linking it."""

    start: int  # clean offsets
    end: int
    opening: str  # trusted HTML
    closing: str


def inline(
    text: str,
    start: int,
    end: int,
    *,
    marks: Sequence[Mark],
    decor: Sequence[Decor],
    root: str,
    labels: Mapping[str, Label],
) -> str:
    """HTML of ``text[start:end]``.

    Args:
        text: the document's clean text.
        start: clean offset where the paragraph begins.
        end: clean offset behind it.
        marks: those that lie in the paragraph.
        decor: disjoint or nested stretches, outer ones first.
        root: prefix from the page to the site's root.
        labels: of formulations by id; one that is missing counts as substantive.
    """
    edges = {start, end, *(m.start for m in marks), *(m.end for m in marks)}
    edges |= {d.start for d in decor} | {d.end for d in decor}
    cuts = sorted(e for e in edges if start <= e <= end)
    borders = {d.start for d in decor} | {d.end for d in decor}
    out: list[str] = []
    linked: Mark | None = None
    for left, right in itertools.pairwise(cuts):
        shown = shortest(marks, left, right)
        if linked and (shown is not linked or left in borders):
            out.append("</a>")
            linked = None
        out.extend(d.closing for d in reversed(decor) if d.end == left)
        out.extend(d.opening for d in decor if d.start == left)
        if shown and linked is None:
            out.append(_opening(shown, labels.get(shown.formulation, "substantive"), root))
            linked = shown
        out.append(escape(text[left:right], quote=False))
    if linked:
        out.append("</a>")
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


def _opening(mark: Mark, label: Label, root: str) -> str:
    """A link as short as HTML allows: a page may hold hundreds.

    ``data-f`` tells how many documents share it and what sort it is; without it: two, substantive.
    """
    page = mark.target.partition("#")[0]
    sort = f"{min(mark.documents, _MOST)}{_LETTER[label]}"
    return f"<a href={root}{page}>" if sort == "2" else f"<a data-f={sort} href={root}{page}>"
