"""Which pages of a site stand for all: every kind of page, at its largest and its smallest."""

from __future__ import annotations

import re
from pathlib import Path

_COMPARED = re.compile(r'href="?(?:\.\./)?(compare\.html\?[^"#> ]+)')
_LISTS = frozenset({"index", "pinyin"})


def pages_of_each_kind(site: Path) -> list[str]:
    """Addresses: all pages at the top, of each folder its lists, its largest and its smallest page."""
    chosen = sorted(page.name for page in site.glob("*.html"))
    for folder in sorted({page.parent for page in site.glob("*/*.html")}):
        lists, rest = split(folder)
        by_size = sorted(rest, key=lambda page: (page.stat().st_size, page.name))
        found = [*lists, *dict.fromkeys([*by_size[:1], *by_size[-1:]])]
        chosen += [page.relative_to(site).as_posix() for page in found]
    return chosen


def split(folder: Path) -> tuple[list[Path], list[Path]]:
    """A folder's lists and its other pages."""
    pages = sorted(folder.glob("*.html"))
    lists = [page for page in pages if page.stem in _LISTS]
    return lists, [page for page in pages if page not in lists]


def largest_document(site: Path) -> str:
    """Address of the document with the most on its page."""
    _, documents = split(site / "texts")
    return max(documents, key=lambda page: (page.stat().st_size, page.name)).relative_to(site).as_posix()


def a_comparison(site: Path) -> str | None:
    """Address of two texts side by side, as some document's page links it."""
    for page in sorted((site / "texts").glob("*.html")):
        if found := _COMPARED.search(page.read_text("utf-8")):
            return found[1].replace("&amp;", "&")
    return None
