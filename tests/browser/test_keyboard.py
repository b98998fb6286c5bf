"""Everything by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import Reader
from .searching import BAR, FIELD, NOW, PLACE, TITLE, answered, search

OUTPUT = ".md-search__output"


def test_a_key_opens_the_search_and_escape_closes_it(reader: Reader) -> None:
    page = reader.open("texts/index.html")
    expect(page.locator(OUTPUT)).to_be_hidden()
    for key in "/sf":
        page.keyboard.press(key)
        expect(page.locator(FIELD)).to_be_focused()
        expect(page.locator(FIELD)).to_have_value("")
        expect(page.locator(OUTPUT)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(OUTPUT)).to_be_hidden()
        expect(page.locator(FIELD)).not_to_be_focused()


def test_keys_typed_into_the_field_are_text(reader: Reader) -> None:
    page = reader.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("s/f")
    expect(page.locator(FIELD)).to_have_value("s/f")


def test_enter_goes_to_the_best_result(reader: Reader) -> None:
    page = reader.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("竹纸线装")
    page.keyboard.press("Enter")
    expect(page.locator(NOW).first).to_be_visible()
    expect(page.locator(".hj-title")).to_contain_text("补纸与浆糊")


def test_arrows_walk_through_results_and_enter_follows(reader: Reader) -> None:
    page = reader.open("index.html")
    search(page, "竹纸线装")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{TITLE}:focus")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{PLACE}:focus")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(NOW).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(BAR)).to_have_count(0)


def test_tab_walks_through_results_and_out(reader: Reader) -> None:
    page = reader.open("index.html")
    search(page, "竹纸线装")
    stops = page.locator(f"{OUTPUT} :is(a, button)").count()
    page.keyboard.press("Tab")  # the button that empties the field
    for _ in range(stops):
        page.keyboard.press("Tab")
        expect(page.locator(f"{OUTPUT} :focus")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator(OUTPUT)).to_be_hidden()


def test_typing_again_replaces_the_last_query(reader: Reader) -> None:
    page = reader.open("index.html")
    search(page, "阅读")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("补纸")
    answered(page, "补纸")
