"""catalog.csv: the keeper's corrections win and last, whatever a spreadsheet program makes of them."""

from __future__ import annotations

import csv
import io

import pytest

from hujian.parse import parse, read_catalog, write_catalog

from .spreadsheet import HEADER, SPEECH, edited, rewritten, speech, written


def test_what_is_written() -> None:
    text = write_catalog([parse(speech("b.txt")), parse(speech("a.txt"))], {})
    assert not text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n") == 3
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert list(first) == HEADER
    assert (first["文件"], second["文件"]) == ("a.txt", "b.txt")
    assert first["标题"] == SPEECH[0]
    assert (first["日期"], first["日期依据"]) == ("2023-06-28", "原文")
    assert (first["讲话人"], first["讲话人依据"]) == ("周砚秋", "原文")
    assert (first["层级"], first["层级依据"]) == ("市级", "原文")
    assert (first["地区"], first["地区依据"]) == ("", "未知")


def test_an_untouched_catalog_changes_nothing() -> None:
    assert edited() == parse(speech())


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"标题": "全市阅读工作会议讲话（节选）"}, "title", "全市阅读工作会议讲话（节选）"),
        ({"日期": "2023-07"}, "date", "2023-07"),
        ({"日期": "2023年7月1日"}, "date", "2023-07-01"),
        ({"讲话人": "李明"}, "speaker", "李明"),
        ({"层级": "省级"}, "level", "province"),
        ({"层级": "县"}, "level", "county"),
        ({"地区": "云麓市"}, "place", "云麓市"),
        ({"日期": "-"}, "date", None),
        ({"地区": "-"}, "place", None),
        ({"讲话人": "不详"}, "speaker", None),
        ({"层级": "街道"}, "level", "township"),
        ({"层级": "自治区"}, "level", "province"),
        ({"层级": "县级市"}, "level", "county"),
        ({"层级": "未知"}, "level", None),
    ],
)
def test_a_correction_wins_and_survives_rebuilds(
    cells: dict[str, str], field: str, value: str | None
) -> None:
    document = edited(**cells)
    assert (getattr(document, field).value, getattr(document, field).basis) == (value, "catalog")
    again = write_catalog([document], {})
    rows, _ = read_catalog(again)
    assert parse(speech(), rows["a.txt"]) == document
    assert "人工" in again


def test_an_emptied_cell_returns_to_the_tools_value() -> None:
    document = edited(标题="")
    assert (document.title.value, document.title.basis) == (SPEECH[0], "stated")


def test_a_corrected_cell_that_is_emptied_returns_to_the_tools_value() -> None:
    (row,) = written(edited(标题="另一个题目"))
    assert row["标题依据"] == "人工"
    rows, _ = read_catalog(rewritten([row | {"标题": ""}]))
    assert parse(speech(), rows["a.txt"]).title.basis == "stated"


def test_the_tools_own_older_value_is_no_correction() -> None:
    """The text has changed since the catalog was written; the keeper did not touch the row."""
    (row,) = written(parse(speech("a.txt", "在全县阅读工作会议上的讲话", *SPEECH[1:])))
    rows, _ = read_catalog(rewritten([row]))
    document = parse(speech(), rows["a.txt"])
    assert (document.title.value, document.title.basis) == (SPEECH[0], "stated")
    assert document.level.value == "city"


def test_the_keeper_can_hold_on_to_the_tools_value() -> None:
    """With 人工 in the basis column the cell stays, whatever the text comes to say."""
    (row,) = written(parse(speech()))
    rows, _ = read_catalog(rewritten([row | {"标题依据": "人工"}]))
    document = parse(speech("a.txt", "在全县阅读工作会议上的讲话", *SPEECH[1:]), rows["a.txt"])
    assert (document.title.value, document.title.basis) == (SPEECH[0], "catalog")


def test_without_the_check_column_a_different_cell_is_the_keepers() -> None:
    (row,) = written(parse(speech()))
    rows, _ = read_catalog(rewritten([row | {"标题": "另一个题目", "校验": ""}]))
    document = parse(speech(), rows["a.txt"])
    assert (document.title.value, document.title.basis) == ("另一个题目", "catalog")
    assert document.date == parse(speech()).date


@pytest.mark.parametrize(
    "cell", ["2023/6/28", "2023-6-28", "2023年6月28日", "45105", "28-Jun-23", "2023/6/28 0:00"]
)
def test_a_date_that_excel_rewrote_is_no_correction(cell: str) -> None:
    assert edited(日期=cell).date == parse(speech()).date


@pytest.mark.parametrize("cell", ["2023年6月", "Jun-23", "2023/6/1", "2023-06"])
def test_a_month_that_excel_rewrote_is_no_correction(cell: str) -> None:
    lines = (SPEECH[0], "（2023年6月）", *SPEECH[2:])
    (row,) = written(parse(speech("a.txt", *lines)))
    rows, _ = read_catalog(rewritten([row | {"日期": cell}]))
    assert parse(speech("a.txt", *lines), rows["a.txt"]).date.value == "2023-06"
    assert parse(speech("a.txt", *lines), rows["a.txt"]).date.basis == "stated"


def test_source_and_note_are_the_keepers_and_come_back() -> None:
    (row,) = written(parse(speech()))
    rows, _ = read_catalog(rewritten([row | {"来源": "市档案馆", "备注": "待核对"}]))
    document = parse(speech(), rows["a.txt"])
    assert document.note == "待核对"
    (again,) = written(document, rows=rows)
    assert (again["来源"], again["备注"]) == ("市档案馆", "待核对")
