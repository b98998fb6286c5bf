"""What a reader takes from a text: references, quotations, clippings, links to a paragraph."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from .conftest import Open, Reader
from .reading import SHARED, TEXT, ready


def test_the_whole_reference_stands_ready(reader: Reader) -> None:
    page = reader.open(f"{TEXT}?h=阅读#p3")
    ready(page)
    cited = page.locator(".hj-citation")
    # From disk without an address: where a folder lies there is no address for anyone else.
    address = r" http\S+/2024-03-national\.html\." if reader.base.startswith("http") else ""
    whole = rf"^沈知远\. .+\[EB/OL\]\. \(2024-03-12\)\[\d{{4}}-\d\d-\d\d\]\.{address}$"
    expect(cited).to_have_text(re.compile(whole))
    page.locator(".hj-cite").get_by_role("button", name="复制").click()
    expect(page.locator(".hj-said")).to_contain_text("已复制引文")


def test_clippings_are_taken_away_by_keyboard_one_after_the_other(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    for number, paragraph in enumerate(("#p4", "#p5", "#p6"), 1):
        page.evaluate(SELECT, [paragraph, paragraph])
        page.get_by_role("toolbar").get_by_role("button", name="加入摘录").click()
        expect(page.get_by_role("button", name=f"摘录 {number}")).to_be_visible()
    page.get_by_role("button", name="摘录 3").click()
    basket = page.get_by_role("dialog")
    basket.get_by_role("button", name="移除").nth(1).focus()
    for left in (2, 1):
        page.keyboard.press("Enter")
        expect(basket.locator("li")).to_have_count(left)
        expect(basket.locator("li button:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(basket).to_be_hidden()


def test_citing_searching_and_clipping_what_is_selected(open_site: Open, sample_site: Path) -> None:
    reader = open_site(sample_site)
    if reader.base.startswith("http"):
        reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.open(TEXT)
    ready(page)
    page.locator("#p4").evaluate(
        """p => { const s = getSelection(), r = document.createRange(); r.selectNodeContents(p);
                  s.removeAllRanges(); s.addRange(r); }"""
    )
    bar = page.get_by_role("toolbar")
    expect(bar).to_be_visible()
    wording = page.locator("#p4").evaluate(
        """p => { const c = p.cloneNode(true);
                  c.querySelectorAll('.hj-note, .hj-pn').forEach(e => e.remove());
                  return c.textContent; }"""
    )
    query = bar.get_by_role("link", name="查此提法").get_attribute("href") or ""
    assert "search.html?q=" in query
    bar.get_by_role("button", name="复制引文").click()
    expect(page.locator(".hj-said")).to_contain_text("已复制")
    if reader.base.startswith("http"):
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(f"“{wording}”（沈知远. ")
        assert re.search(r"\[EB/OL\]\. 第4段\(2024-03-12\)\[\d{4}-\d\d-\d\d\]\. http.*#p4\.）$", copied)
    page.mouse.wheel(0, 4000)
    expect(bar).to_be_hidden()
    page.mouse.wheel(0, -4000)
    bar.get_by_role("button", name="加入摘录").click()
    page.goto(f"{reader.base}/index.html")
    page.get_by_role("button", name="摘录 1").click()
    expect(page.get_by_role("dialog")).to_contain_text(wording[:20])
    with page.expect_download() as saved:
        page.get_by_role("button", name="存为Markdown").click()
    assert wording[:6] in saved.value.path().read_text("utf-8")
    page.get_by_role("dialog").get_by_role("button", name="清空").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_copying_without_a_clipboard_keeps_what_is_selected(open_site: Open, sample_site: Path) -> None:
    """A plain http server of an intranet gives a page no clipboard."""
    reader = open_site(sample_site)
    reader.context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = reader.open(TEXT)
    ready(page)
    page.locator("#p4").select_text()
    bar = page.get_by_role("toolbar")
    bar.get_by_role("button", name="复制引文").click()
    expect(page.locator(".hj-said")).to_contain_text("已复制")
    assert page.evaluate("getSelection().toString().length") > 0
    bar.get_by_role("button", name="加入摘录").click()
    expect(page.get_by_role("button", name="摘录 1")).to_be_visible()


def test_a_paragraph_number_copies_a_permanent_link(reader: Reader) -> None:
    page = reader.open(f"{TEXT}?h=阅读")
    ready(page)
    paragraph = page.locator(SHARED)
    paragraph.hover()
    number = paragraph.locator(".hj-pn")
    expect(number).to_have_css("opacity", "1")
    number.click()
    expect(page.locator(".hj-said")).to_contain_text("第 8 段的网址")
    assert page.url.endswith(SHARED)


SELECT = """([from, to]) => {
  const [a, b] = [document.querySelector(from), document.querySelector(to)];
  a.scrollIntoView();
  getSelection().setBaseAndExtent(a, 0, b, b.childNodes.length);
}"""


def quoted(page: Page, start: str, end: str) -> tuple[str, str]:
    """What is clipped when the reader selects from one element to another: the wording and its source."""
    page.evaluate(SELECT, [start, end])
    page.get_by_role("toolbar").get_by_role("button", name="加入摘录").click()
    expect(page.locator(".hj-said")).to_have_text("已加入摘录")
    page.get_by_role("button", name="摘录 1").click()
    kept = page.get_by_role("dialog").locator("li").first
    texts = kept.locator("blockquote").inner_text(), kept.locator("p").inner_text()
    page.get_by_role("dialog").get_by_role("button", name="清空").click()
    return texts


def test_only_the_text_is_quoted_however_far_the_selection_reaches(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    wording, source = quoted(page, ".hj-title .hj-line", "#p4")
    assert page.title().startswith(wording)
    assert " 第" not in source
    last = page.locator(".hj-body > .hj-p").last
    number = last.locator(".hj-pn").text_content()
    wording, _ = quoted(page, f"#p{number}", "#hujian")
    assert (
        last.evaluate("e => e.textContent").removeprefix(number or "").removesuffix("互").strip() == wording
    )


def test_a_quotation_of_several_paragraphs_names_the_first_and_the_last(reader: Reader) -> None:
    page = reader.open(TEXT)
    ready(page)
    assert " 第4—6段" in quoted(page, "#p4", "#p6")[1]
    assert " 第4段" in quoted(page, "#p4", "#p4")[1]
