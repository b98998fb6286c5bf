"""Lists of texts and of formulations: sorted, narrowed, and as they were left."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import Reader


def test_levels_are_sorted_as_levels(reader: Reader) -> None:
    page = reader.open("texts/index.html")
    page.get_by_role("button", name="层级").click()
    order = ["全国", "省级", "市级", "区级", "县级", "乡镇", "单位", "层级未知"]
    shown = page.locator(".hj-texts tbody tr td:nth-child(2)").all_inner_texts()
    assert len(set(shown)) > 3
    assert shown == sorted(shown, key=order.index)
    page.get_by_role("button", name="层级").click()
    assert page.locator(".hj-texts tbody tr td:nth-child(2)").all_inner_texts() == shown[::-1]


def test_back_brings_a_list_as_it_was_left(reader: Reader) -> None:
    page = reader.open("texts/index.html")
    page.get_by_label("文种").select_option("讲话")
    page.get_by_role("button", name="字数").click()
    page.get_by_role("button", name="字数").click()
    rows = page.locator(".hj-texts tbody tr:visible td:first-child a")
    left = rows.all_inner_texts()
    assert len(left) > 1
    rows.first.click()
    expect(page.locator(".hj-doc")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("columnheader", name="字数")).to_have_attribute("aria-sort", "descending")
    assert rows.all_inner_texts() == left
    page = reader.open("formulations/index.html")
    page.get_by_label("含有的字").fill("阅读")
    words = page.locator(".hj-list--words li:visible a")
    found = words.all_inner_texts()
    words.first.click()
    expect(page.locator(".hj-formulation")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("含有的字")).to_have_value("阅读")
    assert words.all_inner_texts() == found
    reader.open("index.html")
    page.get_by_role("link", name="全部提法").click()
    expect(page.get_by_label("含有的字")).to_have_value("")  # a new visit begins anew


def test_the_list_of_formulations_can_be_narrowed(reader: Reader) -> None:
    page = reader.open("formulations/index.html")
    words = page.locator(".hj-list--words li:visible")
    distinct = words.count()  # 套话 is folded away
    sort = page.get_by_label("种类")
    sort.select_option("口号（套话）")
    common = words.count()
    assert common > 0
    expect(page.get_by_role("status").filter(has_text=f"共 {common} 条")).to_be_visible()
    assert set(words.evaluate_all("all => all.map((e) => e.dataset.l)")) == {"slogan"}
    sort.select_option("非套话")
    expect(page.get_by_role("status").filter(has_text=f"共 {distinct} 条")).to_be_visible()
    assert words.count() == distinct > 0
    page.get_by_label("含有的字").fill("阅读")
    assert 0 < words.count() < distinct
    assert all("阅读" in word for word in page.locator(".hj-list--words li:visible a").all_inner_texts())
    page.get_by_label("含有的字").fill("绝无此字")
    expect(words).to_have_count(0)


def test_the_list_of_texts_needs_no_pushing_on_a_phone(phone: Reader) -> None:
    page = phone.open("texts/index.html")
    table = page.locator(".hj-texts")
    assert table.evaluate("e => e.scrollWidth <= e.parentElement.clientWidth")
    page.get_by_label("层级").select_option("省级")
    expect(table.locator("tbody tr:visible .hj-level").first).to_have_text("省级")
    assert set(table.locator("tbody tr:visible .hj-level").all_inner_texts()) == {"省级"}
    page.get_by_role("button", name="字数").tap()
    expect(page.get_by_role("columnheader", name="字数")).to_have_attribute("aria-sort", "ascending")


@pytest.mark.parametrize("path", ["formulations/index.html", "search.html?q=阅读"])
def test_what_was_typed_outlasts_a_browser_that_empties_fields(reader: Reader, path: str) -> None:
    """WebKit does so to fields without autocompletion when it brings back a page that it kept."""
    page = reader.open(path)
    field = page.get_by_role("main").locator("input:is([type=text], [type=search])").first
    field.fill("阅读")
    field.evaluate(
        """field => {
          dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
          field.value = "";
        }"""
    )
    expect(field).to_have_value("阅读")
