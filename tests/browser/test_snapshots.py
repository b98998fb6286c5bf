"""The main pages look as they did when somebody last looked at them; `--update-golden` stores them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .chromium import DESKTOP, PHONE
from .reading import TEXT
from .snapshot import Cells, difference, reduced

STORED = Path(__file__).parent / "snapshots"
OTHER = "sheng-tu-shu-guan-fu-wu-tui-jin-hui-jian-a9a0b6"
SIZES = {"desk": {"viewport": DESKTOP}, "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True}}
SCHEMES = ("light", "dark")


def _panel(page: Page) -> None:
    page.locator("[data-switches] button").first.wait_for()
    page.keyboard.press("j")
    page.locator(".hj-asked").locator("visible=true").first.wait_for()
    page.keyboard.press("j")  # the first place has a formulation alone
    page.locator(".hj-par").locator("visible=true").first.wait_for()


def _seen(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).locator("visible=true").first.wait_for()


def _found(page: Page) -> None:
    for part in (".hj-find__list[data-query] > *", ".hj-search__choice"):
        _seen(part)(page)
    page.locator("input[type=checkbox]:not(.md-toggle)").first.wait_for(state="attached")


SCENES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "home": ("index.html", _seen("h1")),
    "text": (TEXT, _seen("[data-switches] button")),
    "panel": (TEXT, _panel),
    "compare": (f"compare.html?a=2024-03-national&b={OTHER}&at=p8", _seen(".hj-pair")),
    "overview": ("overview.html", _seen(".hj-matrix")),
    "texts": ("texts/index.html", _seen("[data-filters] select")),
    "formulations": ("formulations/index.html", _seen("[data-words] select")),
    "formulation": ("", _seen("[data-kwic] button")),
    "search": ("search.html?q=全民阅读", _found),
}
_PLANTED = "不比排场比实效"  # in a formulation of the sample collection


@pytest.fixture
def tool(chromium: Browser) -> Iterator[Page]:
    """An empty page that reads pictures."""
    page = chromium.new_page()
    yield page
    page.close()


def address_of(site: Path, scene: str) -> str:
    """Where a scene is; a formulation's page is called after its wording's hash."""
    if scene != "formulation":
        return SCENES[scene][0]
    pages = sorted((site / "formulations").glob("f*.html"))
    return next(f"formulations/{page.name}" for page in pages if _PLANTED in _title(page))


def _title(page: Path) -> str:
    return page.read_text("utf-8").partition("</title>")[0]


def pictures(chromium: Browser, site: Path, scene: str) -> Iterator[tuple[str, bytes]]:
    """A scene in each size and colour scheme, with its name."""
    address, act = address_of(site, scene), SCENES[scene][1]
    for size, options in SIZES.items():
        for scheme in SCHEMES:
            context = chromium.new_context(
                locale="zh-CN", color_scheme=scheme, reduced_motion="reduce", **options
            )
            page = context.new_page()
            page.goto(f"{site.as_uri()}/{address}")
            act(page)
            page.mouse.move(0, 0)
            yield f"{scene}-{size}-{scheme}", page.screenshot(animations="disabled")
            context.close()


@pytest.mark.parametrize("scene", SCENES)
def test_a_page_looks_as_it_did(
    chromium: Browser, tool: Page, sample_site: Path, scene: str, update_golden: bool
) -> None:
    unlike = {}
    for name, png in pictures(chromium, sample_site, scene):
        now = reduced(tool, png)
        file = STORED / f"{name}.png"
        if update_golden:
            file.write_bytes(now.png)
        elif told := difference(now, reduced(tool, file.read_bytes(), 1)):
            unlike[name] = told
    assert unlike == {}


BROKEN = {
    "a lost column": (".md-sidebar--secondary { display: none !important }", "panel"),
    "other paper": ("body { background: #eef4ee !important }", "text"),
    "no measure": (".hj-doc, .hj-body { max-width: none !important }", "text"),
    "facts one below the other": (".hj-facts { display: block !important }", "text"),
    "lines closer together": (".hj-body { line-height: 1.7 !important }", "text"),
    "lost tabs": (".md-tabs { display: none !important }", "home"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_rule_is_seen(chromium: Browser, tool: Page, sample_site: Path, fault: str) -> None:
    rule, scene = BROKEN[fault]
    address, act = SCENES[scene]
    page = chromium.new_page(viewport=DESKTOP, locale="zh-CN", reduced_motion="reduce", bypass_csp=True)
    page.goto(f"{sample_site.as_uri()}/{address}")
    act(page)
    whole = reduced(tool, page.screenshot(animations="disabled"))
    page.add_style_tag(content=rule)
    assert difference(reduced(tool, page.screenshot(animations="disabled")), whole)
    page.close()


def test_what_differs_is_told() -> None:
    paper, ink = (253, 252, 248), (31, 36, 39)
    plain = Cells(10, 10, (paper,) * 100, b"")
    assert difference(plain, plain) == ""
    assert difference(plain, Cells(5, 20, (paper,) * 100, b"")) == "10 x 10 cells instead of 5 x 20"
    told = difference(plain, Cells(10, 10, (ink,) * 3 + (paper,) * 97, b""))
    assert "3.0%" in told
    assert "0 to 60 px from the left, 0 to 20 px from the top" in told
    assert difference(plain, Cells(10, 10, (ink,) * 2 + (paper,) * 98, b"")) == ""
    assert "in the middle" in difference(plain, Cells(10, 10, ((250, 248, 243),) * 100, b""))
