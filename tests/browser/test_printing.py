"""A text on paper, in the manner of GB/T 9704: printed to PDF by Chromium and read back."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from hujian.fold import letters_of

from .conftest import Open
from .oracle import lines

NAME = "texts/2024-03-national.html"
A4 = (595, 842)  # points
ENDNOTE = re.compile(r"〔(\d+)〕")
RADICAL = re.compile("[\u2e80-\u2eff]")  # fonts draw them and letters alike; a PDF may tell either
UNSURE = "ㄅ"  # stands for such a letter
PARALLELS = re.compile(f"\n互[见{UNSURE}]\n")


def printed(page: Page) -> list[str]:
    """Text of the printed sheets, in the characters that the text itself uses."""
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    sheets = PdfReader(io.BytesIO(data)).pages
    assert {(round(s.mediabox.width), round(s.mediabox.height)) for s in sheets} == {A4}
    return [RADICAL.sub(UNSURE, unicodedata.normalize("NFKC", sheet.extract_text())) for sheet in sheets]


def stands(wording: str, text: str) -> bool:
    """Whether the letters of a wording stand in a printed text."""
    letters = letters_of(unicodedata.normalize("NFKC", wording))
    return re.search("".join(f"[{letter}{UNSURE}]" for letter in letters), letters_of(text)) is not None


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "plain"])
def test_a_text_is_printed_whole_with_its_parallels_as_endnotes(
    open_site: Open, sample_site: Path, scripts: bool
) -> None:
    reader = open_site(sample_site, java_script_enabled=scripts, color_scheme="dark")
    page = reader.open(NAME)
    if scripts:
        expect(page.locator("[data-switches] button").first).to_be_visible()
    sheets = printed(page)
    for number, sheet in enumerate(sheets, 1):
        assert f"— {number} —" in sheet
    whole = re.sub(r"— \d+ —", "", "\n".join(sheets))
    text, rest = PARALLELS.split(whole)
    for line in lines(sample_site)[NAME]:
        assert stands(line, ENDNOTE.sub("", text))
    marks = [int(n) for n in ENDNOTE.findall(text)]
    assert marks == list(range(1, len(marks) + 1))
    assert sorted(int(n) for n in ENDNOTE.findall(rest)) == marks  # read back in the order of drawing
    assert len(marks) == page.locator(".hj-notes > li").count() > 5
    for ours in ("检索全文", "打印", "目录", "提法的线", "复制", "首页"):
        assert ours not in whole


def test_an_endnote_tells_of_the_paragraph_that_it_is_marked_at(open_site: Open, sample_site: Path) -> None:
    page = open_site(sample_site).open(NAME)
    targets = page.locator(".hj-note").evaluate_all("all => all.map(e => e.hash.slice(1))")
    assert targets == page.locator(".hj-notes > li").evaluate_all("all => all.map(e => e.id)")


def test_paper_is_white_set_in_official_size_and_folds_close_again(
    open_site: Open, sample_site: Path
) -> None:
    reader = open_site(sample_site, color_scheme="dark")
    page = reader.open(NAME)
    expect(page.locator("[data-switches] button").first).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    style = "(e, name) => getComputedStyle(e)[name]"
    body = page.locator(".hj-body")
    assert body.evaluate(style, "fontSize") == "21px"  # 三号, 15.75 pt
    assert body.evaluate(style, "fontFamily").startswith("FangSong")
    assert body.evaluate(style, "color") == "rgb(0, 0, 0)"
    assert page.locator("body").evaluate(style, "backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".hj-body .hj-h--1").first.evaluate(style, "fontWeight") == "400"
    for hidden in (".md-header", ".md-tabs", ".hj-tools", ".hj-coverage", ".hj-bar"):
        expect(page.locator(hidden).first).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".hj-notes summary").first.click()
    page.pdf()
    expect(page.locator(".hj-notes details[open]")).to_have_count(1)


def test_two_texts_are_printed_beside_each_other(open_site: Open, sample_site: Path) -> None:
    page = open_site(sample_site).open("overview.html")
    page.locator(".hj-matrix a").first.click()
    expect(page.locator(".hj-column")).to_have_count(2)
    ends = [column.locator("p").last.inner_text() for column in page.locator(".hj-column").all()]
    whole = "".join(printed(page))
    assert all(stands(end, whole) for end in ends)


def test_results_are_printed_without_what_only_a_screen_can_use(open_site: Open, sample_site: Path) -> None:
    page = open_site(sample_site).open("search.html?q=%E5%86%9C%E5%AE%B6%E4%B9%A6%E5%B1%8B")  # 农家书屋
    expect(page.locator("input[type=checkbox][data-value]").first).to_be_attached()
    whole = "".join(printed(page))
    assert stands("农家书屋", whole)
    assert re.search(r"共 \d+ 篇 \d+ 处", whole)
    for ours in ("存为表格", "缩小范围", "层级", "展开其余"):
        assert not stands(ours, whole), ours
