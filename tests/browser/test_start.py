"""A page's start: colours before the first paint, work put off until it is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from .conftest import Open, Reader
from .reading import TEXT, settled

DATA = "**/data/2024-03-national.js"
SCHEME = "document.body.dataset.mdColorScheme"  # for what must be so at once
SCHEME_ATTRIBUTE = "data-md-color-scheme"  # for what may take a moment
LINK = ".hj-body .hj-p a[href*='/formulations/']"


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_colours_wait_for_no_script_file(
    open_site: Open, sample_site: Path, system: str, scheme: str
) -> None:
    reader = open_site(sample_site, broken=True, color_scheme=system)
    reader.context.route(re.compile(r"\.js$"), lambda route: route.abort())
    page = reader.open(TEXT)
    assert page.evaluate(SCHEME) == scheme
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == (
        "dark" if system == "dark" else "light"
    )


def test_colours_follow_the_system_until_the_reader_chooses(open_site: Open, sample_site: Path) -> None:
    reader = open_site(sample_site, color_scheme="light")
    page = reader.open("index.html")
    page.emulate_media(color_scheme="dark")
    body = page.locator("body")
    expect(body).to_have_attribute(SCHEME_ATTRIBUTE, "slate")
    page.get_by_title("切换到浅色").click()
    expect(body).to_have_attribute(SCHEME_ATTRIBUTE, "default")
    page.reload()
    assert page.evaluate(SCHEME) == "default"
    page.locator(".hj-palette input:checked").press("Enter")
    expect(body).to_have_attribute(SCHEME_ATTRIBUTE, "slate")
    expect(page.get_by_title("切换到浅色")).to_be_visible()
    expect(page.get_by_title("切换到深色")).to_be_hidden()


def test_the_outline_shows_where_the_reader_is(reader: Reader) -> None:
    page = reader.open(TEXT)
    active = page.locator(".md-nav--secondary .md-nav__link--active")
    expect(active).to_have_count(0)
    link = page.locator(".md-nav--secondary a.md-nav__link").nth(2)
    link.click()
    expect(active).to_have_attribute("href", link.get_attribute("href") or "")
    page.keyboard.press("End")
    expect(active).to_have_attribute(
        "href", page.locator(".md-nav--secondary a.md-nav__link").last.get_attribute("href") or ""
    )
    expect(active).to_be_in_viewport()
    settled(page)
    page.keyboard.press("Home")
    expect(active).to_have_count(0)


def test_the_outline_follows_what_moves_without_a_scroll(reader: Reader) -> None:
    page = reader.open(TEXT)
    active = page.locator(".md-nav--secondary .md-nav__link--active")
    expect(active).to_have_count(0)
    page.evaluate("document.querySelector('.hj-doc').style.marginTop = '-150vh'")
    reached = page.locator(".md-nav--secondary a.md-nav__link").evaluate_all(
        """links => links.map(link => link.getAttribute('href')).filter(
          href => document.getElementById(href.slice(1)).getBoundingClientRect().top <= innerHeight / 4)"""
    )
    assert reached
    expect(active).to_have_attribute("href", reached[-1])
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("gesture", ["click", "key"])
def test_what_is_asked_before_the_data_are_here_is_answered_when_they_are(
    reader: Reader, gesture: str
) -> None:
    held = hold_data(reader)
    page = reader.open(TEXT)
    if gesture == "click":
        page.locator(LINK).first.click()
    else:
        page.keyboard.press("j")
    page.wait_for_timeout(200)
    expect(page.locator("#hj-panel")).to_have_count(0)
    held[0].continue_()
    expect(page.locator("#hj-panel .hj-asked")).to_be_visible()
    assert page.url.endswith(TEXT)


def test_without_data_an_early_click_follows_its_link(open_site: Open, sample_site: Path) -> None:
    reader = open_site(sample_site, broken=True)
    held = hold_data(reader)
    page = reader.open(TEXT)
    page.locator(LINK).first.click()
    page.wait_for_timeout(200)
    held[0].abort()
    page.wait_for_url(re.compile("/formulations/"))


def hold_data(reader: Reader) -> list[Route]:
    """The request for a text's data, once it is made; it waits to be answered."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.context.route(DATA, hold)
    return held


@pytest.mark.parametrize("query", ["", "?h=阅读", "?f=f0"])
def test_a_malformed_anchor_stops_nothing(reader: Reader, query: str) -> None:
    """As when a percent sign was cut off an address that somebody passed on."""
    page = reader.open(f"{TEXT}{query}#50%")
    expect(page.locator("[data-switches] button").first).to_be_visible()
    expect(page.locator("#hj-panel")).to_be_attached()
    expect(page.locator(".hj-hitbar")).to_have_count(1 if "h=" in query else 0)
