"""When the search data is missing or damaged: a clear message, and never a wrong number."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import Open, regroup
from .oracle import count
from .searching import FIELD, META, documents, search, told

WARNING = ".hj-search__warning"


@pytest.fixture
def broken_site(sample_site: Path, tmp_path: Path) -> Path:
    """A copy of a site whose search data may be spoilt."""
    return Path(shutil.copytree(sample_site, tmp_path / "site"))


def only(site: Path, pattern: str) -> Path:
    (file,) = (site / "search").glob(pattern)
    return file


@pytest.mark.parametrize(
    ("pattern", "damage"),
    [
        ("manifest.js", "missing"),
        ("fold-*.js", "truncated"),
        ("text-*.js", "foreign"),
        ("index-*.js", "damaged"),
    ],
)
def test_says_which_file_and_what_to_do(
    open_site: Open, broken_site: Path, pattern: str, damage: str
) -> None:
    if pattern == "index-*.js":
        regroup(broken_site)
    file = only(broken_site, pattern)
    whole = file.read_bytes()
    file.write_bytes(
        {"truncated": whole[:100], "foreign": b"// nothing\n"}.get(damage, whole[:60] + b'"\0)\0')
    )
    if damage == "missing":
        file.unlink()
    page = open_site(broken_site, broken=True).open("index.html")
    page.keyboard.press("/")
    page.locator(FIELD).fill("阅读")
    expect(page.locator(WARNING)).to_be_visible()
    expect(page.locator(WARNING)).to_contain_text(f"search/{file.name}")
    expect(page.locator(WARNING)).to_contain_text("请")
    assert documents(page).count() == 0
    assert "共" not in page.locator(META).inner_text()


def test_what_is_there_is_searched_and_called_partial(open_site: Open, broken_site: Path) -> None:
    """One of two files of texts is gone, and the suggestions: results of the rest, called incomplete."""
    only(broken_site, "guide-*.js").unlink()
    file = only(broken_site, "text-*.js")
    manifest = broken_site / "search" / "manifest.js"
    gone = "text-000000000000.js"
    manifest.write_text(
        manifest.read_text("utf-8").replace(f'"{file.name}"', f'"{file.name}","{gone}"'), "utf-8"
    )
    page = open_site(broken_site, broken=True).open("index.html")
    search(page, "阅读")
    expect(page.locator(WARNING)).to_contain_text(gone)
    expect(page.locator(META)).to_contain_text("检索数据不全，已查到的部分中共")
    assert documents(page).count() > 0
    search(page, "火星分圈")
    expect(page.locator(META)).to_have_text("检索数据不全：不能断定有没有。")


def test_missing_postings_and_texts_are_told(open_site: Open, broken_site: Path) -> None:
    regroup(broken_site)
    texts = sorted((broken_site / "search" / "texts").glob("*.js"))
    texts[0].unlink()
    page = open_site(broken_site, broken=True).open("index.html")
    search(page, "阅读")
    expected = count(broken_site, "阅读")
    assert told(page) == (expected.documents, expected.places)  # the index knows them all
    expect(page.get_by_text(f"这一篇的文字没有载入（search/texts/{texts[0].name}）")).to_have_count(1)
    for shard in (broken_site / "search" / "grams").glob("*-[0-9]*.js"):
        shard.unlink()
    page.reload()
    search(page, "阅读推广")
    expect(page.locator(WARNING)).to_contain_text("search/grams/")
    expect(page.locator(META)).to_have_text("检索数据不全：不能断定有没有。")


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_broken_shard_is_named_and_nothing_is_claimed(
    open_site: Open, broken_site: Path, damage: str
) -> None:
    regroup(broken_site)
    reader = open_site(broken_site, broken=True)
    page = reader.open("index.html")
    search(page, "阅读")
    expected = count(broken_site, "阅读")
    assert told(page) == (expected.documents, expected.places)
    (name,) = {url.split("?")[0] for url in reader.loaded if url.startswith("search/grams/")}
    shard = broken_site / name
    if damage == "missing":
        shard.unlink()
    else:
        shard.write_bytes(shard.read_bytes()[:-400])
    fresh = open_site(broken_site, broken=True).open("search.html?q=%E9%98%85%E8%AF%BB")
    expect(fresh.locator("[data-hj-find] .hj-search__warning")).to_contain_text(name)
    expect(fresh.locator(".hj-find__meta")).to_have_text("检索数据不全：不能断定有没有。")
    expect(documents(fresh)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["http"], indirect=True)  # nothing is cached from disk
def test_an_outdated_manifest_is_fetched_anew(open_site: Open, broken_site: Path) -> None:
    """A browser may hold the manifest of an earlier build, whose files are gone."""
    manifest = broken_site / "search" / "manifest.js"
    old = manifest.read_text("utf-8").replace("fold-", "fold-0").replace("text-", "text-0")
    reader = open_site(broken_site, broken=True)
    reader.context.route(
        "**/search/manifest.js", lambda route: route.fulfill(body=old, content_type="text/javascript")
    )
    page = reader.open("index.html")
    search(page, "阅读")
    expected = count(broken_site, "阅读")
    assert told(page) == (expected.documents, expected.places)
    expect(page.locator(WARNING)).to_be_hidden()
