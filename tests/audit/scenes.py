"""What is to be looked at: every kind of page as it opens, and every thing that a reader can open on one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from audit.pages import a_comparison, largest_document, pages_of_each_kind

_SELECT = """() => {
  const range = document.createRange();
  const paragraph = document.querySelector('.hj-body .hj-p');
  const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  range.setStart(text, 0);
  range.setEnd(text, Math.min(12, text.length));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
_LINK = ".hj-body .hj-p a[href*='/formulations/']"


def _only_look(page: Page) -> None:
    """Leave the page as it opens."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A page's address and what a reader opens on it."""

    name: str
    address: str
    act: Callable[[Page], None] = _only_look
    only: str = ""  # "desk" or "phone"; empty: both


def scenes_of(site: Path) -> list[Scene]:
    """Every scene that this site has."""
    document = largest_document(site)
    wording = _a_wording(site)
    scenes = [Scene(address, address) for address in pages_of_each_kind(site)]
    scenes += [
        Scene("search open, empty", "index.html", _open_search),
        Scene("search open", "index.html", lambda page: _search(page, wording)),
        Scene("search open, nothing found", "index.html", lambda page: _search(page, "無此字樣𠮷")),
        Scene("search page", f"search.html?{urlencode({'q': wording})}", _wait_for_results),
        Scene("drawer", document, _open_drawer, only="phone"),
        Scene("selection", document, _select),
        Scene("basket", document, _open_basket),
        Scene("arrival", f"{document}?{urlencode({'h': wording})}", _arrive),
    ]
    if _has_echoes(site, document):
        scenes += [
            Scene("panel", document, _open_panel),
            Scene("preview", document, _rest_on_a_link, only="desk"),
        ]
    if compared := a_comparison(site):
        scenes.append(Scene("comparison", compared, lambda page: _seen(page, ".hj-column, .hj-couple")))
    return scenes


def _a_wording(site: Path) -> str:
    """Something that is found: two characters from the largest document."""
    page = LexborHTMLParser((site / largest_document(site)).read_text("utf-8"))
    text = "，".join(p.text() for p in page.css(".hj-p"))
    return re.findall("[一-鿿]{2}", text)[-1]


def _has_echoes(site: Path, address: str) -> bool:
    return LexborHTMLParser((site / address).read_text("utf-8")).css_first(_LINK) is not None


def _seen(page: Page, selector: str) -> None:
    page.locator(selector).locator("visible=true").first.wait_for()


def _open_search(page: Page) -> None:
    page.keyboard.press("/")
    _seen(page, ".md-search__output")


def _search(page: Page, wording: str) -> None:
    _open_search(page)
    page.locator(".md-search__input").fill(wording)
    page.locator(f".md-search-result__list[data-query='{wording}']").wait_for(state="attached")


def _wait_for_results(page: Page) -> None:
    _seen(page, ".hj-find__list[data-query] > *")


def _open_drawer(page: Page) -> None:
    page.locator("label.md-header__button[for=__drawer]").click()
    _seen(page, ".md-sidebar--primary .md-nav__link")


def _select(page: Page) -> None:
    page.evaluate(_SELECT)
    _seen(page, ".hj-selection")


def _open_basket(page: Page) -> None:
    _select(page)
    page.get_by_role("button", name="加入摘录").click()
    page.locator(".hj-basket-button").click()
    _seen(page, ".hj-basket")


def _arrive(page: Page) -> None:
    _seen(page, ".hj-hitbar")


def _open_panel(page: Page) -> None:
    _seen(page, "[data-switches] button")
    page.keyboard.press("j")
    _seen(page, ".hj-asked")


def _rest_on_a_link(page: Page) -> None:
    _seen(page, "[data-switches] button")
    page.locator(_LINK).first.scroll_into_view_if_needed()
    page.locator(_LINK).first.hover()
    _seen(page, ".hj-preview")
