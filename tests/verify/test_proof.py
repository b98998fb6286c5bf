"""verify finds whatever was done to a site behind our back, and says where."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import call_hujian
from hujian.model import Edit
from hujian.store import SiteFolder
from hujian.verify import prove
from making import make_collection, make_document

A = "各级图书馆要把读者放在首位，努力做好阅读推广工作，让更多的人走进图书馆。"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with texts, an undecodable file and a lock, and its site beside it."""
    root = tmp_path_factory.mktemp("whole")
    (root / "content").mkdir()
    for name in ("a", "b"):
        (root / "content" / f"{name}.txt").write_text(
            f"在会议上的讲话{name}\n　　{A}\n\n谢谢大家。\n", "utf-8"
        )
    (root / "content" / "坏.txt").write_bytes(bytes(range(256)))
    assert call_hujian("lock", "--content", root / "content").returncode == 0
    assert call_hujian("build", "--content", root / "content", "--site", root / "site").returncode == 0
    return root


def checked(root: Path) -> tuple[int, str]:
    done = call_hujian("verify", root / "site", "--content", root / "content")
    return done.returncode, done.stdout


def test_a_whole_site_is_proved(whole: Path) -> None:
    code, told = checked(whole)
    assert code == 0, told
    assert told.startswith("核对无误：")


def rewrite(path: str, old: str, new: str) -> Callable[[Path], None]:
    def damage(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return damage


DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "a character is gone": (
        rewrite("site/texts/a.html", "谢谢大家", "谢谢大"),
        "texts/a.html#p3：页面上的文字",
    ),
    "an anchor is gone": (rewrite("site/texts/a.html", " id=p2", ""), "texts/a.html#p2：登记过的地址不存在"),
    "a page is gone": (
        lambda root: (root / "site/texts/b.html").unlink(),
        "texts/b.html：登记过的地址没有页面",
    ),
    "the clean text has a line end more": (
        lambda root: (root / "site/files/a.txt").write_bytes(
            (root / "site/files/a.txt").read_bytes() + b"\n"
        ),
        "files/a.txt：与清洗后的文本不一致",
    ),
    "an original is changed": (
        lambda root: (root / "site/files/a.original.txt").write_bytes(b""),
        "files/a.original.txt：与原文件 a.txt 不一致",
    ),
    "an unreadable file is gone": (
        lambda root: (root / "site/files/quarantine-1.bin").unlink(),
        "files/quarantine-1.bin：与原文件 坏.txt 不一致",
    ),
    "a script comes from elsewhere": (
        rewrite("site/index.html", "</body>", '<script src="//例.中国/x.js"></script></body>'),
        "index.html：会从别处加载",
    ),
    "a link leads nowhere": (
        rewrite("site/index.html", "</body>", '<a href="texts/none.html">无</a></body>'),
        "index.html：链接 texts/none.html 指向的页面不存在",
    ),
    "a fragment leads nowhere": (
        rewrite("site/index.html", "</body>", '<a href="texts/a.html#none">无</a></body>'),
        "index.html：链接 texts/a.html#none 指向的位置不存在",
    ),
    "a link needs a server": (
        rewrite("site/index.html", "</body>", '<a href="/texts/a.html">无</a></body>'),
        "不是相对地址",
    ),
    "the text has changed since": (
        rewrite("content/a.txt", "谢谢大家", "谢谢各位"),
        "texts/a.html#p4：页面上的文字",
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_listed_and_fails(name: str, whole: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(whole, root)
    damage, words = DAMAGE[name]
    damage(root)
    code, told = checked(root)
    assert code == 5
    assert any(line.startswith(words) or words in line for line in told.splitlines()), told


def test_a_text_that_does_not_give_its_bytes_back_is_found(tmp_path: Path) -> None:
    document = make_document("一二三四")
    other = replace(document.clean.source, data=document.clean.source.data + b"\n")
    collection = make_collection(replace(document, clean=replace(document.clean, source=other)))
    problems = prove(SiteFolder(tmp_path), collection, {}).problems
    assert "a.txt：解码后的文字不能还原为原文件的字节。" in problems


def test_a_folder_that_is_no_site_is_told_at_once(whole: Path, tmp_path: Path) -> None:
    done = call_hujian("verify", tmp_path, "--content", whole / "content")
    assert (done.returncode, done.stdout) == (3, "")
    assert "不是 hujian 生成的网站" in done.stderr


@pytest.mark.parametrize(
    "edits",
    [
        (),  # a character is missing from the clean text, and no entry says so
        (Edit("x", "auto", 2, 3, "别", "", "字不对"),),
        (Edit("x", "auto", 1, 3, "二三", "", "多说了一个"),),
    ],
)
def test_a_character_without_a_ledger_entry_is_found(edits: tuple[Edit, ...], tmp_path: Path) -> None:
    document = make_document("一二三四")
    clean = replace(document.clean, text="一二四", ledger=edits)
    shorter = replace(document.paragraphs[0], end=3)
    collection = make_collection(replace(document, clean=clean, paragraphs=(shorter,)))
    problems = prove(SiteFolder(tmp_path), collection, {}).problems
    assert any("既未刊出，也没有清洗记录" in problem for problem in problems)
    right = replace(clean, ledger=(Edit("x", "auto", 2, 3, "三", "", "去掉了"),))
    collection = make_collection(replace(document, clean=right, paragraphs=(shorter,)))
    assert not any("清洗记录" in problem for problem in prove(SiteFolder(tmp_path), collection, {}).problems)
