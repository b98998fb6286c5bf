"""From a result to its place, and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hujian.fold import letters_of

from .conftest import Reader
from .oracle import lines, places, supplied
from .searching import BAR, FIELD, NOW, PLACE, TITLE, answered, bar, documents, in_sight, search, told


def follow(page: Page, place: int, document: int = 0) -> str:
    """Follow a place of a document in the results; return the context that it showed."""
    link = documents(page).nth(document).locator(PLACE).nth(place)
    shown = link.inner_text()
    link.click()
    page.wait_for_url(re.compile(r"\?h="))
    expect(page.locator(BAR)).to_be_visible()
    return shown


def marked(page: Page) -> str:
    """The text of the place where the reader is, through all its marks."""
    return "".join(page.locator(NOW).all_inner_texts())


def test_a_result_leads_to_its_marked_place(reader: Reader, sample_site: Path) -> None:
    page = reader.open("texts/index.html")
    for query in ("保基本补短板促均衡提质效", "全民閱讀", "书香江澜"):
        search(page, query)
        shown = follow(page, 0)
        assert letters_of(marked(page)) == letters_of(query)
        assert in_sight(page, NOW)
        assert marked(page) in shown
        target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
        assert page.locator(f"[id='{target}']").locator(NOW).count() > 0
        name = "texts/" + page.url.split("/texts/")[1].split("?")[0]
        assert bar(page)[1] == sum(
            places(line, letters_of(query)) for line in lines(sample_site)[name] + supplied(sample_site)[name]
        )


def test_each_result_leads_to_its_own_place(reader: Reader) -> None:
    page = reader.open("index.html")
    for place in range(3):
        search(page, "阅读")
        shown = follow(page, place).replace("…", "")
        around = page.locator(NOW).first.evaluate("e => e.closest('p,h1,h2,h3,h4,h5,h6').textContent")
        assert shown[-12:] in around
        page.go_back()


def test_a_run_through_inline_elements_is_marked_whole(reader: Reader, sample_site: Path) -> None:
    """Some wording that begins in a link or a run-in heading and ends behind it."""
    for name in (name for name in lines(sample_site) if name.startswith("texts/")):
        page = reader.open(name)
        wording = page.evaluate(
            """() => {
              for (const inner of document.querySelectorAll('.hj-p > :is(a[data-f], .hj-h--runin)')) {
                const next = inner.nextSibling;
                if (next instanceof Text && next.data.length > 5)
                  return inner.textContent.slice(-5) + next.data.slice(0, 5);
              }
            }"""
        )
        if wording and len(letters_of(wording)) > 6:
            break
    page.goto(f"{reader.base}/{name}?h={wording}")
    expect(page.locator(BAR)).to_be_visible()
    assert letters_of(marked(page)) == letters_of(wording)
    assert page.locator(NOW).count() >= 2
    assert page.locator(".hj-p > :is(a, .hj-h--runin) mark").count() >= 1


def test_bar_walks_through_all_places_and_round(reader: Reader) -> None:
    page = reader.open("index.html")
    search(page, "阅读推广")
    follow(page, 0)
    at, every = bar(page)
    assert every > 1
    for step in range(every):
        page.get_by_role("button", name="下一处").click()
        assert bar(page) == ((at + step) % every + 1, every)
        assert in_sight(page, NOW)
    page.get_by_role("button", name="上一处").click()
    assert bar(page)[0] == (at - 2) % every + 1


@pytest.mark.parametrize("how", ["Escape", "清除"])
def test_marks_can_be_taken_away(reader: Reader, how: str) -> None:
    page = reader.open("texts/2024-03-national.html")
    body = page.locator(".hj-body").inner_html()
    search(page, "阅读推广")
    follow(page, 0)
    if how == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name=how).click()
    expect(page.locator("mark.hj-hit")).to_have_count(0)
    expect(page.locator(BAR)).to_have_count(0)
    assert "?h=" not in page.url
    if "2024-03-national" in page.url:
        assert page.locator(".hj-body").inner_html() == body


def test_back_returns_to_the_results(reader: Reader) -> None:
    page = reader.open("texts/index.html")
    search(page, "阅读")
    before = told(page)
    scroller = page.locator(".md-search__scrollwrap")
    scroller.evaluate("e => e.scrollTop = 400")
    link = page.locator(PLACE).nth(8)
    href = link.get_attribute("href")
    link.click()
    expect(page.locator(BAR)).to_be_visible()
    page.go_back()
    answered(page, "阅读")
    expect(page.locator(FIELD)).to_have_value("阅读")
    expect(page.locator(f"{PLACE}:focus")).to_have_attribute("href", href or "")
    page.wait_for_timeout(700)  # Material closes its search some time after a page with an anchor has opened
    expect(page.locator(".md-search__output")).to_be_visible()
    assert told(page) == before
    assert scroller.evaluate("e => e.scrollTop") > 0


def test_back_to_a_page_that_the_browser_kept_but_emptied(reader: Reader) -> None:
    """WebKit: after the event it unchecks the box's toggle and empties fields without autocompletion."""
    page = reader.open("texts/index.html")
    search(page, "阅读")
    page.evaluate(
        """() => {
          const kept = { query: "阅读", scroll: 40, followed: "" };
          history.replaceState({ hujianSearch: kept }, "");
          dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
          document.querySelector("#__search").checked = false;
          document.querySelector(".md-search__input").value = "";
        }"""
    )
    expect(page.locator(FIELD)).to_have_value("阅读")
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(PLACE).first).to_be_in_viewport()


def test_back_to_a_page_with_an_anchor(reader: Reader) -> None:
    page = reader.open("texts/2024-03-national.html#p5")
    search(page, "书香江澜")
    follow(page, 0)
    page.go_back()
    answered(page, "书香江澜")
    page.wait_for_timeout(700)
    expect(page.locator(".md-search__output")).to_be_visible()


def test_results_that_were_closed_stay_closed(reader: Reader) -> None:
    page = reader.open("texts/index.html")
    search(page, "阅读")
    follow(page, 0)
    page.go_back()
    answered(page, "阅读")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    page.reload()
    page.wait_for_timeout(300)
    expect(page.locator(".md-search__output")).to_be_hidden()


def test_a_place_on_the_page_that_is_open_already(reader: Reader) -> None:
    page = reader.open("texts/2024-03-national.html")
    search(page, "联席会议")
    follow(page, 0)
    search(page, "联席会议")
    link = page.locator(f"{PLACE}[href*='2024-03-national']").first
    link.click()
    expect(page.locator(".md-search__output")).to_be_hidden()
    assert letters_of(marked(page)) == "联席会议"
    assert in_sight(page, NOW)


def test_a_hand_written_page(reader: Reader) -> None:
    page = reader.open("index.html")
    search(page, "固定的地址")
    documents(page).first.locator(TITLE).click()
    page.wait_for_url(re.compile("about.html"))
    expect(page.locator(NOW)).to_have_text("固定的地址")


def test_the_home_page_counts_only_what_is_written_there(reader: Reader, sample_site: Path) -> None:
    """Its generated lists name texts and formulations, but a search finds those where they stand."""
    page = reader.open("index.html?h=阅读推广")
    assert bar(page)[1] == sum(places(line, "阅读推广") for line in lines(sample_site)["index.html"]) > 0


def test_a_supplied_title(reader: Reader) -> None:
    """It does not stand in the text, but on the page: it is found and marked."""
    page = reader.open("texts/index.html")
    supplied = page.locator("tr:has(.hj-supplied) a").first.inner_text()
    search(page, supplied)
    page.locator(TITLE, has_text=supplied).first.click()
    expect(page.locator(BAR)).to_be_visible()
    assert letters_of(marked(page)) == letters_of(supplied)


def test_an_address_with_a_wording_that_is_not_there(reader: Reader) -> None:
    page = reader.open("texts/2024-03-national.html?h=火星")
    expect(page.locator(BAR)).to_contain_text("本页没有这一字句")
    expect(page.locator(".hj-hitbar__button:disabled")).to_have_count(2)


def test_only_the_reader_closes_the_search(reader: Reader) -> None:
    """Material closes it a moment after a page with an anchor has opened: that may be over the results."""
    page = reader.open("texts/index.html")
    search(page, "阅读")
    page.evaluate("document.getElementById('__search').click()")
    page.wait_for_timeout(300)
    expect(page.locator(".md-search__output")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()


def test_a_link_on_a_page_with_marks_leads_where_it_says(reader: Reader) -> None:
    """Whoever chooses a heading of the outline wants to be there, not at what was searched."""
    page = reader.open("texts/2024-03-national.html?h=联席会议")
    expect(page.locator(BAR)).to_be_visible()
    before = bar(page)
    for link in (page.locator("[data-hj-outline] a").last, page.locator(".hj-coverage a[href='#hujian']")):
        link.click()
        target = page.evaluate("location.hash")
        assert page.locator(target).locator(".hj-hit").count() == 0, "choose a wording that is not there"
        expect(page.locator(target)).to_be_in_viewport()
        assert bar(page) == before
        page.keyboard.press("Home")
    page.get_by_role("button", name="下一处").click()
    assert in_sight(page, NOW)


def test_an_address_of_a_place_without_the_wording_stays_there(reader: Reader) -> None:
    page = reader.open("texts/2024-03-national.html?h=联席会议#hujian")
    expect(page.locator(BAR)).to_contain_text(re.compile(r"^联席会议共 \d+ 处"))
    expect(page.locator("#hujian")).to_be_in_viewport()
    expect(page.locator(NOW)).to_have_count(0)
    page.get_by_role("button", name="下一处").click()
    assert bar(page)[0] == 1
    assert in_sight(page, NOW)
