"""When the search data is missing or damaged: a clear message, and never a wrong number."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import Open
from .oracle import count
from .searching import FIELD, META, answered, documents, search, told

WARNING = ".hj-search__warning"


@pytest.fixture
def broken_site(sample_site: Path, tmp_path: Path) -> Path:
    """A copy of a site whose search data may be spoilt."""
    return Path(shutil.copytree(sample_site, tmp_path / "site"))


def only(site: Path, pattern: str) -> Path:
    (file,) = (site / "search").glob(pattern)
    return file


@pytest.mark.parametrize("damage", ["missing", "truncated", "foreign"])
@pytest.mark.parametrize("pattern", ["manifest.js", "fold-*.js", "text-*.js"])
def test_says_which_file_and_what_to_do(
    open_site: Open, broken_site: Path, pattern: str, damage: str
) -> None:
    file = only(broken_site, pattern)
    name = f"search/{file.name}"
    if damage == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:100] if damage == "truncated" else b"// nothing\n")
    page = open_site(broken_site, broken=True).open("index.html")
    page.keyboard.press("/")
    page.locator(FIELD).fill("阅读")
    expect(page.locator(WARNING)).to_be_visible()
    expect(page.locator(WARNING)).to_contain_text(name)
    expect(page.locator(WARNING)).to_contain_text("请")
    assert documents(page).count() == 0
    assert "共 0 篇" not in page.locator(META).inner_text() or "已载入" in page.locator(META).inner_text()


def test_missing_suggestions_do_no_harm(open_site: Open, broken_site: Path) -> None:
    only(broken_site, "guide-*.js").unlink()
    page = open_site(broken_site, broken=True).open("index.html")
    search(page, "阅读")
    expected = count(broken_site, "阅读")
    assert told(page) == (expected.documents, expected.places)
    expect(page.locator(WARNING)).to_be_hidden()


def test_what_is_there_is_searched_and_called_partial(open_site: Open, broken_site: Path) -> None:
    """One of two files of texts is gone: results of the other one, marked as incomplete."""
    file = only(broken_site, "text-*.js")
    manifest = broken_site / "search" / "manifest.js"
    gone = "text-000000000000.js"
    manifest.write_text(
        manifest.read_text("utf-8").replace(f'"{file.name}"', f'"{file.name}","{gone}"'), "utf-8"
    )
    page = open_site(broken_site, broken=True).open("index.html")
    search(page, "阅读")
    expect(page.locator(WARNING)).to_contain_text(gone)
    expect(page.locator(META)).to_contain_text("已载入的部分中共")
    answered(page, "阅读")
    assert documents(page).count() > 0


def test_an_outdated_manifest_is_fetched_anew(open_site: Open, broken_site: Path, scheme: str) -> None:
    """A browser may hold the manifest of an earlier build, whose files are gone."""
    if scheme == "file":
        return  # nothing is cached from disk
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
