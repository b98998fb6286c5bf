"""What helps a reader on: suggestions, recent searches, near formulations, and links that search."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from hujian.fold import letters_of

from .conftest import Open, Reader, argument_of
from .oracle import count
from .searching import BAR, META, NOW, PLACE, answered, documents, in_sight, search, told

RECENT = "localStorage.getItem(`hujian:${new URL('.', location).pathname}:searches`)"
FOUND = ".hj-find__meta"


def formulations(site: Path) -> list[tuple[str, str, int]]:
    """Id, wording and documents of what is suggested."""
    (guide,) = (site / "search").glob("guide-*.js")
    return [(each[0], each[1], each[2]) for each in argument_of(guide)["formulations"]]


def row(page: Page, label: str) -> Locator:
    """What one row of suggestions offers."""
    label_of = page.locator(".hj-search__label").get_by_text(label, exact=True)
    return page.locator(".hj-search__row").filter(has=label_of).locator(".hj-search__choice")


def test_what_is_typed_is_completed(open_site: Open, tiered_site: Path) -> None:
    """Formulations that hold it, titles that hold it, people; a click searches or opens."""
    page = open_site(tiered_site).open("index.html")
    identity, wording, number = next(each for each in formulations(tiered_site) if len(each[1]) > 8)
    search(page, wording[:5])
    choice = row(page, "提法").filter(has_text=wording).first
    expect(choice).to_contain_text(f"{number} 篇")
    choice.click()
    answered(page, wording)
    expected = count(tiered_site, letters_of(wording))
    assert told(page) == (expected.documents, expected.places)
    own = row(page, "提法").filter(has_text=wording).first  # typed in full: its page
    expect(own).to_have_attribute("href", re.compile(rf"/formulations/{identity}\.html$"))
    search(page, "书香建设推进会")
    expect(row(page, "标题").first).to_contain_text("推进会")
    search(page, "周砚")
    row(page, "讲话人").filter(has_text="周砚秋").click()
    answered(page, "周砚秋")


def test_what_is_not_found_leads_to_what_comes_near(open_site: Open, tiered_site: Path) -> None:
    page = open_site(tiered_site).open("index.html")
    wording = next(each[1] for each in formulations(tiered_site) if len(letters_of(each[1])) > 7)
    typed = f"{wording[:-1]}龘"
    search(page, typed)
    expect(page.locator(META)).to_have_text("没有找到：共 0 篇 0 处。")
    row(page, "相近的提法").filter(has_text=wording).first.click()
    answered(page, wording)
    assert told(page)[1] > 0
    search(page, typed)
    part = row(page, "其中能找到的部分").first
    assert part.inner_text() == letters_of(wording[:-1])  # the longest part, whole
    part.click()
    assert told(page)[1] > 0


def test_nothing_found_says_why_and_where_else_to_look(open_site: Open, tiered_site: Path) -> None:
    page = open_site(tiered_site).open("index.html")
    search(page, "阅读 -阅读推广 -读者 -图书馆")
    expect(page.locator(META)).to_have_text("没有找到：共 0 篇 0 处。")
    expected = count(tiered_site, "阅读")
    without = row(page, "若不排除“阅读推广”“读者”“图书馆”")
    expect(without).to_contain_text(f"共 {expected.documents} 篇 {expected.places} 处")
    expect(row(page, "相近的提法")).to_have_count(0)
    without.click()
    answered(page, "阅读")
    search(page, "龘齉爨")
    expect(row(page, "请换短些的字句，或从这里找")).to_have_count(3)


def test_recent_searches_stay_in_this_browser(reader: Reader) -> None:
    page = reader.open("search.html")
    assert page.evaluate(RECENT) is None
    for wording in ("阅读", "农家书屋"):
        page.locator(".hj-find__field").fill(wording)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(quote(wording)))
        expect(page.locator(FOUND)).to_contain_text("共")
    page.goto(f"{reader.base}/search.html")
    recent = row(page, "最近查过")
    expect(recent).to_have_text(["农家书屋", "阅读", "清除记录"])
    assert json.loads(str(page.evaluate(RECENT))) == ["农家书屋", "阅读"]
    recent.filter(has_text="清除记录").click()
    expect(recent).to_have_count(0)
    page.reload()
    expect(page.locator(FOUND)).to_contain_text("输入任意字句")
    expect(recent).to_have_count(0)


def test_a_result_of_letter_pairs_leads_to_its_place(open_site: Open, grams_site: Path) -> None:
    page = open_site(grams_site).open("search.html?q=" + quote("保基本补短板促均衡提质效"))
    documents(page).first.locator(PLACE).first.click()
    expect(page.locator(BAR)).to_be_visible()
    assert letters_of("".join(page.locator(NOW).all_inner_texts())) == "保基本补短板促均衡提质效"
    assert in_sight(page, NOW)


def test_a_formulation_is_searched_from_its_page(open_site: Open, tiered_site: Path) -> None:
    identity, wording, _ = formulations(tiered_site)[0]
    page = open_site(tiered_site).open(f"formulations/{identity}.html")
    page.get_by_role("link", name="全文检索", exact=True).click()
    expected = count(tiered_site, letters_of(wording))
    expect(page.locator(FOUND)).to_have_text(f"共 {expected.documents} 篇 {expected.places} 处")


def test_what_is_selected_is_searched_as_one_wording(open_site: Open, tiered_site: Path) -> None:
    """With its punctuation, and with blanks that would else mean "all of these"."""
    page = open_site(tiered_site).open("texts/2024-03-national.html")
    wording = page.locator("#p4").evaluate(
        """p => {
          const taken = (node) => node.data.length > 8 && !node.parentElement.closest('.hj-note, .hj-pn');
          const text = document.createTreeWalker(p, 4, (node) => taken(node) ? 1 : 3).nextNode();
          text.insertData(4, ' \u3000');
          getSelection().setBaseAndExtent(text, 0, text, text.length);
          return text.data;
        }"""
    )
    page.get_by_role("toolbar").get_by_role("link", name="查此提法").click()
    expected = count(tiered_site, letters_of("".join(wording.split())[:60]))
    assert expected.places > 0
    expect(page.locator(FOUND)).to_have_text(f"共 {expected.documents} 篇 {expected.places} 处")


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_without_facets_and_suggestions_there_are_results(
    open_site: Open, sample_site: Path, tmp_path: Path, damage: str
) -> None:
    """The choices are gone: the page says which file, and what was found is exact all the same."""
    site = tmp_path / "site"
    site.mkdir()
    for entry in sample_site.iterdir():
        if entry.name != "search":
            (site / entry.name).symlink_to(entry)
    (site / "search").mkdir()
    for file in (sample_site / "search").iterdir():
        gone = file.name.startswith(("facets-", "guide-"))
        if not gone:
            (site / "search" / file.name).write_bytes(file.read_bytes())
        elif damage == "damaged":
            (site / "search" / file.name).write_bytes(file.read_bytes()[:200])
    page = open_site(site, broken=True).open("search.html?q=" + quote("阅读"))
    expect(page.locator("[data-hj-find] .hj-search__warning")).to_contain_text("search/facets-")
    expected = count(sample_site, "阅读")
    expect(page.locator(FOUND)).to_have_text(f"共 {expected.documents} 篇 {expected.places} 处")
    expect(documents(page).first).to_be_visible()
