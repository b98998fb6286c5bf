"""The search page: the browser fills it; without JavaScript it leads to the indexes."""

from __future__ import annotations

from urllib.parse import quote

from hujian.settings import FORMULATIONS, SEARCH_PAGE, TEXTS
from hujian.write.page import Page
from hujian.write.view import render, root_of


def search_url(wording: str) -> str:
    """Address of the search for one wording, relative to the site root; blanks in it would mean "and"."""
    return f"{SEARCH_PAGE}?q={quote(''.join(wording.split()))}"


def search_page() -> Page:
    """The page that answers ``search.html?q=...``."""
    return Page(
        SEARCH_PAGE,
        "检索",
        lambda: render(
            "searching.html",
            root=root_of(SEARCH_PAGE),
            formulations=f"{FORMULATIONS}/index.html",
            pinyin=f"{FORMULATIONS}/pinyin.html",
            texts=f"{TEXTS}/index.html",
        ),
        description="全文检索：任意字句，按层级、年份、讲话人、位置和提法筛选",
    )
