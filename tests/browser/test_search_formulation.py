"""Narrowing by a formulation that an address names, however few documents hold it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from hujian.search.script import call

from .conftest import Open, argument_of
from .searching import documents
from .test_search_page import META

FORMULATIONS = "[data-dimension=formulation]"
FURTHER = "formulations-0.js"


@pytest.fixture
def large(sample_site: Path, tmp_path: Path) -> tuple[Path, list[Any]]:
    """A site of which all formulations but the first stand in a further file, and the last of these."""
    site = Path(shutil.copytree(sample_site, tmp_path / "site"))
    (file,) = (site / "search").glob("facets-*.js")
    told = argument_of(file)
    rarer = sorted(told["formulations"][1:])
    further = [[rarer[0][0], FURTHER]]
    file.write_bytes(call("facets", told | {"formulations": told["formulations"][:1], "further": further}))
    (site / "search" / FURTHER).write_bytes(call("facets", rarer))
    return site, rarer[-1]


def test_it_is_loaded_when_an_address_asks_for_it(open_site: Open, large: tuple[Path, list[Any]]) -> None:
    site, (name, wording, steps) = large
    reader = open_site(site)
    page = reader.open("search.html?q=%E9%98%85%E8%AF%BB")  # 阅读
    expect(page.locator(FORMULATIONS)).to_be_visible()
    assert f"search/{FURTHER}" not in reader.loaded
    page = reader.open(f"search.html?formulation={name}")
    expect(page.locator(META)).to_have_text(f"所选范围内共 {len(steps)} 篇")
    expect(documents(page)).to_have_count(len(steps))
    chosen = page.locator(f"{FORMULATIONS} input[data-value='{name}']")
    expect(chosen).to_be_checked()
    expect(page.locator(f"{FORMULATIONS} li").first).to_contain_text(f"{wording}{len(steps)} 篇")
    expect(page.locator(f"{FORMULATIONS}")).to_contain_text("更少见的提法不在此列")
    chosen.click()
    page.wait_for_url(re.compile(r"search\.html$"))


def test_one_that_the_site_does_not_know_is_called_so(open_site: Open, large: tuple[Path, list[Any]]) -> None:
    page = open_site(large[0]).open("search.html?q=%E9%98%85%E8%AF%BB&formulation=fzzz")
    expect(page.locator(META)).to_have_text("所选范围内没有：0 篇 0 处。")
    unknown = page.locator(f"{FORMULATIONS} li", has_text="fzzz（本站没有）")
    unknown.locator("input").click()
    expect(page.locator(META)).to_contain_text("共")


@pytest.mark.parametrize("query", ["", "q=%E9%98%85%E8%AF%BB&"])
def test_nothing_is_claimed_without_its_data(
    open_site: Open, large: tuple[Path, list[Any]], query: str
) -> None:
    site, (name, *_) = large
    (site / "search" / FURTHER).unlink()
    page = open_site(site, broken=True).open(f"search.html?{query}formulation={name}")
    expect(page.locator(META)).to_have_text("检索数据不全：不能断定有没有。")
    expect(page.locator("[data-hj-find] .hj-search__warning")).to_contain_text(f"search/{FURTHER}")
    expect(documents(page)).to_have_count(0)


def test_choices_that_are_not_listed_are_counted(open_site: Open, sample_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(sample_site, tmp_path / "site"))
    (file,) = (site / "search").glob("facets-*.js")
    told = argument_of(file)
    rows = [[f"f{n:03}", f"提法{n}", [0]] for n in range(100)]
    file.write_bytes(call("facets", told | {"formulations": rows}))
    page = open_site(site).open("search.html?level=national&level=province&level=city&level=county")
    group = page.locator(FORMULATIONS)
    group.locator("summary").click()
    shown = group.locator("li").count()
    assert shown == 67
    expect(group).to_contain_text(f"另有 {100 - shown} 项没有列出。")
