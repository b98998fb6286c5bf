"""Who shares how much with whom, as a square of documents: static SVG, each cell leads to its comparison.

A square of many documents cannot be read; then only those that share most stand in it, and the table
under it (``templates/overview.html``) names everyone's nearest.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from hujian.model import Document
from hujian.write.compare import compare_url
from hujian.write.shelf import Shelf

MOST = 30  # documents in the square
_CELL, _LARGE = 20, 40  # CSS pixels of a cell; a large one tells its share
_FEW = 12  # documents: so many have large cells
_LETTER, _INDENT = 12, 22  # width of a name's letter, and of the number before it
_SHOWN, _SHOWN_FEW = 23, 14  # characters of a name: enough to tell many that begin alike apart
_PHONE, _LEAST_SHOWN = 358, 11  # width of a page's text on a phone; a small square fits into it as it is
_HEAD = 24
_STEPS = (0.02, 0.05, 0.1, 0.2, 0.35)  # shares at which a cell grows darker


def chosen(shelf: Shelf) -> list[Document]:
    """All documents by level and date, or those that share most if they are too many."""
    if len(shelf.ordered) <= MOST:
        return shelf.ordered
    ranked = sorted(shelf.ordered, key=lambda d: -sum(s.share for s in shelf.shared(d.path)))
    kept = {d.path for d in ranked[:MOST]}
    return [d for d in shelf.ordered if d.path in kept]


def numbered(documents: Sequence[Document]) -> bool:
    """Whether the cells of a square tell their shares."""
    return len(documents) <= _FEW


def scale() -> Markup:
    """What the colours mean, drawn in the colours themselves: true in light and in dark."""
    bounds = [f"{share:.0%}" for share in _STEPS]
    names = [f"不足 {bounds[0]}", *(f"{bound} 起" for bound in bounds)]
    swatch = '<svg class="hj-fig" width="16" height="16" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">{}</svg>'
    return Markup(" ").join(
        Markup("<span>" + swatch + " {}</span>").format(_cell(0, 0, 16, f"hj-cell--{n}"), name)
        for n, name in enumerate(names, 1)
    )


def matrix(shelf: Shelf, documents: Sequence[Document]) -> Markup:
    """The picture: a row's document, and how much of it stands in each column's."""
    side, shown = (_LARGE, _SHOWN_FEW) if numbered(documents) else (_CELL, _SHOWN)
    size = len(documents) * side
    fitting = (_PHONE - _INDENT - size) // _LETTER
    if fitting >= _LEAST_SHOWN:
        shown = min(shown, fitting)
    left = shown * _LETTER + _INDENT
    out = [
        Markup(
            '<svg class="hj-fig hj-matrix" viewBox="0 0 {} {}" width="{}" height="{}" role="group" '
            'aria-label="各篇之间相同文字的多少" xmlns="http://www.w3.org/2000/svg">'
        ).format(*(2 * (left + size, _HEAD + size)))
    ]
    for at, document in enumerate(documents):
        x = left + at * side + side // 2
        y = _HEAD + at * side + side // 2 + 4
        name = document.name if len(document.name) <= shown else document.name[: shown - 1] + "…"
        out.append(
            Markup('<text class="hj-fig-tick" x="{}" y="{}">{}</text>').format(x, _HEAD - 8, at + 1)
            + Markup('<text class="hj-fig-name" x="0" y="{}">{}. {}</text>').format(y, at + 1, name)
        )
        out.extend(_row(shelf, documents, at, left, side))
    return Markup("").join([*out, Markup("</svg>")])


def _row(shelf: Shelf, documents: Sequence[Document], at: int, left: int, side: int) -> list[Markup]:
    here = documents[at]
    shares = {s.document.path: s.share for s in shelf.shared(here.path)}
    for copy in shelf.copies.get(here.path, []):  # among copies detect tells no matches
        shares[copy.b if copy.a == here.path else copy.a] = copy.similarity
    y = _HEAD + at * side
    cells = []
    for column, other in enumerate(documents):
        x = left + column * side
        share = shares.get(other.path)
        if other is here or share is None:
            cells.append(_cell(x, y, side, "hj-cell--self" if other is here else "hj-cell--0"))
            continue
        told = f"《{here.name}》的 {share:.1%} 见于《{other.name}》"
        url = compare_url(shelf.address(here.path).id, shelf.address(other.path).id)
        cell = _cell(x, y, side, f"hj-cell--{1 + sum(share >= s for s in _STEPS)}")
        if side == _LARGE:
            cell += _number(x + side // 2, y + side // 2 + 4, share)
        cells.append(Markup('<a href="{}"><title>{}</title>{}</a>').format(url, told, cell))
    return cells


def _cell(x: int, y: int, side: int, kind: str) -> Markup:
    return Markup('<rect class="hj-cell {}" x="{}" y="{}" width="{}" height="{}"></rect>').format(
        kind, x + 1, y + 1, side - 2, side - 2
    )


def _number(x: int, y: int, share: float) -> Markup:
    """The share in per cent, as the cell's name tells it."""
    return Markup('<text class="hj-cell-share" x="{}" y="{}">{}</text>').format(x, y, f"{100 * share:.1f}")
