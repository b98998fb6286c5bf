"""Rows of catalog.csv follow their texts to new file names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hujian.model import Finding
from hujian.parse.acknowledgements import WHOLE
from hujian.parse.catalog_findings import LOST, MERGED, table_finding
from hujian.parse.catalog_merge import merged
from hujian.parse.corrections import CatalogRow, text_mark

Rows = dict[str, CatalogRow]


def follow(
    rows: Rows, texts: Mapping[str, str], moved: Mapping[str, str]
) -> tuple[Rows, tuple[Finding, ...]]:
    """The rows under the present names of their texts.

    A row whose file is gone goes over to the file that the lock file knows as the same text, else to one with
    the same bytes that has no row of its own.

    Args:
        rows: the table.
        texts: path -> SHA-256 of every text that is there.
        moved: present path -> former path of texts that were renamed, by the lock file.

    Returns:
        The rows, and a finding for each one that went over.
    """
    present = {former: path for path, former in moved.items()}
    followed = {file: row for file, row in rows.items() if file in texts or file == WHOLE}
    findings: list[Finding] = []
    for file, row in rows.items():
        if file in followed:
            continue
        new = present.get(file) or _same_text(row, texts, followed)
        if new is None:
            followed[file] = row
            continue
        followed[new], found = _gone_over(row, followed.get(new), new)
        findings.append(found)
    return followed, tuple(findings)


def _same_text(row: CatalogRow, texts: Mapping[str, str], taken: Rows) -> str | None:
    if not row.text:
        return None
    alike = (path for path, sha256 in texts.items() if path not in taken and text_mark(sha256) == row.text)
    return min(alike, default=None)


def _gone_over(row: CatalogRow, own: CatalogRow | None, new: str) -> tuple[CatalogRow, Finding]:
    """The row of the new name, merged with the one that is there already; and what to say of it."""
    said = f"编目表第 {row.row} 行：“{row.file}”已不在，这一文本现名“{new}”"
    remedy = "运行 hujian catalog，表里的文件名就会改过来。"
    if own is None:
        return replace(row, file=new), table_finding(f"{said}，这一行照用。", remedy, MERGED)
    joined, lost = merged(own, row)
    if not lost:
        told = f"{said}，与第 {own.row} 行合并使用，填写过的格优先。"
        return joined, table_finding(told, "运行 hujian catalog，表里就只留一行。", MERGED)
    told = f"{said}；“{'”、“'.join(lost)}”列与第 {own.row} 行不同，用第 {own.row} 行的。"
    return joined, table_finding(told, "请核对后只留一行。", LOST)
