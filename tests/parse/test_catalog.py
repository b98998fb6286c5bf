"""catalog.csv: what keepers and spreadsheets do to the table, and that nothing written in it is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.parse import lost_by_rewriting, parse, read_catalog, unmatched_rows, write_catalog
from hujian.parse.corrections import is_keepers

from .spreadsheet import HEADER, edited, rewritten, speech, written


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
        (("a.txt", "别的题目"), "第 4 行“标题”列"),
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


def test_a_header_that_stands_there_twice_is_no_row() -> None:
    header = ",".join(HEADER)
    rows, findings = read_catalog(f"{header}\r\na.txt,题目\r\n{header}\r\nb.txt,另一个\r\n")
    assert list(rows) == ["a.txt", "b.txt"]
    assert not findings


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


def test_a_dash_stays_a_dash_in_the_table() -> None:
    assert written(edited(标题="-"))[0]["标题"] == "-"


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
