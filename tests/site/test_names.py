"""What a site is called, and its page for addresses that do not exist."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, call_hujian


def built(content: Path, site: Path, *settings: str) -> Path:
    lines = (ROOT / "mkdocs.yml").read_text("utf-8").replace("overrides", str(ROOT / "overrides"))
    config = site.parent / "mkdocs.yml"
    config.write_text("\n".join([lines, *settings]), "utf-8")
    done = call_hujian("build", "--content", content, "--site", site, "--config", config)
    assert done.returncode == 0, done.stderr
    return site


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name).read_text("utf-8"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "市馆<b>讲话&集 *2024*"
    folder.mkdir()
    (folder / "a.txt").write_text("一段文字。\n", "utf-8")
    return folder


def test_a_folder_without_home_page_gives_its_name_and_no_markup(content: Path, tmp_path: Path) -> None:
    site = built(content, tmp_path / "site")
    home = page(site, "index.html")
    assert home.css_first("h1").text().strip("¶ ") == "市馆＜b＞讲话＆集 *2024*"
    assert home.css_first("title").text() == "市馆＜b＞讲话＆集 *2024*"
    assert not home.css("h1 b, h1 em, header b")


def test_the_home_page_names_the_site_on_every_page(content: Path, tmp_path: Path) -> None:
    (content / "index.md").write_text(
        "# 云麓讲话集\n\n这里收的是本市图书馆历年的讲话和通知。\n", "gb18030"
    )  # as Notepad may save it
    site = built(content, tmp_path / "site")
    assert page(site, "index.html").css_first("title").text() == "云麓讲话集"
    assert page(site, "texts/a.html").css_first("title").text().endswith(" - 云麓讲话集")
    assert "云麓讲话集" in page(site, "404.html").css_first("title").text()


def test_a_name_in_mkdocs_yml_wins(content: Path, tmp_path: Path) -> None:
    lines = (ROOT / "mkdocs.yml").read_text("utf-8").replace("overrides", str(ROOT / "overrides"))
    config = tmp_path / "mkdocs.yml"
    config.write_text(lines.replace("site_name: 互见", "site_name: 自定的名称"), "utf-8")
    done = call_hujian("build", "--content", content, "--site", tmp_path / "site", "--config", config)
    assert done.returncode == 0, done.stderr
    assert page(tmp_path / "site", "index.html").css_first("title").text() == "自定的名称"


def test_the_page_for_unknown_addresses_depends_on_no_place(content: Path, tmp_path: Path) -> None:
    lost = page(built(content, tmp_path / "site"), "404.html")
    assert [node.attributes["href"] for node in lost.css("[href]")] == ["data:,"]  # asks for no favicon
    assert not lost.css("[src], [style]")
    assert (len(lost.css("style")), len(lost.css("script"))) == (1, 1)


@pytest.mark.parametrize("url", ["https://intranet.example/", "https://intranet.example/hujian/"])
def test_the_page_for_unknown_addresses_leads_home_from_any_depth(
    url: str, content: Path, tmp_path: Path
) -> None:
    lost = page(built(content, tmp_path / "site", f"site_url: {url}"), "404.html")
    (link,) = (node.attributes["href"] or "" for node in lost.css("a[href]"))
    for here in ("nowhere.html", "texts/deep/er/nowhere.html"):
        assert urljoin(urljoin(url, here), link) == urljoin(url, "index.html")
