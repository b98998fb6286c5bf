"""``hujian catalog`` in a keeper's hands: no correction is ever lost, and --strict can be satisfied."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from conftest import call_hujian

Rows = list[list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "文本"
    content.mkdir()
    text = "同志们：\n各级图书馆要把读者放在首位，努力做好阅读推广工作。\n××乡已经做到。\n"
    (content / "a.txt").write_text(f"在全市阅读工作会议上的讲话\n{text}", "utf-8")
    (content / "b.txt").write_text("在全县图书馆建设会议上的讲话\n同志们：\n要建好县图书馆。\n", "utf-8")
    assert call_hujian("catalog", "--content", content).returncode == 0
    return content


def read(folder: Path) -> Rows:
    return list(csv.reader((folder / "catalog.csv").read_text("utf-8-sig").splitlines()))


def save(folder: Path, rows: Rows) -> bytes:
    """As Excel on a Chinese Windows saves CSV."""
    with (folder / "catalog.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(rows)
    return (folder / "catalog.csv").read_bytes()


def corrected(folder: Path, **cells: str) -> Rows:
    """The table with cells of a.txt's row replaced."""
    rows = read(folder)
    for header, cell in cells.items():
        rows[1][rows[0].index(header)] = cell
    return rows


def outline(folder: Path) -> dict[str, Any]:
    return outlines(folder)[0]


def outlines(folder: Path) -> list[dict[str, Any]]:
    return list(map(json.loads, call_hujian("outline", "--content", folder).stdout.splitlines()))


def findings(folder: Path) -> list[dict[str, Any]]:
    return list(map(json.loads, call_hujian("findings", "--content", folder).stdout.splitlines()))


def test_a_lost_header_is_refused_and_the_table_left_alone(folder: Path) -> None:
    data = save(folder, corrected(folder, 标题="改正的标题")[1:])
    done = call_hujian("catalog", "--content", folder)
    assert done.returncode == 3
    assert done.stderr.startswith("错误：编目表没有表头（找不到“文件”列），整张表都没有用上。为免丢失")
    assert len(done.stderr.splitlines()) == 1
    assert (folder / "catalog.csv").read_bytes() == data


def test_an_unknown_header_in_the_place_of_a_known_one_is_refused(folder: Path) -> None:
    rows = corrected(folder, 标题="改正的标题")
    rows[0][1] = "正题名"
    data = save(folder, rows)
    done = call_hujian("catalog", "--content", folder)
    assert done.returncode == 3
    assert "若“正题名”就是这一列，请把表头改回" in done.stderr
    assert (folder / "catalog.csv").read_bytes() == data


@pytest.mark.parametrize(("header", "other"), [("文件", "文件名"), ("标题", "题名"), ("日期", " 时 间 ")])
def test_common_words_for_a_column_are_understood(header: str, other: str, folder: Path) -> None:
    rows = corrected(folder, 标题="改正的标题", 日期="2024-05")
    rows[0][rows[0].index(header)] = other
    save(folder, rows)
    for _ in range(2):  # as it was saved, and as the tool writes it again
        first = outline(folder)
        assert (first["title"], first["date"]) == ("改正的标题", "2024-05")
        assert call_hujian("catalog", "--content", folder).returncode == 0
    assert read(folder)[0][:3] == ["文件", "标题", "日期"]


def test_a_header_that_sorting_moved_is_found(folder: Path) -> None:
    rows = corrected(folder, 标题="改正的标题")
    save(folder, [*rows[1:], rows[0]])
    assert outline(folder)["title"] == "改正的标题"


def test_what_cannot_be_taken_over_is_kept_in_the_earlier_table(folder: Path) -> None:
    rows = corrected(folder, 标题="改正的标题")
    rows.append(["a.txt", "又一个标题", *rows[1][2:]])
    data = save(folder, rows)
    done = call_hujian("catalog", "--content", folder)
    assert done.returncode == 0
    assert "与第 2 行重复" in done.stderr
    assert f"另存为 {folder / 'catalog.csv.bak'}" in done.stderr
    assert (folder / "catalog.csv.bak").read_bytes() == data
    assert outline(folder)["title"] == "改正的标题"
    assert not [f for f in findings(folder) if f["source"].startswith("catalog.csv")]
    other = save(folder, [*rows, ["", "没有文件名"]])
    assert call_hujian("catalog", "--content", folder).returncode == 0
    assert (folder / "catalog.csv.bak").read_bytes() == data  # never overwritten
    assert (folder / "catalog.csv.bak2").read_bytes() == other


@pytest.mark.parametrize("dash", ["-", "－", "——", "不详", "未知"])
def test_a_dash_says_that_the_date_is_unknown(dash: str, folder: Path) -> None:
    assert "no-date" in {f["code"] for f in findings(folder) if f["source"] == "a.txt"}
    save(folder, corrected(folder, 日期=dash))
    for _ in range(2):
        assert "no-date" not in {f["code"] for f in findings(folder) if f["source"] == "a.txt"}
        assert (outline(folder)["date"], outline(folder)["date_basis"]) == (None, "catalog")
        assert call_hujian("catalog", "--content", folder).returncode == 0


def test_the_rows_are_counted_right(folder: Path) -> None:
    rows = read(folder)
    save(folder, [*rows, ["gone.txt", "旧文"]])
    done = call_hujian("catalog", "--content", folder)
    assert "2 篇文本，每篇一行，另有 1 行不是现有的文本。" in done.stdout
    assert len(read(folder)) == 1 + 2 + 1


def test_strict_passes_when_every_finding_is_mended_or_acknowledged(folder: Path, tmp_path: Path) -> None:
    strict = ("build", "--strict", "--content", folder, "--site", tmp_path / "site")
    assert call_hujian("lock", "--content", folder).returncode == 0
    done = call_hujian(*strict)
    assert done.returncode == 4
    *told, last = done.stderr.splitlines()
    assert [line.partition("] ")[0] for line in told] == [
        "a.txt：[没有日期",
        "a.txt：[占位符",
        "b.txt：[没有日期",
    ]
    assert last.startswith("错误：严格模式：有 3 条提示（占位符 1、没有日期 2），没有生成。")
    rows = corrected(folder, 日期="-", 已核="占位符")
    rows[2][rows[0].index("已核")] = "没有日期"
    save(folder, rows)
    done = call_hujian(*strict)
    assert done.returncode == 0, done.stderr
    assert "0 条提示（另有 2 条已核）" in done.stdout
    assert [(f["code"], f["acknowledged"]) for f in findings(folder)] == [
        ("placeholder", True),
        ("no-date", True),
    ]
    assert call_hujian("catalog", "--content", folder).returncode == 0
    assert call_hujian(*strict).returncode == 0  # the tool has not dropped it
    (folder / "a.txt").write_text("在全市阅读工作会议上的讲话\n同志们：\n都做到了。\n", "utf-8")
    assert call_hujian("lock", "--content", folder).returncode == 0
    done = call_hujian(*strict)
    assert done.returncode == 4
    assert "已核落空 1" in done.stderr


def test_a_file_that_is_no_text_can_be_acknowledged(folder: Path) -> None:
    (folder / "c.docx").write_bytes(b"PK")
    save(folder, [*read(folder), ["c.docx", *[""] * 7, "格式不支持"]])
    told = {
        f["code"]: f["acknowledged"] for f in findings(folder) if f["source"] in {"c.docx", "catalog.csv"}
    }
    assert told == {"unsupported-format": True}


def test_corrections_follow_a_renamed_file(folder: Path) -> None:
    save(folder, corrected(folder, 标题="改正的标题", 已核="占位符"))
    (folder / "a.txt").rename(folder / "c.txt")
    assert [r["title"] for r in outlines(folder)][-1] == "改正的标题"
    assert "catalog-merged" in {f["code"] for f in findings(folder)}
    done = call_hujian("catalog", "--content", folder)
    assert "“a.txt”已不在，这一文本现名“c.txt”" in done.stderr
    assert [row[:2] for row in read(folder)[1:]] == [
        ["b.txt", "在全县图书馆建设会议上的讲话"],
        ["c.txt", "改正的标题"],
    ]
    assert not (folder / "catalog.csv.bak").exists()
    assert [r["title"] for r in outlines(folder)][-1] == "改正的标题"
    assert "catalog-merged" not in {f["code"] for f in findings(folder)}


def test_a_renamed_file_whose_row_is_older_than_the_marks_follows_by_the_lock(folder: Path) -> None:
    rows = corrected(folder, 标题="改正的标题")
    rows[1][-1] = rows[1][-1].rpartition(" ")[0]
    save(folder, rows)
    assert call_hujian("lock", "--content", folder).returncode == 0
    (folder / "a.txt").rename(folder / "c.txt")
    assert [r["title"] for r in outlines(folder)][-1] == "改正的标题"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("catalog.csv", "a.txt,改正的标题\n", "没有表头"),
        ("cleaning.toml", "keep = ['.*阅读.*'\n", "第 1 行"),
        ("formulations.txt", "# 名单\n增加 读者放在首位\n", "第 2 行“增加 读者放在首位”看不懂"),
    ],
)
def test_no_site_without_the_corrections_of_a_file_that_cannot_be_used(
    name: str, data: str, told: str, folder: Path, tmp_path: Path
) -> None:
    build = ("build", "--content", folder, "--site", tmp_path / "site")
    assert call_hujian(*build).returncode == 0
    before = (tmp_path / "site" / "index.html").read_bytes()
    (folder / name).write_text(data, "utf-8")
    done = call_hujian(*build)
    assert done.returncode == 3
    assert done.stderr.startswith("错误：")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "site" / "index.html").read_bytes() == before


def test_what_of_a_keepers_file_was_not_used_stands_in_the_summary(folder: Path, tmp_path: Path) -> None:
    build = ("build", "--content", folder, "--site", tmp_path / "site")
    assert "没有照办" not in call_hujian(*build).stdout
    save(folder, corrected(folder, 日期="去年"))
    (folder / "formulations.txt").write_text("添加 读者放在首位\n增加 别的\n删除 别的\n", "utf-8")
    (folder / "cleaning.toml").write_text("keep = ['甲']\n[[rule]]\npattern = '('\nid = 'x'\n", "utf-8")
    done = call_hujian(*build)
    assert done.returncode == 0
    told = "catalog.csv 有 1 处、cleaning.toml 有 1 处、formulations.txt 有 2 处没有照办，原因见清洗报告。"
    assert told in done.stdout.splitlines()
