"""Rows of catalog.csv follow renamed files, and two rows for one file become one; nothing written is lost."""

from __future__ import annotations

from hujian.parse import CatalogRow, follow, lost_by_rewriting, parse, read_catalog, write_catalog

from .spreadsheet import rewritten, speech, written

SHA = {"b.txt": speech("b.txt").source.sha256}
OWN = {"标题": "改正的标题", "备注": "别丢", "已核": "占位符"}


def row_of(name: str, **cells: str) -> dict[str, str]:
    """The program's row of a file, with what the keeper wrote in it."""
    return written(parse(speech(name)))[0] | cells


def rows_of(*rows: dict[str, str]) -> tuple[dict[str, CatalogRow], list[str]]:
    rows_read, findings = read_catalog(rewritten(list(rows)))
    return rows_read, [finding.code for finding in findings]


def test_a_row_follows_its_text_to_a_file_without_a_row() -> None:
    rows, _ = rows_of(row_of("a.txt", **OWN))
    followed, (finding,) = follow(rows, SHA, {})
    assert list(followed) == ["b.txt"]
    assert finding.code == "catalog-merged"
    assert "第 2 行：“a.txt”已不在，这一文本现名“b.txt”，这一行照用" in finding.message
    document = parse(speech("b.txt"), followed["b.txt"])
    assert (document.title.value, document.note) == ("改正的标题", "别丢")
    (again,) = written(document, rows=followed)
    assert (again["文件"], again["标题"], again["已核"]) == ("b.txt", "改正的标题", "占位符")


def test_another_text_is_not_taken_for_it() -> None:
    rows, _ = rows_of(row_of("a.txt", **OWN))
    assert follow(rows, {"b.txt": speech("b.txt", "另一篇").source.sha256}, {}) == (rows, ())
    assert follow(rows, {**SHA, "a.txt": SHA["b.txt"]}, {}) == (rows, ())  # a copy: the file is still there


def test_an_older_row_follows_by_the_lock_file_and_joins_the_untouched_row() -> None:
    """The table as `hujian catalog` wrote it after a renaming before rows could follow."""
    older = row_of("a.txt")["校验"].rpartition(" ")[0]
    rows, _ = rows_of(row_of("b.txt"), row_of("a.txt", **OWN, 校验=older))
    assert follow(rows, SHA, {})[0] == rows  # no mark of the text, and the new file has a row of its own
    followed, (finding,) = follow(rows, SHA, {"b.txt": "a.txt"})
    assert "与第 2 行合并使用" in finding.message
    assert not lost_by_rewriting([finding])
    document = parse(speech("b.txt"), followed["b.txt"])
    assert (document.title.value, document.title.basis, document.note) == ("改正的标题", "catalog", "别丢")
    assert document.date.basis == "stated"


def test_two_rows_for_one_file_join_and_filled_cells_win() -> None:
    """As a keeper has them who followed the advice to change the old row's file name."""
    rows, codes = rows_of(
        row_of("b.txt", 日期="2024-05"), row_of("b.txt", **OWN), row_of("b.txt", 地区="云麓市")
    )
    assert codes == ["catalog-merged"] * 2
    document = parse(speech("b.txt"), rows["b.txt"])
    assert (document.title.value, document.date.value, document.place.value) == (
        "改正的标题",
        "2024-05",
        "云麓市",
    )
    assert (document.note, rows["b.txt"].acknowledged) == ("别丢", "占位符")
    again, findings = read_catalog(write_catalog([document], rows))
    assert not findings
    assert parse(speech("b.txt"), again["b.txt"]) == document


def test_words_that_contradict_each_other_are_told_and_kept_aside() -> None:
    rows, findings = read_catalog(
        rewritten([row_of("b.txt", **OWN), row_of("b.txt", 标题="又一个", 备注="别的", 已核="没有日期")])
    )
    (finding,) = lost_by_rewriting(findings)
    assert "第 3 行“标题、备注”列" in finding.message
    assert "第 2 行" in finding.message
    assert rows["b.txt"].values["title"] == "改正的标题"
    assert rows["b.txt"].acknowledged == "占位符、没有日期"  # these do not contradict
    rows, _ = rows_of(row_of("b.txt", 标题="又一个"), row_of("a.txt", **OWN))
    followed, (moved,) = follow(rows, SHA, {"b.txt": "a.txt"})
    assert lost_by_rewriting([moved])
    assert followed["b.txt"].values["title"] == "又一个"
