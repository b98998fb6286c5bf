"""Writing catalog.csv so that it opens in Excel and comes back unharmed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from ..model import Document, Value
from .catalog_columns import BASES, HEADERS, LEVELS, MANUAL, guarded
from .corrections import FIELDS, NOTHING, CatalogRow, digest


def write_catalog(documents: Iterable[Document], rows: Mapping[str, CatalogRow]) -> str:
    """The text of catalog.csv: one row a document in path order, CRLF, without BOM (encode as utf-8-sig).

    Rows whose file is gone stand at the end, as they were: what a keeper wrote is never dropped.

    Args:
        documents: parsed with their rows, so that the keeper's corrections are in them.
        rows: the catalog that was read before; gives source and note.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADERS)
    written = set()
    for document in sorted(documents, key=lambda d: d.path):
        written.add(document.path)
        writer.writerow(map(guarded, _row(document, rows.get(document.path))))
    for file in sorted(set(rows) - written):
        writer.writerow(map(guarded, _left_over(rows[file])))
    return out.getvalue()


def _row(document: Document, row: CatalogRow | None) -> list[str]:
    values: list[Value] = [getattr(document, name) for name in FIELDS]
    cells = [_cell(name, value) for name, value in zip(FIELDS, values, strict=True)]
    marks = [_mark(name, value) for name, value in zip(FIELDS, values, strict=True)]
    note = row.note if row else document.note
    source = row.source if row else ""
    return [document.path, *cells, source, note, *(BASES[v.basis] for v in values), " ".join(marks)]


def _left_over(row: CatalogRow) -> list[str]:
    values = [row.values.get(name) for name in FIELDS]
    cells = [_shown(name, value) if value else "" for name, value in zip(FIELDS, values, strict=True)]
    bases = [MANUAL if name in row.manual else "" for name in FIELDS]
    marks = [row.digests.get(name, NOTHING) for name in FIELDS]
    return [row.file, *cells, row.source, row.note, *bases, " ".join(marks)]


def _cell(name: str, value: Value) -> str:
    if value.value is None:
        return NOTHING if value.basis == "catalog" else ""
    return _shown(name, value.value)


def _shown(name: str, value: str) -> str:
    return (
        next((word for level, word in LEVELS.items() if level == value), value) if name == "level" else value
    )


def _mark(_name: str, value: Value) -> str:
    """The digest of the tool's own value; a keeper's value and an empty cell have none."""
    return NOTHING if value.value is None or value.basis == "catalog" else digest(value.value)
