"""catalog.csv as a keeper's spreadsheet program reads and writes it."""

from __future__ import annotations

import csv
import io

from hujian.model import CleanText, Document
from hujian.parse import CatalogRow, parse, read_catalog, write_catalog
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
