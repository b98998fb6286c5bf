"""What a reader does with the search, and what it tells him."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

FIELD = ".md-search__input"
META = ".md-search-result__meta"
LIST = ".md-search-result__list"
PLACE = ".hj-search__place"
TITLE = ".hj-search__title"
NOW = "mark.hj-hit--now"
BAR = ".hj-hitbar"


def search(page: Page, query: str) -> None:
    """Open the search box, type a query and wait for its answer."""
    if page.locator(".md-search__output").is_hidden():
        page.keyboard.press("/")
    page.locator(FIELD).fill(query)
    answered(page, query)


def answered(page: Page, query: str) -> None:
    expect(page.locator(LIST)).to_have_attribute("data-query", query)


def told(page: Page) -> tuple[int, int]:
    """Numbers of documents and places, as the search states them."""
    text = page.locator(META).inner_text()
    match = re.search(r"共 (\d+) 篇 (\d+) 处", text)
    assert match, text
    return int(match[1]), int(match[2])


def documents(page: Page) -> Locator:
    return page.locator(".hj-search__document")


def bar(page: Page) -> tuple[int, int]:
    """Which place of how many the reader is at, as the bar on the page states it."""
    expect(page.locator(BAR)).to_contain_text("处")
    match = re.search(r"第 (\d+) / (\d+) 处", page.locator(BAR).inner_text())
    assert match
    return int(match[1]), int(match[2])


def in_sight(page: Page, selector: str) -> bool:
    """Whether the first such element lies in the window, below the header."""
    return bool(
        page.locator(selector).first.evaluate(
            "e => { const r = e.getBoundingClientRect(); return r.top >= 48 && r.bottom <= innerHeight; }"
        )
    )
