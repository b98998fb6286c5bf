"""The search page: everything that is asked for in its address, narrowed, saved, by keyboard."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from hujian.fold import letters_of

from .chromium import DESKTOP, PHONE
from .conftest import Open, Reader
from .oracle import count, lines, supplied
from .searching import FIELD as BOX
from .searching import NOW, PLACE, TITLE, documents, search

FIELD = ".hj-find__field"
META = ".hj-find__meta"
LIST = ".hj-find__list"


def shown(page: Page) -> tuple[int, int]:
    """Numbers of documents and places, once the page shows what its address asks for."""
    asked = str(page.evaluate("location.href"))  # polling a script of our own would break the page's policy
    expect(page.locator(LIST)).to_have_attribute("data-query", asked)
    match = re.search(r"共 (\d+) 篇 (\d+) 处", page.locator(META).inner_text())
    assert match, page.locator(META).inner_text()
    return int(match[1]), int(match[2])


def facet(page: Page, dimension: str, at: int = 0) -> tuple[str, int]:
    """A choice's value, and the number of documents that it promises."""
    item = page.locator(f"[data-dimension={dimension}] li").nth(at)
    number = re.search(r"(\d+) 篇", item.inner_text())
    assert number
    return item.locator("input").get_attribute("data-value") or "", int(number[1])


def test_a_search_is_narrowed_shared_and_saved(open_site: Open, tiered_site: Path, tmp_path: Path) -> None:
    page = open_site(tiered_site).open("search.html?q=%E9%96%B1%E8%AE%80")  # 閱讀
    whole = count(tiered_site, "阅读")
    assert shown(page) == (whole.documents, whole.places)
    for dimension in ("level", "year", "part", "formulation"):
        value, promised = facet(page, dimension)
        page.locator(f"[data-dimension={dimension}] input").first.check()
        page.wait_for_url(re.compile(f"{dimension}="))
        assert shown(page)[0] == promised, dimension
        chosen = page.locator(f"[data-dimension={dimension}] input[data-value='{value}']")
        expect(chosen).to_be_checked()
        expect(chosen).to_be_focused()  # whoever goes by keyboard stays where he was
    narrowed = shown(page)
    page.reload()
    assert shown(page) == narrowed
    with page.expect_download() as download:
        page.get_by_role("button", name="存为表格").click()
    download.value.save_as(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == narrowed[1]
    assert {letters_of(row["所查字句"]) for row in rows} == {"阅读"}
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", row["日期"]) for row in rows)  # as the address narrows it
    for _ in range(4):
        page.go_back()
    assert shown(page) == (whole.documents, whole.places)


def test_a_table_holds_as_many_places_as_are_stated(reader: Reader, sample_site: Path) -> None:
    """A title that is not the text's own is no place, but what is found by it alone is not lost."""
    name, (title,) = next((name, each) for name, each in supplied(sample_site).items() if each)
    text = lines(sample_site)[name]
    both = next(w for n in range(len(title)) if any((w := title[n : n + 2]) in line for line in text))
    for wording in (both, title):
        page = reader.open(f"search.html?q={quote(wording)}")
        documents, places = shown(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="存为表格").click()
        with download.value.path().open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len([row for row in rows if row["所查字句"]]) == places
        assert {row["段落"] for row in rows if not row["所查字句"]} <= {"见于拟题"}
        assert len({row["地址"].split("?")[0] for row in rows}) == documents


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_results_do_not_wait_for_choices_and_do_not_move_when_these_come(
    open_site: Open, tiered_site: Path, size: ViewportSize
) -> None:
    reader = open_site(tiered_site)
    reader.page.set_viewport_size(size)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    reader.context.route(re.compile(r"/search/(facets|guide)-"), hold)
    page = reader.page
    page.goto(f"{reader.base}/search.html?q=%E9%98%85%E8%AF%BB", wait_until="commit")  # 阅读
    whole = count(tiered_site, "阅读")
    expect(page.locator(META)).to_have_text(f"共 {whole.documents} 篇 {whole.places} 处")
    expect(documents(page)).to_have_count(min(whole.documents, 10))
    expect(page.locator("[data-dimension]")).to_have_count(0)
    before = [document.bounding_box() for document in documents(page).all()]
    while page.locator("[data-dimension]").count() == 0:
        page.wait_for_timeout(20)
        while waiting:
            waiting.pop().continue_()
    assert shown(page) == (whole.documents, whole.places)
    expect(page.locator(".hj-find .hj-search__choice").first).to_be_visible()
    assert [document.bounding_box() for document in documents(page).all()] == before


@pytest.mark.parametrize("data", ["whole", "missing"])
def test_the_search_goes_before_the_theme_and_the_theme_comes_whatever_happens(
    open_site: Open, sample_site: Path, tmp_path: Path, data: str
) -> None:
    site = sample_site
    if data == "missing":
        site = Path(shutil.copytree(sample_site, tmp_path / "site"))
        (site / "search" / "manifest.js").unlink()
    reader = open_site(site, broken=data == "missing")
    page = reader.open("search.html?q=%E9%98%85%E8%AF%BB")
    expect(page.locator("script[src*='/bundle.']")).to_have_count(1)
    expect(page.locator("link[data-hj-later]")).to_have_count(0)
    hints = page.locator("link[rel=preload]").evaluate_all(
        "all => all.map((each) => each.getAttribute('href'))"
    )
    assert [name.split("-")[0] for name in hints] == ["search/manifest.js", "search/fold"]
    assert (site / hints[1]).is_file()


def test_by_keyboard_from_the_box_to_the_page_and_to_a_place(reader: Reader, sample_site: Path) -> None:
    page = reader.open("texts/index.html")
    search(page, "书香江澜")
    page.locator(".hj-search__all").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q="))
    expected = count(sample_site, "书香江澜")
    assert shown(page) == (expected.documents, expected.places)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("农家书屋 讲话")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("%E5%86%9C"))
    expected = count(sample_site, "农家书屋", "讲话")
    assert shown(page) == (expected.documents, expected.places)
    marked = documents(page).first.locator("mark").all_inner_texts()
    assert set(marked) >= {"农家书屋", "讲话"}  # every wording is shown
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{TITLE}:focus")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{PLACE}:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(NOW).first).to_be_visible()
    page.goto(f"{reader.base}/search.html")
    page.get_by_role("button", name="农家书屋 讲话", exact=True).click()  # a recent search
    assert shown(page) == (expected.documents, expected.places)
    page.locator(FIELD).fill("，")
    expect(page.locator(META)).to_contain_text("只有标点符号")
    page.locator(FIELD).fill("火星分圈")
    expect(page.locator(META)).to_have_text("没有找到：共 0 篇 0 处。")
    expect(documents(page)).to_have_count(0)


def test_escape_returns_to_where_the_reader_was(reader: Reader) -> None:
    page = reader.open("texts/index.html")
    link = page.locator(".md-content a").nth(2)
    link.focus()
    search(page, "阅读")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    page.goto(f"{reader.base}/texts/2024-03-national.html#p20")
    before = page.evaluate("scrollY")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-content :focus")).to_have_count(1)
    assert page.evaluate("scrollY") == before


def test_without_javascript_the_page_leads_to_the_indexes(open_site: Open, sample_site: Path) -> None:
    page = open_site(sample_site, java_script_enabled=False).open("search.html?q=x")
    expect(page.locator(".hj-find")).to_contain_text("JavaScript")
    page.get_by_role("link", name="提法索引").click()
    assert page.url.endswith("formulations/index.html")
