"""Searching: exact, by any wording, from a server and from disk."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from .conftest import Reader
from .oracle import count, lines, places
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
]


def test_finds_every_place_and_no_other(reader: Reader, sample_site: Path) -> None:
    page = reader.open("index.html")
    for query in QUERIES:
        search(page, query)
        expected = count(sample_site, query)
        assert expected.places > 0, query
        assert told(page) == (expected.documents, expected.places), query
        assert documents(page).count() == expected.documents, query


def test_numbers_by_document_are_exact_and_all_places_can_be_unfolded(
    reader: Reader, sample_site: Path
) -> None:
    page = reader.open("index.html")
    search(page, "阅读")
    for document in documents(page).all():
        url = str(document.locator(TITLE).evaluate("a => new URL(a.href).pathname")).split("/")
        name = next(
            key for key in lines(sample_site) if key.split("/")[-1] == url[-1] and key.split("/")[0] in url
        )
        expected = sum(places(line, "阅读") for line in lines(sample_site)[name])
        expect(document.locator(".hj-search__count")).to_have_text(f"{expected} 处")
        if document.locator("button").count():
            document.locator("button").click()
        marked = document.locator(f"{PLACE} mark").all_inner_texts()
        assert set(marked) == {"阅读"}
        assert len(marked) >= expected  # neighbours in sight are marked too


def test_blank_means_and_hyphen_excludes(reader: Reader, sample_site: Path) -> None:
    page = reader.open("index.html")
    search(page, "农家书屋 活动")
    both = count(sample_site, "农家书屋", "活动")
    assert told(page) == (both.documents, both.places)
    page.locator(FIELD).fill("阅读 -农家书屋")
    answered(page, "阅读 -农家书屋")
    one = count(sample_site, "阅读", without=("农家书屋",))
    assert told(page) == (one.documents, one.places)
    assert both.documents > 0
    assert one.documents > 0


def test_titles_come_first(reader: Reader) -> None:
    page = reader.open("index.html")
    search(page, "书香建设推进会")
    assert "推进会" in documents(page).first.locator(TITLE).inner_text()


def test_nothing_found_is_said_and_helped(reader: Reader) -> None:
    page = reader.open("index.html")
    search(page, "十五分钟阅读圈火星分圈")
    expect(page.locator(META)).to_have_text("没有找到：共 0 篇 0 处。")
    part = page.get_by_role("button", name="十五分钟阅读圈", exact=True)
    part.click()
    answered(page, "十五分钟阅读圈")
    assert told(page)[1] > 0


def test_says_what_to_do_with_a_query_that_cannot_be_answered(reader: Reader) -> None:
    page = reader.open("index.html")
    for query, sentence in {
        "，。！？": "只有标点符号，无从查找。请输入文字、字母或数字。",
        "-阅读": "只有排除的词。请再输入至少一个要找的词。",
        "": "输入任意字句，标点、全半角、简繁不拘；空格表示“并且”，前加“-”表示排除。",
    }.items():
        search(page, query)
        expect(page.locator(META)).to_have_text(sentence)
        assert documents(page).count() == 0


def test_loads_nothing_before_the_reader_asks(reader: Reader) -> None:
    page = reader.open("texts/index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in reader.loaded if url.startswith("search/")]
    search(page, "阅读")
    assert [url for url in reader.loaded if url.startswith("search/")]


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
