"""Writing catalog.csv so that it opens in Excel and comes back unharmed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from hujian.model import Document, Value
from hujian.parse.catalog_columns import BASES, HEADERS, LEVELS, MANUAL, guarded
from hujian.parse.corrections import FIELDS, NOTHING, CatalogRow, digest, text_mark


def write_catalog(documents: Iterable[Document], rows: Mapping[str, CatalogRow]) -> str:
    """The text of catalog.csv: one row a document in path order, CRLF, without BOM (encode as utf-8-sig).

    What a keeper wrote is never dropped: rows whose file is gone stand at the end, a cell that could not be
    used stays as it was, and columns that the keeper added follow the tool's.

    Args:
        documents: parsed with their rows, so that the keeper's corrections are in them.
        rows: the catalog that was read before.
    """
    own = tuple(dict.fromkeys(header for row in rows.values() for header in row.own))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*HEADERS, *own))
    ordered = sorted(documents, key=lambda d: d.path)
    for document in ordered:
        row = rows.get(document.path, CatalogRow(document.path, note=document.note))
        writer.writerow(map(guarded, (*_row(document, row), *_own_cells(row, own))))
    for file in sorted(set(rows) - {document.path for document in ordered}):
        writer.writerow(map(guarded, (*_left_over(rows[file]), *_own_cells(rows[file], own))))
    return out.getvalue()


def _own_cells(row: CatalogRow, own: Iterable[str]) -> list[str]:
    return [row.own.get(header, "") for header in own]


def _row(document: Document, row: CatalogRow) -> list[str]:
    values: dict[str, Value] = {name: getattr(document, name) for name in FIELDS}
    cells = [row.unusable.get(name) or _cell(name, value) for name, value in values.items()]
    marks = [NOTHING if name in row.unusable else _mark(value) for name, value in values.items()]
    marks.append(text_mark(document.clean.source.sha256))
    bases = [BASES[value.basis] for value in values.values()]
    return [document.path, *cells, row.source, row.note, row.acknowledged, *bases, " ".join(marks)]


def _left_over(row: CatalogRow) -> list[str]:
    cells = [row.unusable.get(name) or _shown(name, row.values.get(name, "")) for name in FIELDS]
    bases = [MANUAL if name in row.manual else "" for name in FIELDS]
    marks = [row.digests.get(name, NOTHING) for name in FIELDS]
    return [
        row.file,
        *cells,
        row.source,
        row.note,
        row.acknowledged,
        *bases,
        " ".join((*marks, row.text)).rstrip(),
    ]


def _cell(name: str, value: Value) -> str:
    if value.value is None:
        return NOTHING if value.basis == "catalog" else ""
    return _shown(name, value.value)


def _shown(name: str, value: str) -> str:
    """A level is shown by its Chinese name, all else as it is."""
    return next((word for level, word in LEVELS.items() if name == "level" and level == value), value)


def _mark(value: Value) -> str:
    """The digest of the tool's own value; a keeper's value and an empty cell have none."""
    return NOTHING if value.value is None or value.basis == "catalog" else digest(value.value)
