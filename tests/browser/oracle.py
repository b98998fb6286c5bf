"""What stands on the built pages, found without the search: the plain truth that it is held to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from hujian.fold import letters_of

# The lines of a text as its page shows them, without the marks of ours.
LINES = ".hj-line, .hj-body > .hj-p, .hj-body > .hj-h"
SUPPLIED = ".hj-title:not(:has(.hj-line))"  # a title that no text states: it is found, but is no place
OWN_LINES = ".md-content__inner > :is(h1, h2, h3, p), .md-content__inner > ul:not([class]) > li"
OURS = ".hj-note, .hj-pn, .hj-supplied, .hj-generated"


@dataclass(frozen=True, slots=True)
class Count:
    documents: int
    places: int


@cache
def lines(site: Path) -> dict[str, list[str]]:
    """Letters of every line of every text and hand-written page, by site-relative address."""
    texts = sorted(p for p in (site / "texts").glob("*.html") if p.name != "index.html")
    own = [site / name for name in ("index.html", "about.html") if (site / name).exists()]
    found = {f"texts/{page.name}": list(_lines(page, LINES)) for page in texts}
    return found | {page.name: list(_lines(page, OWN_LINES)) for page in own}


def _lines(page: Path, selector: str) -> Iterator[str]:
    tree = LexborHTMLParser(page.read_text("utf-8"))
    for ours in tree.css(OURS):
        ours.decompose()
    for line in tree.css(selector):
        yield letters_of(line.text())


@cache
def supplied(site: Path) -> dict[str, list[str]]:
    """Letters of every supplied title, by site-relative address."""
    texts = sorted(p for p in (site / "texts").glob("*.html") if p.name != "index.html")
    return {f"texts/{page.name}": list(_lines(page, SUPPLIED)) for page in texts}


def places(line: str, wording: str) -> int:
    """How often a wording stands in a line, overlapping places too."""
    return sum(line.startswith(wording, at) for at in range(len(line)))


def count(site: Path, *wordings: str, without: tuple[str, ...] = ()) -> Count:
    """Pages on which all wordings stand and none of ``without``, and places of the wordings there."""
    wanted = [letters_of(wording) for wording in wordings]
    unwanted = [letters_of(wording) for wording in without]
    found = []
    for name, page in lines(site).items():
        everything = [*page, *supplied(site).get(name, [])]
        if all(any(wording in line for line in everything) for wording in wanted) and not any(
            wording in line for line in everything for wording in unwanted
        ):
            found.append(sum(places(line, wording) for line in page for wording in wanted))
    return Count(len(found), sum(found))
