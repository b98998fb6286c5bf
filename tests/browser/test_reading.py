"""Reading a text among its echoes: the panel, its keys, the phone's sheet, switches."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from .conftest import PHONE, Open, Reader
from .reading import TEXT, ready

PANEL = "#hj-panel"
FINGER = 44


def a_link(page: Page) -> str:
    """A formulation's link in the body, as a selector."""
    page.locator(".hj-body .hj-p a[href*='/formulations/']").nth(3).evaluate("e => e.dataset.test = ''")
    return "a[data-test]"


def test_a_sentence_shows_its_parallels_beside_the_text(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    expect(page.get_by_role("tab", name="目录")).to_have_attribute("aria-selected", "true")
    page.locator(a_link(page)).click()
    expect(page.get_by_role("tab", name="互见")).to_have_attribute("aria-selected", "true")
    expect(page.locator(f"{PANEL} .hj-asked")).to_be_visible()
    entry = page.locator(f"{PANEL} .hj-par").first
    expect(entry.locator(".hj-kind")).to_have_text(re.compile("同文|近似|改写"))
    levels = page.locator(f"{PANEL} .hj-par-level").all_inner_texts()
    order = ["全国", "省级", "市级", "区级", "县级", "乡镇", "单位", "层级未知", "其中的提法"]
    assert levels == sorted(levels, key=order.index)
    assert page.url.endswith(TEXT)
    entry.get_by_role("link", name="打开").click()
    page.wait_for_url(re.compile(r"/texts/.+\.html#p\d+"))


def test_what_is_pointed_at_is_told_first_and_enter_leads_to_the_same(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    link = page.locator(a_link(page))
    target = link.evaluate("e => e.href")
    link.click()
    first = page.locator(f"{PANEL} > :first-child")
    expect(first.locator("a").first).to_have_attribute("href", target)
    expect(first).to_contain_text(re.compile(r"见于 \d+ 篇 \d+ 处"))
    expect(first.get_by_role("link", name="检索")).to_have_attribute("href", re.compile(r"search\.html\?q=."))
    expect(page.locator(f"{PANEL} .hj-asked ~ .hj-par").first).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_common_wording_that_is_clicked_is_told_even_where_it_has_no_line(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    common = page.locator(".hj-body .hj-p a[data-f$=s]").first
    target = common.evaluate("e => e.href")
    common.click()
    expect(page.locator(f"{PANEL} .hj-pointed a").first).to_have_attribute("href", target)


def test_everything_by_keyboard(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    page.keyboard.press("j")
    first = page.locator(f"{PANEL} .hj-asked").inner_text()
    page.keyboard.press("j")
    assert page.locator(f"{PANEL} .hj-asked").inner_text() != first
    page.keyboard.press("k")
    assert page.locator(f"{PANEL} .hj-asked").inner_text() == first
    page.keyboard.press("Escape")
    expect(page.locator(f"{PANEL} .hj-covered")).to_contain_text("见于《")
    link = "a[href*='/formulations/']"
    page.locator(f".hj-body .hj-p {link}:has(+ {link})").first.focus()
    page.keyboard.press("Tab")  # to the link behind it
    expect(page.locator(f"{PANEL} .hj-asked")).to_be_visible()
    expect(page.locator(".hj-preview")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".hj-preview")).to_be_hidden()
    page.get_by_role("tab", name="互见").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("tab", name="目录")).to_be_focused()
    expect(page.locator(PANEL)).to_be_hidden()


def test_a_pointer_that_rests_gets_a_foretaste(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    link = page.locator(a_link(page))
    link.scroll_into_view_if_needed()
    link.hover()
    expect(page.locator(".hj-preview .hj-par-text")).to_be_visible()
    page.mouse.move(5, 300)
    expect(page.locator(".hj-preview")).to_be_hidden()


def test_the_map_tells_where_and_with_whom_the_text_is_shared(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    band = page.locator(".hj-map rect.hj-map-own").nth(5)
    expect(page.locator(".hj-map rect.hj-map-common").first).to_be_attached()
    box = band.bounding_box()
    assert box
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    expect(page.locator(".hj-preview")).to_contain_text(re.compile("见于《.+》"))
    expect(page.locator(".hj-preview")).to_contain_text(
        re.compile(r"本文 [\d.]+% 见于《.+》（套话除外，[\d.]+%）")
    )
    page.keyboard.press("Escape")
    expect(page.locator(".hj-preview")).to_be_hidden()
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] / 2)
    expect(page.locator(f"{PANEL} .hj-asked")).to_be_visible()
    assert page.evaluate("scrollY") > 0


def test_lines_can_be_switched_and_the_choice_is_remembered(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    common = page.locator(".hj-body .hj-p a[data-f$=s]").first
    colour = "e => getComputedStyle(e).textDecorationColor"
    expect(page.get_by_role("button", name="非套话")).to_have_attribute("aria-pressed", "true")
    assert common.evaluate(colour).endswith(", 0)")  # 套话 is on request: it would drown the rest
    assert (
        not page.locator(".hj-body .hj-p a:not([data-f]):not([class])")
        .first.evaluate(colour)
        .endswith(", 0)")
    )
    page.get_by_role("button", name="全部").click()
    assert not common.evaluate(colour).endswith(", 0)")
    page.reload()
    ready(page)
    expect(page.get_by_role("button", name="全部")).to_have_attribute("aria-pressed", "true")
    assert not common.evaluate(colour).endswith(", 0)")
    page.get_by_role("button", name="关闭").click()
    assert page.locator(".hj-body .hj-p a[href*='/formulations/']").first.evaluate(colour).endswith(", 0)")
    page.keyboard.press("j")
    expect(page.locator(f"{PANEL} > .hj-count").first).to_contain_text("套话不计")  # nobody has asked for it


def test_inner_enumerations_can_stand_on_lines_of_their_own(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    paragraph = page.locator(".hj-p:has(br.hj-i)").first
    height = "e => e.getBoundingClientRect().height"
    before = paragraph.evaluate(height)
    page.get_by_role("button", name="分项分行").click()
    assert paragraph.evaluate(height) > before
    page.get_by_role("button", name="分项分行").click()
    assert paragraph.evaluate(height) == before


def test_quotations_and_common_wordings_look_unlike_silent_sharing(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    line = "e => [getComputedStyle(e).textDecorationStyle, getComputedStyle(e).textDecorationColor].join()"
    kinds = [".hj-body .hj-p a:not([data-f]):not([class])", "a[data-f$=q]", "a[data-f$=s]"]
    assert len({page.locator(kind).first.evaluate(line) for kind in kinds}) == len(kinds)


def test_on_a_phone_parallels_rise_from_below_and_back_closes_them(phone: Reader) -> None:
    page = phone.open(TEXT)
    ready(page)
    link = page.locator(a_link(page))
    link.scroll_into_view_if_needed()
    link.tap()
    sheet = page.get_by_role("dialog", name="互见")
    expect(sheet.locator(".hj-par").first).to_be_visible()
    for box in [e.bounding_box() for e in sheet.locator("a, button").all()[:8]]:
        assert box
        assert box["height"] >= FINGER
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
    page.go_back()
    expect(sheet).to_be_hidden()
    assert page.url.endswith(TEXT)
    link.tap()
    sheet.get_by_role("button", name="关闭").tap()
    expect(sheet).to_be_hidden()
    assert page.url.endswith(TEXT)


def test_on_a_phone_the_sheet_leaves_in_sight_what_it_is_about(phone: Reader) -> None:
    page = phone.open(TEXT)
    ready(page)
    link = page.locator(a_link(page))
    link.evaluate("e => scrollBy(0, e.getBoundingClientRect().bottom - innerHeight + 30)")
    link.tap()
    sheet = page.get_by_role("dialog", name="互见")
    expect(sheet.locator(".hj-par").first).to_be_visible()
    upper, lower = sheet.bounding_box(), link.bounding_box()
    assert upper
    assert lower
    assert lower["y"] + lower["height"] <= upper["y"]


def test_the_panel_lists_as_many_places_as_it_states(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    page.get_by_role("button", name="全部").click()
    stated = 0
    for _ in range(25):
        page.keyboard.press("j")
        told = page.locator(f"{PANEL} > .hj-count").first.inner_text()
        number = re.search(r"另见 \d+ 篇 (\d+) 处", told)
        assert page.locator(f"{PANEL} .hj-par").count() == (int(number[1]) if number else 0), told
        stated += number is not None
    assert stated > 5


def test_a_text_that_stands_alone_offers_no_empty_controls(reader: Reader, sample_site: Path) -> None:
    name = next((sample_site / "texts").glob("bu-zhi-*.html")).name
    page = reader.open(f"texts/{name}")
    expect(page.get_by_role("tab", name="互见")).to_have_attribute("aria-selected", "true")
    expect(page.locator(PANEL)).to_contain_text("没有与其他文本相同的段落")
    page.get_by_role("tab", name="目录").click()
    expect(page.get_by_text("本文没有小标题")).to_be_visible()
    expect(page.locator("[data-switches]").get_by_role("group")).to_have_count(0)


def test_on_a_phone_the_sheet_is_open_again_after_a_link_in_it(phone: Reader) -> None:
    page = phone.open("texts/index.html")
    page.goto(f"{phone.base}/{TEXT}")
    ready(page)
    link = page.locator(a_link(page))
    link.scroll_into_view_if_needed()
    link.tap()
    sheet = page.get_by_role("dialog", name="互见")
    asked = sheet.locator(".hj-asked").inner_text()
    sheet.get_by_role("link", name="打开").first.tap()
    page.wait_for_url(re.compile(r"/texts/.+#"))
    page.go_back()
    expect(sheet.locator(".hj-asked")).to_have_text(asked)
    page.go_back()
    expect(sheet).to_be_hidden()
    assert page.url.endswith(TEXT)
    page.go_back()
    expect(page).to_have_url(re.compile("texts/index.html"))


def test_missing_data_leaves_the_plain_page(open_site: Open, sample_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("texts", "assets", "formulations", "search"):
        (site / name).symlink_to(sample_site / name)
    reader = open_site(site, broken=True)
    page = reader.open(TEXT)
    expect(page.locator("[data-switches]")).to_contain_text("未能载入")
    page.locator(".hj-body a[href*='/formulations/']").first.click()
    page.wait_for_url(re.compile("/formulations/"))
