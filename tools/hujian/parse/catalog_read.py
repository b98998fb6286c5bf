"""Reading catalog.csv as keepers and their spreadsheets write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hujian.model import Finding
from hujian.parse.acknowledgements import WHOLE
from hujian.parse.catalog_columns import (
    ACKNOWLEDGED,
    BASES,
    BASIS_COLUMNS,
    CHECK,
    FILE,
    HEADERS,
    LEVELS,
    MANUAL,
    NOTE,
    SOURCE,
    VALUE_COLUMNS,
    level_named,
    says_unknown,
    standard_header,
    unguarded,
)
from hujian.parse.catalog_dates import read_date_cell
from hujian.parse.catalog_findings import LOST, MERGED, NO_HEADER, table_finding
from hujian.parse.catalog_merge import merged
from hujian.parse.corrections import FIELDS, NOTHING, CatalogRow

_BLANKS: Final = " \u3000\u00a0\r\n"
_SEPARATORS: Final = (",", ";", "\t", "，")


def read_catalog(text: str) -> tuple[dict[str, CatalogRow], tuple[Finding, ...]]:
    """Read the decoded text of catalog.csv.

    Tolerates a BOM, the separators , ; and tab, blank rows and columns, columns in another order, and dates
    that Excel rewrote. A wrong cell becomes a finding, and the rest of its row is used.

    Returns:
        The rows by file (path relative to the content folder), and what is wrong with them.
    """
    records = _records(text)
    header_at = next((i for i, cells in enumerate(records) if FILE in _headers(cells)), None)
    if header_at is None:
        wrong = [] if not any(any(cells) for cells in records) else [_no_header()]
        return {}, tuple(wrong)
    headers = _headers(records[header_at])
    reader = _Reader(headers)
    for row, cells in enumerate(records, 1):
        if cells != records[header_at]:  # it may stand in the middle of a sorted table, twice in a joined one
            reader.take(row, cells)
    return reader.rows, (*_missing(headers, header_at + 1), *reader.findings)


def unmatched_rows(rows: dict[str, CatalogRow], files: Iterable[str]) -> tuple[Finding, ...]:
    """Findings for rows whose file is not there (renamed, removed, mistyped).

    Args:
        rows: the table.
        files: texts, and whatever else a finding is about.
    """
    known = {*files, WHOLE}
    return tuple(
        table_finding(
            f"编目表第 {row.row} 行“{FILE}”列：文件夹里没有“{name}”。",
            "请核对文件名（含子文件夹，区分大小写）；如果文件已改名，请把这一行的文件名一并改过来。",
        )
        for name, row in rows.items()
        if name not in known
    )


def _headers(cells: Sequence[str]) -> list[str]:
    """Header cells by their standard names; another word for a column counts only where that is missing."""
    standard = [standard_header(cell) for cell in cells]
    return [
        cell if name != cell and (name in cells or name in standard[:at]) else name
        for at, (cell, name) in enumerate(zip(cells, standard, strict=True))
    ]


def _records(text: str) -> list[list[str]]:
    text = text.lstrip("\ufeff").replace("\x00", "")
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    if first.lower().startswith("sep="):  # Excel's own hint
        text = text.replace(first, "", 1)
        first = next((line for line in lines if FILE in line), "")
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [[unguarded(cell.strip(_BLANKS)) for cell in cells] for cells in reader]


@dataclass(slots=True)
class _Cells:
    """The cells of one row, by column."""

    row: int
    columns: dict[str, int]
    cells: Sequence[str]

    def __getitem__(self, header: str) -> str:
        at = self.columns.get(header)
        return self.cells[at] if at is not None and at < len(self.cells) else ""


class _Reader:
    """Turns rows of cells into catalog rows and notes what is wrong."""

    def __init__(self, headers: Sequence[str]) -> None:
        self.rows: dict[str, CatalogRow] = {}
        self.findings: list[Finding] = []
        self._columns = {name: at for at, name in reversed(list(enumerate(headers))) if name}

    def take(self, row: int, record: Sequence[str]) -> None:
        cells = _Cells(row, self._columns, record)
        file = cells[FILE].replace("\\", "/").removeprefix("./")
        if not any(record):
            return
        stray = [at for at, cell in enumerate(record) if cell and at not in self._columns.values()]
        if not file:
            self._lose(cells, FILE, "没有写文件名，这一行用不上", "请补上文件名，或删去这一行。")
            return
        read = self._row(file, cells)
        self.rows[file] = self._joined(self.rows[file], read, cells) if file in self.rows else read
        if stray:
            header = "、".join(str(at + 1) for at in stray)
            remedy = "请给这一列写上与别列不同的表头，或清空这一格。"
            self._lose(cells, header, "没有自己的表头，这一格用不上", remedy)

    def _joined(self, first: CatalogRow, second: CatalogRow, cells: _Cells) -> CatalogRow:
        joined, lost = merged(first, second)
        if lost:
            what = f"“{first.file}”与第 {first.row} 行重复而内容不同，用第 {first.row} 行的"
            self._lose(cells, "、".join(lost), what, "请核对后把两行合并成一行。")
        else:
            message = (
                f"编目表第 {second.row} 行与第 {first.row} 行同为“{first.file}”，合并使用，填写过的格优先。"
            )
            self.findings.append(table_finding(message, "运行 hujian catalog，表里就只留一行。", MERGED))
        return joined

    def _row(self, file: str, cells: _Cells) -> CatalogRow:
        values = {name: value for name in FIELDS if (value := self._value(name, cells))}
        written = {name: cells[VALUE_COLUMNS[name]] for name in FIELDS}
        unusable = {name: cell for name, cell in written.items() if cell and name not in values}
        own = {header: cells[header] for header in self._columns if header not in HEADERS}
        manual = frozenset(name for name in FIELDS if self._is_manual(name, cells))
        marks = cells[CHECK].split()
        digests = dict(zip(FIELDS, marks, strict=False))
        digests = {name: mark for name, mark in digests.items() if mark != NOTHING}
        source, note = cells[SOURCE], cells[NOTE]
        return CatalogRow(
            file,
            values,
            manual,
            digests,
            source,
            note,
            cells.row,
            unusable,
            cells[ACKNOWLEDGED],
            own,
            next(iter(marks[len(FIELDS) :]), ""),
        )

    def _value(self, name: str, cells: _Cells) -> str | None:
        header = VALUE_COLUMNS[name]
        cell = cells[header]
        if not cell:
            return None
        if says_unknown(name, cell):
            return NOTHING
        if name == "date":
            return self._date(cell, header, cells)
        if name == "level":
            return self._level(cell, header, cells)
        return " ".join(line.strip(_BLANKS) for line in cell.splitlines())

    def _date(self, cell: str, header: str, cells: _Cells) -> str | None:
        iso = read_date_cell(cell)
        if iso is None:
            remedy = "请写成 2023-06-28、2023-06 或 2023；日期不明写“-”，交给程序判断就留空。"
            self._complain(cells, header, f"“{cell}”不是能用的日期", remedy)
        return iso

    def _level(self, cell: str, header: str, cells: _Cells) -> str | None:
        level = level_named(cell)
        if level is None:
            remedy = f"请从这些里选一个：{'、'.join(LEVELS.values())}；街道写“乡镇”或“街道”都行。"
            self._complain(cells, header, f"“{cell}”不是层级名称", remedy)
        return NOTHING if level == "unknown" else level

    def _is_manual(self, name: str, cells: _Cells) -> bool:
        header = BASIS_COLUMNS[name]
        cell = cells[header]
        if cell and cell not in BASES.values():
            self._complain(
                cells, header, f"“{cell}”不是依据名称", f"请从这些里选一个：{'、'.join(BASES.values())}。"
            )
        return cell == MANUAL

    def _complain(self, cells: _Cells, header: str, what: str, remedy: str) -> None:
        self.findings.append(table_finding(f"编目表第 {cells.row} 行“{header}”列：{what}。", remedy))

    def _lose(self, cells: _Cells, header: str, what: str, remedy: str) -> None:
        self.findings.append(table_finding(f"编目表第 {cells.row} 行“{header}”列：{what}。", remedy, LOST))


def _missing(header: Sequence[str], row: int) -> list[Finding]:
    """A finding for each column that is not there, where a header may have been lost or renamed.

    In a table of the keeper's own making, with columns that are all known, the others are simply not there.
    """
    wanted = [name for name in (FILE, *VALUE_COLUMNS.values()) if name not in header]
    unknown = [name for name in header if name and name not in HEADERS]
    if CHECK not in header and not unknown:
        return []
    renamed = f"若“{'”或“'.join(unknown)}”就是这一列，请把表头改回；否则" if unknown else ""
    code = NO_HEADER if unknown and CHECK in header else "catalog-cell"
    taken = "" if code == NO_HEADER else "，这一列按空白处理"
    return [
        table_finding(
            f"编目表第 {row} 行（表头）缺少“{name}”列{taken}。",
            f"{renamed}请在表头补上“{name}”；完整的表头是：{'、'.join(HEADERS)}。",
            code,
        )
        for name in wanted
    ]


def _no_header() -> Finding:
    return table_finding(
        f"编目表没有表头（找不到“{FILE}”列），整张表都没有用上。",
        f"请在第一行补上表头：{'、'.join(HEADERS)}。",
        NO_HEADER,
    )
