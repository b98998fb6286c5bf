"""Reading a folder: what is a text, what is told to the keeper, and in which order."""

import os
import sys
from pathlib import Path

import pytest

from hujian.errors import ContentError
from hujian.read import folder as folder_module
from hujian.read import read_folder

TEXT = "阅览室开放通知\n　　从下周起，阅览室每天开放到晚上九点。\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder outside of which there is something, too."""
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def put(folder: Path, *names: str, data: bytes = TEXT.encode()) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def codes(folder: Path) -> set[tuple[str, str]]:
    return {(finding.code, finding.source) for finding in read_folder(folder).findings}


def paths(folder: Path) -> list[str]:
    return [source.path for source in read_folder(folder).sources]


def test_texts_come_in_code_point_order_of_their_paths(content: Path) -> None:
    put(content, "b.txt", "a/z.txt", "a.txt", "a-b.TXT", "丙.txt", "乙/甲.txt", "Z.text")
    assert paths(content) == sorted(["b.txt", "a/z.txt", "a.txt", "a-b.TXT", "丙.txt", "乙/甲.txt", "Z.text"])


def test_the_disks_order_does_not_matter(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(content, "b.txt", "a/z.txt", "c.txt", "a/b.txt")
    expected = read_folder(content)
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: list(real(path))[::-1])
    assert read_folder(content) == expected


def test_pages_pictures_and_keepers_files_are_not_texts(content: Path) -> None:
    put(content, "index.md", "logo.png", "style/site.css", "catalog.csv", "formulations.txt", "cleaning.toml")
    put(content, "addresses.lock.json", ".git/x.txt", "Thumbs.db", "desktop.ini", "~$稿.docx", ".hidden.txt")
    found = read_folder(content)
    assert (found.sources, found.quarantined, found.findings) == ((), (), ())
    assert {file.path: file.reason for file in found.unpublished} == {
        **dict.fromkeys(
            ["catalog.csv", "formulations.txt", "cleaning.toml", "addresses.lock.json"], "编目员的工作文件"
        ),
        **dict.fromkeys([".git", "Thumbs.db", "desktop.ini", "~$稿.docx", ".hidden.txt"], "系统或隐藏文件"),
    }


def test_every_file_that_is_not_published_is_listed_with_its_reason(content: Path) -> None:
    put(content, "a.txt", "b.docx", "c", "index.md")
    put(content, "坏.txt", data=bytes(range(256)))
    (content / "链.txt").symlink_to(content.parent / "nowhere")
    found = [file for file in read_folder(content).unpublished if not file.on_purpose]
    assert [file.path for file in found] == ["b.docx", "c", "坏.txt", "链.txt"]
    assert all(file.reason for file in found)


def test_a_text_named_like_a_keepers_file_in_a_subfolder_is_a_text(content: Path) -> None:
    put(content, "市/formulations.txt")
    assert paths(content) == ["市/formulations.txt"]


@pytest.mark.parametrize(
    "name", ["稿.doc", "稿.docx", "稿.pdf", "表.xlsx", "稿.wps", "没有扩展名", "稿.2023年"]
)
def test_formats_that_cannot_be_read_are_told_with_the_remedy(content: Path, name: str) -> None:
    put(content, name)
    (finding,) = read_folder(content).findings
    assert (finding.code, finding.source) == ("unsupported-format", name)
    assert "另存为" in finding.remedy


def test_undecodable_files_are_quarantined_and_told(content: Path) -> None:
    put(content, "坏.txt", data=bytes(range(256)) * 10)
    folder = read_folder(content)
    assert [file.path for file in folder.quarantined] == ["坏.txt"]
    assert codes(content) == {("undecodable", "坏.txt")}


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\ufeff\u3000\u3000\n\u2060".encode()])
def test_an_empty_file_is_no_text_and_told_once(content: Path, data: bytes) -> None:
    put(content, "空.txt", data=data)
    assert paths(content) == []
    assert codes(content) == {("empty-file", "空.txt")}
    assert [(file.path, file.on_purpose) for file in read_folder(content).unpublished] == [("空.txt", False)]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a disk that keeps case and forbidden names apart")
def test_names_that_another_disk_cannot_hold_are_told(content: Path) -> None:
    put(content, "Report.txt", "report.txt", "caf\u00e9.txt", "cafe\u0301.txt", "fine.txt")
    put(content, "CON.txt", "nul.2.txt", "为什么?.txt", "末尾 /稿.txt", "末点./稿.txt", "console.txt")
    found = codes(content)
    clashing = {source for code, source in found if code == "name-collision"}
    assert clashing == {"Report.txt", "report.txt", "caf\u00e9.txt", "cafe\u0301.txt"}
    refused = {source for code, source in found if code == "name-forbidden"}
    assert refused == {"CON.txt", "nul.2.txt", "为什么?.txt", "末尾 /稿.txt", "末点./稿.txt"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps names that are not UTF-8")
def test_names_that_are_not_utf8_are_told_in_printable_form(content: Path) -> None:
    put(content, os.fsdecode(b"\xd0\xc2\xce\xc4.txt"))
    assert paths(content) == ["%D0%C2%CE%C4.txt"]
    for path in paths(content):
        path.encode("utf-8")


def test_links_inside_are_followed_and_links_out_or_round_are_not(content: Path) -> None:
    put(content, "甲/一.txt")
    put(content.parent, "外.txt")
    (content / "乙").symlink_to(content / "甲")
    (content / "外.txt").symlink_to(content.parent / "外.txt")
    (content / "甲" / "圈").symlink_to(content)
    (content / "断.txt").symlink_to(content / "没有.txt")
    assert paths(content) == ["乙/一.txt", "甲/一.txt"]
    told = {source for code, source in codes(content) if code == "unreadable"}
    assert told == {"外.txt", "甲/圈", "乙/圈", "断.txt"}


def test_links_to_each_other_end(content: Path) -> None:
    put(content, "a/x.txt", "b/y.txt")
    (content / "a" / "b").symlink_to(content / "b")
    (content / "b" / "a").symlink_to(content / "a")
    assert "a/b/y.txt" in paths(content)


def test_a_pipe_is_not_opened(content: Path) -> None:
    os.mkfifo(content / "管.txt")
    assert codes(content) == {("unreadable", "管.txt")}


def test_a_file_that_cannot_be_opened_is_told_and_the_rest_is_read(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(content, "锁.txt", "好.txt")
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "锁.txt":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert paths(content) == ["好.txt"]
    assert codes(content) == {("unreadable", "锁.txt")}


def test_a_giant_file_is_told_and_not_read(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(content, "大.txt")
    monkeypatch.setattr(folder_module, "MAX_BYTES", 10)
    assert codes(content) == {("too-large", "大.txt")}


def test_a_missing_folder_is_a_content_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="找不到内容文件夹") as caught:
        read_folder(tmp_path / "没有")
    assert "--content" in caught.value.remedy
