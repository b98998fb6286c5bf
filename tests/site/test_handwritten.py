"""Hand-written pages: what is wrong with them is told in Chinese, once, and nothing is lost silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import call_hujian, run_hujian


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "文本"
    content.mkdir()
    (content / "a.txt").write_text("在会议上的讲话\n同志们：\n各级图书馆要把读者放在首位。\n", "utf-8")
    return content


def test_a_broken_link_is_told_once_and_fails_under_strict(folder: Path, tmp_path: Path) -> None:
    (folder / "关于.md").write_text("# 关于\n\n[甲](无.md) ![乙](无.png)\n", "utf-8")
    done = run_hujian("build", "--content", folder, "--site", tmp_path / "site")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        f"提醒：手写页面 关于.md 里的链接 {link} 指向不存在的文件，请改正。" for link in ("无.md", "无.png")
    ]
    assert call_hujian("lock", "--content", folder).returncode == 0
    (folder / "catalog.csv").write_text("文件,日期\na.txt,-\n", "utf-8")
    done = call_hujian("build", "--strict", "--content", folder, "--site", tmp_path / "strict")
    assert done.returncode == 4
    assert not (tmp_path / "strict").exists()


@pytest.mark.parametrize("name", ["texts/index.md", "texts/a.md", "formulations/index.md"])
def test_a_page_in_the_place_of_a_generated_one_is_refused(name: str, folder: Path, tmp_path: Path) -> None:
    (folder / name).parent.mkdir()
    (folder / name).write_text("# 我的\n", "utf-8")
    done = run_hujian("build", "--content", folder, "--site", tmp_path / "site")
    assert done.returncode == 3
    assert (
        done.stderr
        == f"错误：手写页面 {name} 与生成的页面同名，不能同时刊出。请给它改名，或移到别的文件夹。\n"
    )


def test_a_readme_is_the_home_page_where_there_is_no_index(folder: Path, tmp_path: Path) -> None:
    (folder / "README.md").write_text("# 讲话集\n\n说明。\n", "utf-8")
    done = call_hujian("build", "--content", folder, "--site", tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert "<title>讲话集</title>" in (tmp_path / "site" / "index.html").read_text("utf-8")
    (folder / "index.md").write_text("# 首页\n", "utf-8")
    done = call_hujian("build", "--content", folder, "--site", tmp_path / "site")
    assert done.stderr == "提醒：README.md 与 index.md 是同一页，没有刊出 README.md。\n"


def test_a_mistake_is_told_once_in_a_real_process(folder: Path, tmp_path: Path) -> None:
    (folder / "catalog.csv").write_bytes(bytes(range(256)))
    done = run_hujian("build", "--content", folder, "--site", tmp_path / "site")
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert done.stderr.startswith("错误：无法辨认 catalog.csv 的编码：")
    assert "CSV UTF-8" in done.stderr
