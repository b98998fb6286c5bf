"""catalog.csv: what keepers and spreadsheets do to it, and that their corrections win and last."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.model import CleanText, Document
from hujian.parse import CatalogRow, lost_by_rewriting, parse, read_catalog, unmatched_rows, write_catalog
from hujian.parse.corrections import is_keepers
from making import make_document

HEADER = ["文件", "标题", "日期", "讲话人", "层级", "地区", "来源", "备注", "已核"]
HEADER += ["标题依据", "日期依据", "讲话人依据", "层级依据", "地区依据", "校验"]
SPEECH = (
    "在2023年全市阅读工作会议上的讲话",
    "（2023年6月28日）",
    "周砚秋",
    "同志们：",
    "今天，我讲三点意见。",
)


def speech(path: str = "a.txt", *lines: str) -> CleanText:
    return make_document(*(lines or SPEECH), path=path).clean


def written(*documents: Document, rows: dict[str, CatalogRow] | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_catalog(documents, rows or {}), newline="")))


def rewritten(rows: list[dict[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEADER)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def edited(**cells: str) -> Document:
    """The speech, after the keeper edited these cells of what the tool wrote."""
    (row,) = written(parse(speech()))
    rows, findings = read_catalog(rewritten([row | cells]))
    assert not findings
    return parse(speech(), rows["a.txt"])


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


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_separators_boms_and_blank_rows_and_columns(separator: str, bom: str) -> None:
    lines = [["", "文件", "日期", "标题", ""], [""] * 5, ["", "a.txt", "2024/1/2", "题目", ""], [""] * 5]
    text = bom + "\r\n".join(separator.join(line) for line in lines)
    rows, findings = read_catalog(text)
    assert rows["a.txt"].values == {"title": "题目", "date": "2024-01-02"}
    assert findings == ()  # a table of the keeper's own making


@pytest.mark.parametrize(
    ("header", "missing", "hint"),
    [
        ("文件,标题,日期,讲话人,地区,校验", ["层级"], ""),
        ("文件,正题名,日期,讲话人,层级,地区", ["标题"], "若“正题名”就是这一列，请把表头改回"),
        ("文件,正题名,日期,讲话人,层级,地区,校验", ["标题"], "若“正题名”就是这一列，请把表头改回"),
        ("文件,标题", [], ""),
    ],
)
def test_a_column_that_was_lost_or_renamed_is_told(header: str, missing: list[str], hint: str) -> None:
    _, findings = read_catalog(f"{header}\r\na.txt,题目\r\n")
    assert [f.message.split("“")[1].split("”")[0] for f in findings] == missing
    assert all(hint in f.remedy for f in findings)


def wrong(*cells: str) -> list[str]:
    header = ",".join(HEADER[:8])
    _, findings = read_catalog("\r\n".join([header, ",".join(["a.txt", "题目"]), "", ",".join(cells)]))
    assert all(
        f.code in {"catalog-cell", "catalog-row"} and f.source == "catalog.csv" and f.remedy for f in findings
    )
    return [f.message for f in findings]


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (("b.txt", "题目", "2023-13-01"), "第 4 行“日期”列"),
        (("b.txt", "题目", "2023-02-30"), "第 4 行“日期”列"),
        (("b.txt", "题目", "去年"), "第 4 行“日期”列"),
        (("b.txt", "题目", "", "", "街坊"), "第 4 行“层级”列"),
        (("a.txt", "题目"), "第 4 行“文件”列"),
        (("", "题目"), "第 4 行“文件”列"),
    ],
)
def test_a_wrong_cell_is_named_as_excel_shows_it(cells: tuple[str, ...], place: str) -> None:
    (message,) = wrong(*cells)
    assert place in message


def test_the_rest_of_a_wrong_row_is_used() -> None:
    rows, _ = read_catalog(",".join(HEADER[:8]) + "\r\nb.txt,题目,2023-13-01,李明")
    assert rows["b.txt"].values == {"title": "题目", "speaker": "李明"}


def test_rewriting_keeps_a_wrong_cell_and_the_keepers_own_columns() -> None:
    (row,) = written(parse(speech()))
    text = (
        rewritten([row | {"日期": "去年夏天"}])
        .replace("\r\n", ",主题词\r\n", 1)
        .replace("\r\n", ",阅读\r\n")
        .replace(",主题词,阅读", ",主题词")
    )
    rows, (finding,) = read_catalog(text)
    assert "去年夏天" in finding.message
    document = parse(speech(), rows["a.txt"])
    assert document.date.basis == "stated"
    (again,) = written(document, rows=rows)
    assert (again["日期"], again["主题词"]) == ("去年夏天", "阅读")


def test_a_row_inside_a_cell_counts_as_excel_counts() -> None:
    text = ",".join(HEADER[:8]) + '\r\na.txt,"两行\n题目"\r\nb.txt,题目,去年'
    rows, findings = read_catalog(text)
    assert rows["a.txt"].values["title"] == "两行 题目"
    assert "第 3 行" in findings[0].message


def test_a_wrong_basis_is_a_finding() -> None:
    (row,) = written(parse(speech()))
    _, (finding,) = read_catalog(rewritten([row | {"日期依据": "猜的"}]))
    assert "第 2 行“日期依据”列" in finding.message


def test_a_table_without_header_is_a_finding() -> None:
    rows, (finding,) = read_catalog("a.txt,题目\r\n")
    assert not rows
    assert "表头" in finding.message
    assert read_catalog("") == ({}, ())


def test_files_that_are_gone_are_told_and_kept() -> None:
    (row,) = written(edited(标题="另一个题目"))
    rows, _ = read_catalog(rewritten([row | {"文件": "gone.txt", "备注": "别丢"}]))
    (finding,) = unmatched_rows(rows, ["a.txt"])
    assert "第 2 行" in finding.message
    assert "gone.txt" in finding.message
    kept = written(parse(speech()), rows=rows)[1]
    assert (kept["文件"], kept["标题"], kept["标题依据"], kept["备注"]) == (
        "gone.txt",
        "另一个题目",
        "人工",
        "别丢",
    )


@pytest.mark.parametrize("cell", ["=1+1", "+1", "@sum", "-1", "＝1+1", "'=1", "''-x"])
def test_no_cell_is_a_formula_and_every_cell_comes_back(cell: str) -> None:
    document = edited(标题=cell)
    row = written(document)[0]
    assert row["标题"][0] == "'"
    rows, _ = read_catalog(rewritten([row]))
    assert rows["a.txt"].values["title"] == document.title.value


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00")))
def test_reading_never_raises(text: str) -> None:
    read_catalog(text)
    read_catalog(",".join(HEADER) + "\r\n" + text)


@given(
    st.text(alphabet="=+-@'题目, ;\"《》", min_size=1).filter(lambda s: s.strip() == s and set(s) != {"-"})
)
def test_any_title_comes_back(title: str) -> None:
    (row,) = written(parse(speech()))
    row = row | {"标题": title, "标题依据": "人工"}
    rows, _ = read_catalog(rewritten([row]))
    document = parse(speech(), rows["a.txt"])
    again, _ = read_catalog(write_catalog([document], rows))
    assert again["a.txt"].values["title"] == document.title.value


CELLS = st.text(alphabet="=+-@'题目, ;\"《》2023街道不详占位符\n\u3000", max_size=8)


@given(st.data())
def test_rewriting_loses_nothing_that_a_keeper_wrote(data: st.DataObject) -> None:
    """Any cells, rows and columns in any order, columns of his own, rows of files that are gone."""
    (row,) = written(parse(speech()))
    headers = data.draw(st.permutations([*HEADER[:9], "主题词"]))
    cells = {name: data.draw(CELLS, name) for name in headers if name != "文件"}
    kept = {name: row.get(name, "") for name in HEADER} if data.draw(st.booleans()) else {}
    table = [kept | cells | {"文件": name} for name in data.draw(st.permutations(["a.txt", "gone.txt"]))]
    columns = list(dict.fromkeys([*headers, *kept]))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([line.get(name, "") for name in columns] for line in table)
    rows, found = read_catalog(out.getvalue())
    assert not lost_by_rewriting(found)
    again, _ = read_catalog(write_catalog([parse(speech(), rows["a.txt"])], rows))
    for file, before in rows.items():
        after = again[file]
        mine = {name: value for name, value in before.values.items() if is_keepers(before, name)}
        assert {name: after.values.get(name) for name in mine} == mine
        assert (after.source, after.note, after.acknowledged) == (
            before.source,
            before.note,
            before.acknowledged,
        )
        assert {k: v for k, v in after.own.items() if v} == {k: v for k, v in before.own.items() if v}
        assert after.unusable == before.unusable
