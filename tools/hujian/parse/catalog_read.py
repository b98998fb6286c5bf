"""Reading catalog.csv as keepers and their spreadsheets write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hujian.model import Finding
from hujian.parse.catalog_columns import (
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
    unguarded,
)
from hujian.parse.catalog_dates import read_date_cell
from hujian.parse.corrections import FIELDS, NOTHING, CatalogRow

CATALOG: Final = "catalog.csv"
_SEPARATORS: Final = (",", ";", "\t", "，")


def read_catalog(text: str) -> tuple[dict[str, CatalogRow], tuple[Finding, ...]]:
    """Read the decoded text of catalog.csv.

    Tolerates a BOM, the separators , ; and tab, blank rows and columns, columns in another order, and dates
    that Excel rewrote. A wrong cell becomes a finding, and the rest of its row is used.

    Returns:
        The rows by file (path relative to the content folder), and what is wrong with them.
    """
    records = _records(text)
    header_at = next((i for i, cells in enumerate(records) if FILE in cells), None)
    if header_at is None:
        wrong = [] if not any(any(cells) for cells in records) else [_no_header()]
        return {}, tuple(wrong)
    reader = _Reader({name: at for at, name in reversed(list(enumerate(records[header_at]))) if name})
    for row, cells in enumerate(records[header_at + 1 :], header_at + 2):
        reader.take(row, cells)
    return reader.rows, (*_missing(records[header_at], header_at + 1), *reader.findings)


def unmatched_rows(rows: dict[str, CatalogRow], files: Iterable[str]) -> tuple[Finding, ...]:
    """Findings for rows whose file is not in the collection (renamed, removed, mistyped)."""
    known = set(files)
    return tuple(
        _finding(
            f"编目表第 {row.row} 行“{FILE}”列：文件夹里没有“{name}”。",
            "请核对文件名（含子文件夹，区分大小写）；如果文件已改名，请把这一行的文件名一并改过来。",
        )
        for name, row in rows.items()
        if name not in known
    )


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
    return [[unguarded(cell.strip(" \u3000\u00a0")) for cell in cells] for cells in reader]


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

    def __init__(self, columns: dict[str, int]) -> None:
        self.rows: dict[str, CatalogRow] = {}
        self.findings: list[Finding] = []
        self._columns = columns

    def take(self, row: int, record: Sequence[str]) -> None:
        cells = _Cells(row, self._columns, record)
        file = cells[FILE].replace("\\", "/").removeprefix("./")
        if not any(record):
            return
        if not file:
            self._complain(cells, FILE, "没有写文件名，这一行用不上", "请补上文件名，或删去这一行。")
        elif file in self.rows:
            first = self.rows[file].row
            self._complain(
                cells, FILE, f"“{file}”与第 {first} 行重复，只用第 {first} 行", "请把两行合并成一行。"
            )
        else:
            self.rows[file] = self._row(file, cells)

    def _row(self, file: str, cells: _Cells) -> CatalogRow:
        values = {name: value for name in FIELDS if (value := self._value(name, cells))}
        written = {name: cells[VALUE_COLUMNS[name]] for name in FIELDS}
        unusable = {name: cell for name, cell in written.items() if cell and name not in values}
        own = {header: cells[header] for header in self._columns if header not in HEADERS}
        manual = frozenset(name for name in FIELDS if self._is_manual(name, cells))
        digests = dict(zip(FIELDS, cells[CHECK].split(), strict=False)) if cells[CHECK] else {}
        digests = {name: mark for name, mark in digests.items() if mark != NOTHING}
        source, note = cells[SOURCE], cells[NOTE]
        return CatalogRow(file, values, manual, digests, source, note, cells.row, unusable, own)

    def _value(self, name: str, cells: _Cells) -> str | None:
        header = VALUE_COLUMNS[name]
        cell = cells[header]
        if not cell or cell == NOTHING:
            return cell or None
        if name == "date":
            return self._date(cell, header, cells)
        if name == "level":
            return self._level(cell, header, cells)
        return " ".join(cell.split("\n"))

    def _date(self, cell: str, header: str, cells: _Cells) -> str | None:
        iso = read_date_cell(cell)
        if iso is None:
            remedy = "请写成 2023-06-28、2023-06 或 2023；日期不明写“-”，交给程序判断就留空。"
            self._complain(cells, header, f"“{cell}”不是能用的日期", remedy)
        return iso

    def _level(self, cell: str, header: str, cells: _Cells) -> str | None:
        level = level_named(cell)
        if level is None:
            self._complain(
                cells, header, f"“{cell}”不是层级名称", f"请从这些里选一个：{'、'.join(LEVELS.values())}。"
            )
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
        self.findings.append(_finding(f"编目表第 {cells.row} 行“{header}”列：{what}。", remedy))


def _missing(header: Sequence[str], row: int) -> list[Finding]:
    wanted = [name for name in (FILE, *VALUE_COLUMNS.values()) if name not in header]
    return [
        _finding(
            f"编目表第 {row} 行（表头）缺少“{name}”列，这一列按空白处理。",
            f"请在表头补上“{name}”；完整的表头是：{'、'.join(HEADERS)}。",
        )
        for name in wanted
    ]


def _no_header() -> Finding:
    return _finding(
        f"编目表没有表头（找不到“{FILE}”列），整张表都没有用上。",
        f"请在第一行写上表头：{'、'.join(HEADERS)}；或删去 {CATALOG}，运行 hujian catalog 重新生成。",
    )


def _finding(message: str, remedy: str) -> Finding:
    return Finding("catalog-cell", CATALOG, None, None, message, remedy)
