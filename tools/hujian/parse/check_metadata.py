"""Missing titles and dates, and dates that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hujian.model import Document, Finding
from hujian.parse.dates import find_dates
from hujian.parse.findings import at, whole_file

_DATED_KINDS: Final = frozenset({"title", "dateline", "signature", "byline"})


def check_metadata(document: Document) -> Iterator[Finding]:
    """no-title, no-date, impossible-date."""
    if document.title.basis == "inferred":
        yield whole_file(
            document,
            "no-title",
            f"原文没有标题，暂拟为“{document.title.value}”。",
            "请核对；如不合适，在编目表 catalog.csv 的“标题”列改写。",
        )
    elif document.title.basis == "unknown":
        yield whole_file(document, "no-title", "这份文件没有文字，也就没有标题。", "请核对文件是否完整。")
    impossible = list(_impossible_dates(document))
    if document.date.basis == "unknown" and not impossible:
        yield whole_file(
            document,
            "no-date",
            "没有认出日期。",
            "如果知道日期，请在编目表 catalog.csv 的“日期”列填写（2023-06-28、2023-06 或 2023）；"
            "确实不明就写“-”。",
        )
    yield from impossible


def _impossible_dates(document: Document) -> Iterator[Finding]:
    for paragraph in document.paragraphs:
        if paragraph.kind not in _DATED_KINDS:
            continue
        for date in find_dates(document.text[paragraph.start : paragraph.end]):
            if date.iso is None:
                start, end = paragraph.start + date.start, paragraph.start + date.end
                written = document.text[start:end]
                yield at(
                    document,
                    (start, end),
                    "impossible-date",
                    f"“{written}”不是真实存在的日期。",
                    "请核对原件；正确的日期可以填进编目表 catalog.csv 的“日期”列。",
                )
