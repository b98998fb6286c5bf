"""Findings that the keeper has looked at and lets stand: the column 已核 of catalog.csv.

A cell lists kinds of findings by their names (占位符) or codes (placeholder). Every finding of such a kind
about the row's file is marked; it stays on record, but no longer counts under ``--strict``. The row of the
file "*" speaks of findings about the collection as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from hujian.model import Finding
from hujian.parse.catalog_columns import ACKNOWLEDGED
from hujian.parse.corrections import CatalogRow
from hujian.settings import CATALOG_FILE, FINDING_NAMES

WHOLE: Final = "*"
_SEPARATORS: Final = re.compile(r"[\s,，、;；/]+")
_CODES: Final = {name: code for code, name in FINDING_NAMES.items()}


def acknowledge(findings: Iterable[Finding], rows: Mapping[str, CatalogRow]) -> tuple[Finding, ...]:
    """Mark acknowledged findings, and add one for every acknowledgement that fits none."""
    found = list(findings)
    wanted = {
        (row.file if row.file != WHOLE else "", _CODES.get(word, word)): (row, word)
        for row in rows.values()
        for word in _words(row)
    }
    met = {(finding.source, finding.code) for finding in found} & wanted.keys()
    marked = (
        replace(finding, acknowledged=True) if (finding.source, finding.code) in met else finding
        for finding in found
    )
    return (*marked, *(_idle(row, word) for place, (row, word) in wanted.items() if place not in met))


def _words(row: CatalogRow) -> Iterator[str]:
    return (word for word in _SEPARATORS.split(row.acknowledged) if word)


def _idle(row: CatalogRow, word: str) -> Finding:
    return Finding(
        "idle-acknowledgement",
        CATALOG_FILE,
        None,
        None,
        f"编目表第 {row.row} 行“{ACKNOWLEDGED}”列：“{row.file}”没有叫“{word}”的提示。",
        "若问题已经解决，请从这一格里删去；若是写错了，请照抄清洗报告中提示前面的名称。",
    )
