"""Every link of a whole site, followed by a checker that is not ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from audit import links

_COUNTED = re.compile(r"（(\d+) 篇 \d+ 处）")


@pytest.fixture(scope="module", params=["sample_site", "seeds_site"])
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_lychee_finds_no_broken_link_or_anchor(site: Path) -> None:
    followed, broken = links.follow(site)
    assert followed > 500
    assert broken == []


def test_nothing_on_a_page_loads_from_or_leads_to_another_host(site: Path) -> None:
    assert links.abroad(site) == []


def test_no_page_has_another_page_loaded_beforehand(site: Path) -> None:
    """Firefox takes "next" for such a wish, and then complains of the policy in its console."""
    hint = re.compile(r'<link[^>]*\brel="?(?:next|prev|prefetch|prerender)\b')
    assert [p.name for p in site.rglob("*.html") if hint.search(p.read_text("utf-8"))] == []


def test_cross_references_lead_both_ways(site: Path) -> None:
    """A formulation's page leads where it is linked, paragraphs to their note and back."""
    pages = {
        p.relative_to(site).as_posix(): LexborHTMLParser(p.read_text("utf-8")) for p in site.rglob("*.html")
    }
    checked = 0
    for path, page in pages.items():
        if not path.startswith("texts/") or path == "texts/index.html":
            continue
        for block in page.css(".hj-body > [id]"):
            for link in block.css("a:not([class])"):
                formulation = pages[(link.attributes["href"] or "").removeprefix("../")]
                assert any(
                    f"../{path}" == (a.attributes["href"] or "").partition("?")[0].partition("#")[0]
                    for a in formulation.css(".hj-kwic a")
                )
                checked += 1
            for note in block.css("a.hj-note"):
                entry = page.css_first(f'[id="{(note.attributes["href"] or "")[1:]}"]')
                assert entry is not None
                assert entry.css_first(f'a[href="#{note.attributes["id"]}"]') is not None
                checked += 1
    assert checked > 50


def test_a_paragraph_refers_to_every_text_that_it_shares_something_with(site: Path) -> None:
    """As many as its note counts, unless the note says that there are more."""
    checked = 0
    for path in sorted((site / "texts").glob("*.html")):
        for note in LexborHTMLParser(path.read_text("utf-8")).css(".hj-notes > li"):
            counted = _COUNTED.search(note.text())
            if counted is None:
                continue
            links = (a.attributes["href"] or "" for a in note.css("details a"))
            texts = {link.partition("#")[0] for link in links if "/" not in link}
            assert len(texts) == int(counted[1]) or " 等" in note.text(), (path.name, note.id)
            checked += 1
    assert checked > 20
