"""Searching: exact, by any wording, from a server and from disk."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Route, expect

from .conftest import Open, Reader
from .oracle import count, lines, places, supplied
from .searching import FIELD, LIST, META, PLACE, TITLE, answered, documents, search, told

QUERIES = [
    "阅读推广",
    "书",  # one letter
    "政府主导社会参与重心下移",  # across punctuation
    "政府主导，社会参与，重心下移",  # with punctuation of another kind
    "保基本补短板促均衡提质效",
    "2024年",
    "２０２４年",  # full width
    "全民閱讀",  # traditional characters
    "十五分钟阅读圈",
    "在全县书香建设推进会上的讲话",  # a title
    "竹纸线装",
    "固定的地址",  # a hand-written page
    "细化实化具体化",
    "农家书屋 活动",
    "书 阅读 -农家书屋",
    "阅读 -农家书屋",
]


def terms_of(query: str) -> tuple[list[str], tuple[str, ...]]:
    words = query.split()
    return [w for w in words if w[0] != "-"], tuple(w[1:] for w in words if w[0] == "-")


def test_finds_every_place_and_no_other(open_site: Open, tiered_site: Path) -> None:
    """All kinds of queries, in both tiers, from a server and from disk."""
    reader = open_site(tiered_site)
    page = reader.open("texts/index.html")
    assert not [url for url in reader.loaded if url.startswith("search/")]  # nothing before the reader asks
    for query in QUERIES:
        search(page, query)
        wanted, without = terms_of(query)
        expected = count(tiered_site, *wanted, without=without)
        assert expected.places > 0, query
        assert told(page) == (expected.documents, expected.places), query
        assert documents(page).count() == min(expected.documents, 10), query  # the rest on request
    assert [url for url in reader.loaded if url.startswith("search/")]


def test_numbers_by_document_are_exact_and_all_places_can_be_unfolded(
    open_site: Open, tiered_site: Path
) -> None:
    page = open_site(tiered_site).open("index.html")
    search(page, "阅读")
    for document in documents(page).all():
        url = str(document.locator(TITLE).evaluate("a => new URL(a.href).pathname")).split("/")
        name = next(
            key for key in lines(tiered_site) if key.split("/")[-1] == url[-1] and key.split("/")[0] in url
        )
        expected = sum(places(line, "阅读") for line in lines(tiered_site)[name])
        expect(document.locator(".hj-search__count")).to_have_text(f"{expected} 处")
        is_supplied = bool(supplied(tiered_site).get(name))
        expect(document.locator(".hj-search__supplied")).to_have_count(int(is_supplied))
        if document.locator("button").count():
            document.locator("button").click()
        marked = document.locator(f"{PLACE} mark").all_inner_texts()
        assert set(marked) == {"阅读"}
        assert len(marked) >= expected  # neighbours in sight are marked too
    search(page, "书香建设推进会")
    assert "推进会" in documents(page).first.locator(TITLE).inner_text()  # titles come first


def test_nothing_found_is_said_and_helped(open_site: Open, tiered_site: Path) -> None:
    page = open_site(tiered_site).open("index.html")
    search(page, "十五分钟阅读圈火星分圈")
    expect(page.locator(META)).to_have_text("没有找到：共 0 篇 0 处。")
    part = page.get_by_role("button", name="十五分钟阅读圈", exact=True)
    part.click()
    answered(page, "十五分钟阅读圈")
    assert told(page)[1] > 0
    for query, sentence in {
        "，。！？": "只有标点符号，无从查找。请输入文字、字母、数字或脱漏号“×”。",
        "-阅读": "只有排除的词。请再输入至少一个要找的词。",
        "": "输入任意字句，标点、全半角、简繁不拘；空格表示“并且”，前加“-”表示排除。",
    }.items():
        search(page, query)
        expect(page.locator(META)).to_have_text(sentence)
        assert documents(page).count() == 0


def test_typing_answers_the_last_query(reader: Reader, sample_site: Path) -> None:
    page = reader.open("index.html")
    page.keyboard.press("/")
    page.locator(FIELD).press_sequentially("农家书屋", delay=15)
    answered(page, "农家书屋")
    expected = count(sample_site, "农家书屋")
    assert told(page) == (expected.documents, expected.places)
    page.get_by_role("button", name="清空").click()
    answered(page, "")
    expect(page.locator(LIST)).to_be_empty()
    expect(page.locator(FIELD)).to_be_focused()


def test_a_query_that_is_taken_back_is_not_answered_any_more(open_site: Open, grams_site: Path) -> None:
    """Its answer may come late, when the field holds the query before it again."""
    reader = open_site(grams_site)
    page = reader.open("index.html")
    search(page, "阅读")
    before = told(page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    data = re.compile(r"/search/(grams|texts)/")
    reader.context.route(data, hold)
    page.locator(FIELD).fill("竹纸线装")
    page.wait_for_timeout(300)
    assert held
    page.locator(FIELD).fill("阅读")
    page.wait_for_timeout(300)
    reader.context.unroute(data)
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    answered(page, "阅读")
    assert told(page) == before
    expect(page.locator(".hj-search__place mark").first).to_have_text("阅读")
