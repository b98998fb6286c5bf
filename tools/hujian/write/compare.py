"""The page that sets any two documents side by side; the browser loads both by script tag."""

from __future__ import annotations

from dataclasses import dataclass

from hujian.model import Document
from hujian.write.page import Frame, Page
from hujian.write.shelf import Shelf
from hujian.write.view import render

PATH = "compare.html"
_STRONGEST = 12  # pairs: something to begin with


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, that one first of which more stands in the other."""

    a: Document
    b: Document
    compare: str
    share: float  # of the first one's letters, 0 to 1


def compare_url(a: str, b: str, at: str = "") -> str:
    """Site-relative URL that compares two documents, by their page ids, from a paragraph of the first."""
    return f"{PATH}?a={a}&b={b}" + (f"&at={at}" if at else "")


def compare_page(shelf: Shelf) -> Page:
    """The page: the strongest pairs, so few that it does not grow with the documents."""
    return Page(
        PATH,
        "对照",
        lambda: render("compare.html", pairs=strongest(shelf)),
        description="任意两篇文本并排对读",
        frame=Frame.WHOLE,
    )


def strongest(shelf: Shelf) -> list[Pair]:
    """The pairs of which one stands most in the other, each once; copies are told elsewhere."""
    best: dict[frozenset[str], tuple[float, str, str]] = {}
    for document in shelf.ordered:
        for shared in shelf.shared(document.path)[:_STRONGEST]:
            key = frozenset((document.path, shared.document.path))
            found = (shared.share, document.path, shared.document.path)
            if key not in best or best[key][0] < shared.share:
                best[key] = found
    ranked = sorted(best.values(), key=lambda each: (-each[0], each[1:]))
    return [
        Pair(
            shelf.documents[a],
            shelf.documents[b],
            compare_url(shelf.address(a).id, shelf.address(b).id),
            share,
        )
        for share, a, b in ranked[:_STRONGEST]
    ]
