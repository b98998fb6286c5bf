"""Texts are data: whatever stands in them or in their names, it is shown and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import build, call_hujian, run_hujian
from hujian.cli.commands import COMMANDS

NASTY = {
    "脚本.txt": "<script>alert(1)</script>\n<img src=x onerror=alert(2)>\n</p></article><h1>不是标题</h1>\n",
    "模板.txt": "{{ 7 * 7 }} {% raw %} {# 注 #}\n{{ config }}\n[TOC]\n"
    "---\ntitle: 不是元数据\n---\n正文一段。\n",
    "标记.txt": "# 井号\n* 星号\n1. 编号\n> 引用\n    缩进\n```\n代码\n```\n"
    "| 表 | 格 |\n|---|---|\n[链接](http://例.中国)\n",
    "字符.txt": "零宽\u200b空格，双向\u202e反写\u202c，组合e\u0301，"
    "表情👩\u200d👩\u200d👧，罕字𠮷𪚥，私用\ue000，行\u2028分隔。\n",
    "控制.txt": "各级各部门要认真学习，抓好落实。\x07\n"
    "组织部门要带头做到，不能例外\x1b[31m。\n一页完了\x0c另一页开始\x7f。\n",
    "结束.txt": "</textarea></title></style>--><!--]]>\n<!-- 注释 -->\n&lt;&amp;&#60;&#x3c;\n",
    "极长.txt": "长" * 20000 + "。\n" + "，".join(["重复的话要多说几遍才记得住"] * 200) + "。\n",
    "只有标点.txt": "，。！？\n……\n——\n",
    "一字.txt": "一",
    "a#b?c%20d&e'f.txt": "名称里有各种符号，网址也要能打开。\n",
    "深/层/文件 夹/x y.txt": "子文件夹里的文本，名称带空格。\n",
    "index.txt": "名叫 index 的文本不能占了目录页。\n",
    "<img src=x onerror=alert(3)>'&amp;.txt": "名称是标记的文本，名称也只是名称。\n",
    "[甲](b) *c* `d`/<b>夹</b>.txt": "文件夹的名称也可以是标记。\n",
    "标题.txt": "关于<b onclick=f>印发</b>的通知\n各单位：\n现予印发。\n",
    "con.txt": "Windows 不许的名称。\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("hostile") / "content"
    for name, text in NASTY.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(text.encode("utf-8"))
    (content / "空.txt").write_bytes(b"")
    (content / "空白.txt").write_bytes("　\n \n\t\n".encode())
    return content


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    return build(folder, folder.parent / "site")


def test_everything_is_published_or_accounted_for(folder: Path, site: Path) -> None:
    done = run_hujian("verify", site, "--content", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (
        len(list((site / "texts").glob("*.html"))) == len(NASTY) + 1
    )  # and the list page; the empty ones are none


def test_no_text_becomes_markup(site: Path) -> None:
    for page in site.rglob("*.html"):
        parsed = LexborHTMLParser(page.read_text("utf-8"))
        assert not parsed.css("[onerror], article script, .hj-body img, .hj-body li, .hj-body code")
        assert len(parsed.css("article.hj-doc")) <= 1
        assert all("alert" not in s.text() for s in parsed.css("script"))


def test_a_heading_in_a_text_is_no_heading_of_a_page(site: Path) -> None:
    """The text's own title holds the markup, and is shown to the letter, where it is the page's title."""
    title = "</p></article><h1>不是标题</h1>"
    found = [
        (page.parent.name, heading.text())
        for page in site.rglob("*.html")
        for heading in LexborHTMLParser(page.read_text("utf-8")).css("h1")
        if "不是标题" in heading.text()
    ]
    assert found == [("texts", title)]


def test_templates_in_texts_stay_as_they_are(site: Path) -> None:
    pages = [p.read_text("utf-8") for p in (site / "texts").glob("mu-ban-*.html")]
    assert len(pages) == 1
    assert "{{ 7 * 7 }} {% raw %} {# 注 #}" in pages[0]


def test_no_control_or_replacement_character_is_published(site: Path) -> None:
    for page in [*(site / "texts").glob("*.html"), *(site / "files").glob("*.txt")]:
        if ".original." not in page.name:
            text = page.read_text("utf-8")
            assert not set(text) & {*map(chr, range(32)), "\x7f", "�", "\u202e"} - {"\n", "\t"}


def test_a_title_with_markup_is_shown_as_it_is(site: Path) -> None:
    title = "关于<b onclick=f>印发</b>的通知"
    pages = [LexborHTMLParser(p.read_text("utf-8")) for p in (site / "texts").glob("biao-ti-*.html")]
    assert title in [h.text() for page in pages for h in page.css("h1")]
    for name in ("index.html", "texts/index.html", "cleaning/index.html"):
        page = LexborHTMLParser((site / name).read_text("utf-8"))
        assert title in [a.text() for a in page.css("article a")], name
        assert not page.css("[onclick]")


def test_a_name_with_markup_is_shown_as_it_is(site: Path) -> None:
    report = LexborHTMLParser((site / "cleaning" / "index.html").read_text("utf-8"))
    paths = {cell.text() for cell in report.css(".hj-path")}
    assert {"<img src=x onerror=alert(3)>'&amp;.txt", "[甲](b) *c* `d`/<b>夹</b>.txt"} <= paths
    assert not report.css("article img, article td b, article td em")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "serve"])
def test_every_command_takes_an_empty_folder(name: str, tmp_path: Path) -> None:
    content, site = tmp_path / "空", tmp_path / "site"
    content.mkdir()
    extra: dict[str, list[str | Path]] = {
        "build": ["--site", site],
        "export": [tmp_path / "out"],
        "verify": [site],
    }
    if name == "verify":
        assert call_hujian("build", "--content", content, "--site", site).returncode == 0
    done = call_hujian(name, *extra.get(name, []), "--content", content)
    assert (done.returncode, done.stderr) == (0, "")
    if name == "build":
        assert "里没有可刊出的文本；请放入 .txt 文件" in done.stdout


def test_no_link_leads_out_of_the_folder_or_round_in_circles(tmp_path: Path) -> None:
    outside, content = tmp_path / "outside", tmp_path / "content"
    for folder in (outside, content / "own"):
        folder.mkdir(parents=True)
        (folder / "page.md").write_text("# 外面的一页\n", "utf-8")
        (folder / "secret.json").write_text('{"password": 1}', "utf-8")
    (content / "a.txt").write_text("一段文字。\n", "utf-8")
    (content / "etc").symlink_to(outside)
    (content / os.fsdecode(b"\xff")).symlink_to(outside)
    (content / "logo.json").symlink_to(outside / "secret.json")
    (content / "again").symlink_to(content)
    (content / "inside").symlink_to("own")
    os.mkfifo(content / "pipe.md")
    site = build(content, tmp_path / "site")
    published = {
        p.relative_to(site).as_posix() for p in site.rglob("*") if p.name in {"page.html", "secret.json"}
    }
    assert published == {
        f"{folder}/{name}" for folder in ("own", "inside") for name in ("page.html", "secret.json")
    }
    assert not (site / "logo.json").exists()
