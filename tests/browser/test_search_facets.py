"""Narrowing by speaker, by keyboard too; tables that lead back to their places; hyphens that exclude."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Page, expect

from hujian.fold import letters_of

from .conftest import Open
from .oracle import count
from .searching import NOW, documents
from .test_search_page import META, facet, shown

SPEAKERS = "[data-dimension=speaker]"


def table(page: Page, file: Path) -> list[dict[str, str]]:
    """Rows of the table that the page saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name="存为表格").click()
    download.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def test_speakers_narrow_together_and_by_keyboard(open_site: Open, tiered_site: Path, tmp_path: Path) -> None:
    page = open_site(tiered_site).open(f"search.html?q={quote('阅读')}")
    whole = shown(page)
    (one, of_one), (other, of_other) = facet(page, "speaker"), facet(page, "speaker", 1)
    assert one
    assert other
    page.locator(f"{SPEAKERS} input[data-value='{one}']").focus()
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("speaker="))
    assert shown(page)[0] == of_one
    for document in documents(page).all():
        expect(document.locator(".hj-search__facts")).to_contain_text(one)
    page.locator(f"{SPEAKERS} input[data-value='{other}']").check()  # speakers widen one another
    page.wait_for_url(re.compile("speaker=.*speaker="))
    narrowed = shown(page)
    assert narrowed[0] == of_one + of_other
    assert parse_qs(urlsplit(page.url).query)["speaker"] == [one, other]
    page.reload()
    assert shown(page) == narrowed
    rows = table(page, tmp_path / "table.csv")
    assert len(rows) == narrowed[1]
    assert {row["讲话人"] for row in rows} == {one, other}
    for speaker in (one, other):
        page.locator(f"{SPEAKERS} input[data-value='{speaker}']").focus()
        page.keyboard.press("Space")
        expect(page.locator(f"{SPEAKERS} input[data-value='{speaker}']")).not_to_be_checked()
    page.wait_for_url(re.compile(r"q=[^&]*$"))
    assert shown(page) == whole


def test_a_table_leads_to_its_places(open_site: Open, tiered_site: Path, tmp_path: Path) -> None:
    page = open_site(tiered_site).open(f"search.html?q={quote('农家书屋')}")
    found = shown(page)
    rows = table(page, tmp_path / "table.csv")
    assert len(rows) == found[1]
    assert len({row["地址"] for row in rows}) == len(rows)  # every place has one of its own
    for row in (rows[0], rows[-1]):
        page.goto(row["地址"])
        expect(page.locator(NOW).first).to_be_visible()
        assert letters_of("".join(page.locator(NOW).all_inner_texts())) == "农家书屋"
        paragraph = letters_of(page.locator(f"#{row['段落']}").inner_text())
        context = letters_of(row["前文"] + row["所查字句"] + row["后文"])
        assert context in paragraph


def test_every_hyphen_excludes(open_site: Open, tiered_site: Path) -> None:
    page = open_site(tiered_site).open("search.html")
    expected = count(tiered_site, "阅读", without=("农家书屋",))
    assert 0 < expected.documents < count(tiered_site, "阅读").documents
    for hyphen in "-－":
        page.goto(re.sub(r"\?.*", "", page.url) + f"?q={quote(f'阅读 {hyphen}农家书屋')}")
        expect(page.locator(META)).to_have_text(f"共 {expected.documents} 篇 {expected.places} 处")
