"""Two texts side by side; a formulation's concordance; the overview; the list of texts."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from .conftest import PHONE, Open, Reader

A, B = "2024-03-national", "sheng-tu-shu-guan-fu-wu-tui-jin-hui-jian-a9a0b6"
COMPARED = f"compare.html?a={A}&b={B}"


def test_two_texts_stand_side_by_side_and_move_together(reader: Reader) -> None:
    page = reader.open(f"{COMPARED}&at=p8")
    left, right = page.locator(".hj-column").first, page.locator(".hj-column").nth(1)
    expect(page.locator(".hj-covered")).to_contain_text(
        re.compile(r"的 [\d.]+% 见于《.+；《.+》的 [\d.]+% 见于《")
    )
    expect(left.locator(".hj-pair--now")).to_be_visible()
    assert left.evaluate("e => e.scrollTop") > 0
    height = "e => e.getBoundingClientRect().top"
    now = ".hj-pair--now"
    assert abs(left.locator(now).evaluate(height) - right.locator(now).evaluate(height)) < 4
    assert right.locator("ins").count() > 3
    assert left.locator("del").count() > 3
    before = right.evaluate("e => e.scrollTop")
    left.evaluate("e => e.scrollTop = e.scrollHeight * 0.8")
    expect(right).not_to_have_js_property("scrollTop", before)
    differences = page.locator(":is(.hj-column) :is(ins, del)").count()
    page.get_by_role("button", name="标点").click()
    assert page.locator(":is(.hj-column) :is(ins, del)").count() > differences
    text = page.evaluate(
        "[...document.querySelectorAll('.hj-column')[0].querySelectorAll('p')][3].textContent"
    )
    page.locator(".hj-ribbon polygon").nth(2).evaluate("e => e.dispatchEvent(new MouseEvent('click'))")
    page.goto(f"{reader.base}/texts/{A}.html")
    assert text[:20] in page.locator(".hj-body").inner_text()


def test_comparing_on_a_phone_and_with_a_wrong_address(phone: Reader) -> None:
    page = phone.open(COMPARED)
    expect(page.locator(".hj-couple .hj-cp--there").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.goto(f"{phone.base}/compare.html?a=../x&b=y")
    expect(page.get_by_role("alert")).to_contain_text("没有找到")


def test_a_concordance_can_be_sorted_and_opened(reader: Reader) -> None:
    page = reader.open("formulations/index.html")
    page.locator(".hj-list a").first.click()
    expect(page.locator(".hj-fig a").first).to_be_attached()
    rows = page.locator(".hj-kwic > li")
    line = rows.first.locator(".hj-kwic-where")
    expect(page.locator(".hj-kwic-more")).to_have_count(rows.count())
    first = line.inner_text()
    page.get_by_role("button", name="后文").click()
    rights = page.locator(".hj-kwic-right").all_inner_texts()
    letters = [re.sub(r"[^\w]", "", right) for right in rights]
    assert letters == sorted(letters)
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


def test_without_javascript_pictures_tables_and_places_are_there(open_site: Open, sample_site: Path) -> None:
    reader = open_site(sample_site, java_script_enabled=False)
    page = reader.open("overview.html")
    expect(page.locator(".hj-matrix")).to_be_visible()
    expect(page.locator("#quality")).to_be_visible()
    page = reader.open(COMPARED)
    expect(page.get_by_text("没有脚本时")).to_be_visible()
