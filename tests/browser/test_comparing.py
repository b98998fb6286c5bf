"""Two texts side by side; a formulation's concordance; the overview."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from hujian.fold import letters_of

from .conftest import PHONE, Open, Reader
from .oracle import lines

A, B = "2024-03-national", "sheng-tu-shu-guan-fu-wu-tui-jin-hui-jian-a9a0b6"
COMPARED = f"compare.html?a={A}&b={B}"
NOW = ".hj-pair--now"
NODE = "hj-kwic-node"


def test_two_texts_stand_side_by_side_and_move_together(reader: Reader) -> None:
    page = reader.open(f"{COMPARED}&at=p8")
    left, right = page.locator(".hj-column").first, page.locator(".hj-column").nth(1)
    expect(page.locator(".hj-covered")).to_contain_text(
        re.compile(r"的 [\d.]+% 见于《.+；《.+》的 [\d.]+% 见于《")
    )
    expect(left.locator(f"[data-id=p8] {NOW}")).to_be_visible()
    assert left.evaluate("e => e.scrollTop") > 0
    assert_level(page)
    before = right.evaluate("e => e.scrollTop")
    left.evaluate("e => e.scrollTop = e.scrollHeight * 0.8")
    expect(right).not_to_have_js_property("scrollTop", before)
    assert_level(page)
    page.locator(".hj-ribbon polygon").first.dispatch_event("click")
    expect(left.locator(f"[data-pair='0']{NOW}")).to_be_visible()
    assert_level(page)
    expect(page.locator(".hj-band--now")).to_have_count(1)


def assert_level(page: Page) -> None:
    """The pair that is read stands at one height in both columns."""
    expect(page.locator(NOW)).to_have_count(2)
    left, right = (each.bounding_box() for each in page.locator(NOW).all())
    assert left
    assert right
    assert abs(left["y"] - right["y"]) < 4


def test_differences_are_told_apart_and_trifles_left_out(reader: Reader) -> None:
    page = reader.open(COMPARED)
    columns = page.locator(".hj-column")
    expect(columns.nth(1).locator("ins.hj-replaced").first).to_be_visible()
    expect(columns.nth(1).locator("ins.hj-alone").first).to_be_visible()
    expect(columns.first.locator("del.hj-alone").first).to_be_visible()
    lines = {
        each.evaluate("e => getComputedStyle(e).textDecoration")
        for each in page.locator(".hj-bar .hj-legend .hj-pair > *").all()
    }
    assert len(lines) == page.locator(".hj-bar .hj-legend .hj-pair > *").count() == 4
    differences = page.locator(".hj-column :is(ins, del)")
    fewer = differences.count()
    for name in ("标点", "序号", "占位符"):
        expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="标点").click()
    expect(page.get_by_role("button", name="标点")).to_have_attribute("aria-pressed", "false")
    assert differences.count() > fewer


def test_both_texts_are_whole(reader: Reader, sample_site: Path) -> None:
    page = reader.open(COMPARED)
    expect(page.locator(".hj-column")).to_have_count(2)
    for column, name in zip(page.locator(".hj-column").all(), (A, B), strict=True):
        shown = [letters_of(text) for text in column.locator(".hj-cp").all_text_contents()]
        assert shown == lines(sample_site)[f"texts/{name}.html"]


def test_keys_walk_through_the_pairs_and_the_address_tells_where(reader: Reader) -> None:
    page = reader.open(COMPARED)
    expect(page.locator(".hj-column")).to_have_count(2)
    page.keyboard.press("j")
    expect(page.locator(NOW)).to_have_count(2)
    first = page.locator(NOW).first.get_attribute("data-pair")
    page.keyboard.press("j")
    assert page.locator(NOW).first.get_attribute("data-pair") != first
    page.keyboard.press("k")
    expect(page.locator(NOW).first).to_have_attribute("data-pair", first or "")
    page.keyboard.press("k")  # round to the last one
    place = page.locator(f"{NOW} >> xpath=..").first.get_attribute("data-id")
    expect(page).to_have_url(re.compile(rf"at={place}$"))
    page.reload()
    expect(page.locator(f"[data-id={place}] {NOW}").first).to_be_visible()
    page.get_by_role("button", name="前后对调").click()
    expect(page).to_have_url(re.compile(rf"a={B}&b={A}$"))
    expect(page.get_by_label("前一篇", exact=True)).to_have_value(B)


def test_copies_are_compared_paragraph_by_paragraph(reader: Reader) -> None:
    page = reader.open("texts/index.html")
    page.locator("#copies ~ ul a").filter(has_text="对照").first.click()
    expect(page.locator(".hj-covered")).to_contain_text("段，在后一篇")
    pairs = page.locator(".hj-column").first.locator(".hj-pair").count()
    assert pairs >= 0.9 * page.locator(".hj-column").first.locator(".hj-cp").count()


def test_what_is_not_told_is_not_claimed(reader: Reader, sample_site: Path) -> None:
    """Texts without a shared passage are no copies, however alike some sentences are."""
    other = next((sample_site / "texts").glob("bu-zhi-*.html")).stem
    page = reader.open(f"compare.html?a={A}&b={other}")
    expect(page.locator(".hj-covered")).to_contain_text("没有找到这两篇共有的语句")
    expect(page.locator(".hj-column")).to_have_count(2)
    expect(page.locator(".hj-column .hj-pair")).to_have_count(0)


def test_on_a_phone_pairs_are_interleaved_and_nothing_is_lost(phone: Reader, sample_site: Path) -> None:
    page = phone.open(COMPARED)
    couple = page.locator(".hj-couple").first
    expect(couple.locator(".hj-cp--there .hj-pair").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    first = page.locator(".hj-couple > .hj-cp:not(.hj-cp--there), .hj-own--a > .hj-cp")
    shown = [letters_of(text) for text in first.all_text_contents()]
    assert shown == lines(sample_site)[f"texts/{A}.html"]
    fold = page.locator("details.hj-own--b").first
    fold.locator("summary").tap()
    expect(fold.locator(".hj-cp").first).to_be_visible()
    page.goto(f"{phone.base}/compare.html?a=../x&b=y")
    expect(page.get_by_role("alert")).to_contain_text("没有找到")


def test_a_concordance_can_be_sorted_and_opened(reader: Reader) -> None:
    page = reader.open("formulations/index.html")
    page.locator(".hj-list a").first.click()
    expect(page.locator(".hj-fig a").first).to_be_attached()
    rows = page.locator(".hj-kwic > li")
    line = rows.first.locator(".hj-kwic-where")
    expect(page.locator(".hj-kwic-more")).to_have_count(rows.count())
    expect(rows.last).to_have_css("content-visibility", "auto")  # else thousands are laid out for each order
    first = line.inner_text()
    page.get_by_role("button", name="后文").click()
    rights = page.locator(".hj-kwic-right").all_text_contents()
    letters = [re.sub(r"[^\w]", "", right) for right in rights]
    spoken = page.evaluate("found => [...found].sort(new Intl.Collator('zh-CN').compare)", letters)
    assert letters == spoken
    page.get_by_role("button", name="层级").click()
    expect(line).to_have_text(first)
    page.locator(".hj-kwic-more").first.click()
    node = page.locator(".hj-kwic-node").first
    assert page.locator(".hj-kwic-open mark").inner_text() == node.inner_text()
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").click()
    assert saved.value.path().read_text("utf-8-sig").count("\n") == rows.count() + 1
    node.click()
    page.wait_for_url(re.compile(r"\?f=\w+#p\d+"))
    expect(page.locator("#hj-panel .hj-asked")).to_be_visible()


def test_lines_that_come_later_stand_where_the_order_wants_them(
    open_site: Open, sample_site: Path, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(sample_site, tmp_path / "site"))
    page_file = max((site / "formulations").glob("f*.html"), key=lambda p: p.read_text("utf-8").count(NODE))
    html = page_file.read_text("utf-8")
    row = ["末尾的", "阿", "啊", f"texts/{A}.html#p3", "后来的一行", "2024", 1]
    rest = '<p class="hj-rest" data-rest="1">另有 1 处</p>'
    page_file.write_text(html.replace("</ol>\n", f"</ol>{rest}\n", 1), "utf-8")
    (site / "data" / f"{page_file.stem}.js").write_bytes(
        f"hujianData({json.dumps(page_file.stem)},{json.dumps([row])})".encode()
    )
    page = open_site(site).open(f"formulations/{page_file.name}")
    before = page.locator(".hj-kwic > li").all_text_contents()
    page.get_by_role("button", name="后文").click()
    page.get_by_role("button", name="列出其余 1 处").click()
    expect(page.locator(".hj-kwic > li").first).to_contain_text("后来的一行")  # a, before all others
    page.get_by_role("button", name="层级").click()
    lines = page.locator(".hj-kwic > li").all_text_contents()
    assert [line for line in lines if "后来的一行" not in line] == before


def test_a_place_without_a_parallel_is_reached_too(reader: Reader) -> None:
    page = reader.open(COMPARED)
    alone = page.locator(".hj-column").first.locator(".hj-cp:not(:has(.hj-pair))").last
    name = alone.get_attribute("data-id")
    page = reader.open(f"{COMPARED}&at={name}")
    expect(page.locator(".hj-column").first.locator(f"[data-id={name}]")).to_be_in_viewport()


def test_overview_leads_to_comparisons_and_lists_can_be_narrowed(reader: Reader) -> None:
    page = reader.open("overview.html")
    page.locator(".hj-matrix a").first.click()
    page.wait_for_url(re.compile(r"compare\.html\?a=.+&b=.+"))
    expect(page.locator(".hj-pair").first).to_be_visible()
    page.goto(f"{reader.base}/texts/index.html")
    rows = page.locator(".hj-texts tbody tr:visible")
    every = rows.count()
    page.get_by_label("层级").select_option("省级")
    assert 0 < rows.count() < every
    page.get_by_label("层级").select_option("")
    page.get_by_role("button", name="字数").click()
    numbers = [int(row.locator("td").nth(5).inner_text().replace(",", "")) for row in rows.all()]
    assert numbers == sorted(numbers)
    expect(page.get_by_role("columnheader", name="字数")).to_have_attribute("aria-sort", "ascending")


def test_a_missing_list_of_texts_is_told(open_site: Open, sample_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(sample_site, tmp_path / "site"))
    (site / "data" / "documents.js").unlink()
    page = open_site(site, broken=True).open(COMPARED)
    expect(page.get_by_role("alert")).to_contain_text("data/documents.js")
    expect(page.locator(".hj-column")).to_have_count(2)  # what the address names can be compared all the same


def test_keys_choose_without_leaving_before_the_reader_says_so(reader: Reader) -> None:
    """A closed list changes at every press of an arrow."""
    page = reader.open("compare.html")
    first, second = page.get_by_label("前一篇", exact=True), page.get_by_label("后一篇", exact=True)
    expect(first.locator("option").nth(2)).to_be_attached()
    expect(page.get_by_role("button", name="前后对调")).to_have_count(0)  # nothing to exchange
    first.focus()
    page.keyboard.press("ArrowDown")
    second.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hj-said")).to_contain_text("回车")
    assert page.url.endswith("compare.html")
    wanted = first.input_value(), second.input_value()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"a={}&b={}$".format(*wanted)))
    expect(page.locator(".hj-covered")).to_be_visible()


def test_a_choice_by_pointer_compares_at_once(reader: Reader) -> None:
    page = reader.open("compare.html")
    page.get_by_label("前一篇", exact=True).select_option(A)
    page.get_by_label("后一篇", exact=True).select_option(B)
    expect(page).to_have_url(re.compile(rf"a={A}&b={B}$"))


def test_a_place_is_opened_once_however_often_it_is_clicked(reader: Reader) -> None:
    page = reader.open("formulations/index.html")
    page.locator(".hj-list a").first.click()
    more = page.locator(".hj-kwic-more").first
    more.evaluate("e => { e.click(); e.click(); e.click(); }")  # before its text has come
    expect(page.locator(".hj-kwic-open mark")).to_be_visible()
    expect(page.locator(".hj-kwic-open")).to_have_count(1)
    expect(more).to_have_attribute("aria-expanded", "true")
    more.click()
    expect(page.locator(".hj-kwic-open")).to_have_count(0)


def test_letters_of_the_square_are_as_large_as_elsewhere(phone: Reader) -> None:
    """Where there is no room for it, it scrolls; the page does not."""
    page = phone.open("overview.html")
    width = "e => [e.getBoundingClientRect().width, Number(e.getAttribute('width'))]"
    shown, drawn = page.locator(".hj-matrix").evaluate(width)
    assert shown == drawn > PHONE["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_javascript_pictures_tables_and_places_are_there(open_site: Open, sample_site: Path) -> None:
    reader = open_site(sample_site, java_script_enabled=False)
    page = reader.open("overview.html")
    expect(page.locator(".hj-matrix")).to_be_visible()
    expect(page.locator("#quality")).to_be_visible()
    page = reader.open(COMPARED)
    expect(page.get_by_text("没有脚本时")).to_be_visible()
