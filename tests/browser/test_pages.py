"""Every kind of page: on a desk, on a phone, and without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE, Open, Reader
from .oracle import lines
from .reading import TEXT
from .searching import BAR, FIELD, PLACE, answered, documents

KINDS = [
    "index.html",
    "about.html",
    "texts/index.html",
    TEXT,
    "formulations/index.html",
    "formulations/pinyin.html",
]
KINDS += ["cleaning/index.html", "cleaning/2024-03-national.html", "404.html"]
FINGER = 44  # CSS pixels: W3C's target size (enhanced), 2.5.5


def kinds(site: Path) -> list[str]:
    """One page of each kind; formulations where there are any."""
    some = sorted(p for p in (site / "formulations").glob("*.html") if p.stem not in {"index", "pinyin"})
    return KINDS + [f"formulations/{page.name}" for page in some[:1]]


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_no_page_complains_or_scrolls_sideways(
    open_site: Open, sample_site: Path, viewport: dict[str, int], color_scheme: str
) -> None:
    reader = open_site(sample_site, viewport=viewport, color_scheme=color_scheme)
    for kind in kinds(sample_site):
        page = reader.open(kind)
        expect(page.locator("h1").first).to_be_visible()
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, kind
        assert reader.errors == [], kind


def test_long_paragraphs_keep_a_readable_measure(reader: Reader) -> None:
    page = reader.open(TEXT)
    widest = page.evaluate(
        """Math.max(...[...document.querySelectorAll('.hj-p')].map(
          p => p.getBoundingClientRect().width / parseFloat(getComputedStyle(p).fontSize)))"""
    )
    assert 28 <= widest <= 38
    line = page.locator(".hj-p").nth(3)
    assert (
        line.evaluate(
            "p => parseFloat(getComputedStyle(p).textIndent) / parseFloat(getComputedStyle(p).fontSize)"
        )
        == 2
    )


TOUCHED = {
    "index.html": ".md-header__button:visible, .hj-figures a, .hj-cards a",
    TEXT: ".hj-tools :is(a, button), .hj-bar button:visible, .hj-table td > a, .hj-notes > li > a",
    "overview.html": "summary:visible, td > a:visible",
    "cleaning/2024-03-national.html": "summary",
}
ROOM = """(e, half) => {
  e.scrollIntoView({ block: "center" });
  const { left, right, top, bottom } = e.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [[0, 0], [0, -half], [0, half], [-half, 0], [half, 0]].every(([dx, dy]) => {
    const hit = document.elementFromPoint(x + dx, y + dy);
    return hit !== null && e.contains(hit);
  });
}"""


@pytest.mark.parametrize("kind", TOUCHED)
def test_everything_has_room_for_a_finger(phone: Reader, kind: str) -> None:
    page = phone.open(kind)
    found = page.locator(TOUCHED[kind]).all()
    assert found
    for target in found:
        assert target.evaluate(ROOM, FINGER / 2 - 1), target.evaluate("e => e.outerHTML.slice(0, 120)")


def test_search_by_finger(phone: Reader) -> None:
    page = phone.open(TEXT)
    page.locator("header label[for=__search]").first.tap()
    expect(page.locator(FIELD)).to_be_focused()
    page.locator(FIELD).fill("书香江澜")
    answered(page, "书香江澜")
    page.evaluate("Promise.allSettled(document.getAnimations().map(animation => animation.finished))")
    boxes = [e.bounding_box() for e in page.locator(".md-search__output :is(a, button):visible").all()]
    assert [box for box in boxes if not box or box["height"] < FINGER] == []
    assert [box for box in boxes if not box or box["x"] < 0 or box["width"] > PHONE["width"]] == []
    documents(page).first.locator(PLACE).first.tap()
    expect(page.locator(BAR)).to_be_visible()
    for button in page.locator(f"{BAR} button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= FINGER
        assert box["x"] + box["width"] <= PHONE["width"]
    page.get_by_role("button", name="下一处").tap()
    page.get_by_role("button", name="清除").tap()
    expect(page.locator("mark.hj-hit")).to_have_count(0)


def test_search_closes_by_finger(phone: Reader) -> None:
    page = phone.open("index.html")
    page.locator("header label[for=__search]").first.tap()
    expect(page.locator(FIELD)).to_be_focused()
    page.locator(".md-search__icon[for=__search]").tap()
    expect(page.locator(".md-search__output")).to_be_hidden()


def test_what_a_finger_opens_stands_where_it_stays(phone: Reader) -> None:
    """A box that slides in is missed by a quick finger."""
    page = phone.open("index.html")
    place = "document.querySelector('.md-search__icon[for=__search]').getBoundingClientRect().toJSON()"
    at_once = page.evaluate(f"document.querySelector('header label[for=__search]').click(), {place}")
    expect(page.locator(FIELD)).to_be_focused()
    page.wait_for_timeout(500)
    assert page.evaluate(place) == at_once


def test_without_javascript_every_text_is_readable_and_leads_on(open_site: Open, sample_site: Path) -> None:
    reader = open_site(sample_site, java_script_enabled=False)
    page = reader.open("index.html")
    expect(page.locator(".md-search")).to_be_hidden()
    page.locator(".hj-cards a").first.click()
    expect(page.locator(".hj-doc .hj-body .hj-p").first).to_be_visible()
    name = "texts/" + page.url.split("/texts/")[1].split("#")[0]
    assert page.locator(".hj-body .hj-p, .hj-body h2").count() <= len(lines(sample_site)[name])
    told = page.locator("[id^='x-']:has(details a[href*='html#'])").first  # another place in a text
    target = f"#{told.get_attribute('id')}"
    page.locator(f".hj-note[href='{target}']").click()
    assert page.url.endswith(target)
    page.locator(f"{target} a[href^='#n-']").first.click()
    assert "#n-" in page.url
    page.locator(f"{target} summary").click()
    page.locator(f"{target} details a").first.click()
    page.wait_for_url(re.compile(r"/texts/.+#"))
    expect(page.locator(".hj-doc")).to_be_visible()


def test_the_notes_stand_one_below_the_other(reader: Reader) -> None:
    page = reader.open(TEXT)
    backs = page.locator(".hj-notes > li > a").all()
    edges = {round(box["x"]) for back in backs if (box := back.bounding_box())}
    assert len(backs) > 5
    assert len(edges) == 1


def test_no_code_of_ours_is_inline(sample_site: Path) -> None:
    """A strict content security policy must stay possible."""
    for kind in kinds(sample_site):
        html = (sample_site / kind).read_text("utf-8")
        assert not re.search(r'<[^>]+\s(style|on\w+)="', html), kind


def test_a_page_that_is_not_there_leads_home_from_any_depth(
    open_site: Open, sample_site: Path, tmp_path: Path
) -> None:
    """As a server shows it, under an address at some depth of a site in some folder."""
    site = tmp_path / "some" / "site"
    (site / "texts" / "deep").mkdir(parents=True)
    for name in ("assets", "index.html"):
        (site / name).symlink_to(sample_site / name)
    (site / "texts" / "deep" / "nowhere.html").write_bytes((sample_site / "404.html").read_bytes())
    reader = open_site(tmp_path, broken=True)  # the folders that it tries hold nothing
    page = reader.open("some/site/texts/deep/nowhere.html")
    home = page.get_by_role("link", name="回到首页")
    expect(home).to_be_visible()
    expect(page.locator("#lost")).to_be_hidden()
    page.evaluate("localStorage[`hujian:${new URL('../../', location).pathname}:colours`] = 1")
    page.reload()
    expect(page.locator("body")).to_have_css("background-color", "rgb(23, 27, 30)")
    home.click()
    expect(page).to_have_url(f"{reader.base}/some/site/index.html")
