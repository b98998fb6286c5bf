"""Pictures of the sample collection's site, for the README files: ``make pictures``.

They show the site as it is built from ``content/``, as Chromium draws it; nothing is touched up.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from conftest import CONTENT, build

from .chromium import ADVICE, find_chromium, launch
from .reading import TEXT

ROOT = Path(__file__).parents[2]
OTHER = "sheng-tu-shu-guan-fu-wu-tui-jin-hui-jian-a9a0b6"
DESK = {"viewport": {"width": 1240, "height": 700}}
PHONE = {"viewport": {"width": 390, "height": 700}, "is_mobile": True, "has_touch": True}


def _reading(page: Page) -> None:
    page.goto(f"{page.url}#p7")
    page.locator("#p8 a").nth(2).click()
    page.locator("#hj-panel .hj-par").first.wait_for()


def _touching(page: Page) -> None:
    page.locator("#p8").scroll_into_view_if_needed()
    page.locator("#p8 a").nth(2).tap()
    page.locator(".hj-sheet .hj-par").first.wait_for()


def _comparing(page: Page) -> None:
    page.locator(".hj-pair--now").first.wait_for()


def _nothing(page: Page) -> None:
    page.locator("h1").first.wait_for()


PICTURES: tuple[tuple[str, str, str, dict[str, object], Callable[[Page], None]], ...] = (
    ("reading.png", TEXT, "light", DESK, _reading),
    ("comparing.png", f"compare.html?a=2024-03-national&b={OTHER}&at=p8", "light", DESK, _comparing),
    ("overview.png", "overview.html", "dark", DESK, _nothing),
    ("phone.png", TEXT, "dark", PHONE, _touching),
)


def draw(browser: Browser, site: Path, folder: Path) -> None:
    """Draw all pictures into a folder."""
    for name, address, scheme, window, prepare in PICTURES:
        context = browser.new_context(color_scheme=scheme, locale="zh-CN", reduced_motion="reduce", **window)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{address}")
        prepare(page)
        page.screenshot(path=folder / name, animations="disabled")
        context.close()


def main() -> None:
    """Build the site of the sample collection and draw its pictures."""
    path = find_chromium()
    if path is None:
        sys.exit(ADVICE)
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = build(CONTENT, Path(temporary) / "site")
        browser = launch(playwright, path)
        draw(browser, site, folder)
        browser.close()


if __name__ == "__main__":
    main()
