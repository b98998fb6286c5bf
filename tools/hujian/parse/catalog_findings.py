"""Findings about catalog.csv itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hujian.model import Finding
from hujian.settings import CATALOG_FILE

NO_HEADER: Final = "catalog-header"
LOST: Final = "catalog-row"
MERGED: Final = "catalog-merged"
"""Codes: the table cannot be used; words of the keeper's are not used; rows were joined, nothing is lost."""


def table_finding(message: str, remedy: str, code: str = "catalog-cell") -> Finding:
    """A finding about the table."""
    return Finding(code, CATALOG_FILE, None, None, message, remedy)


def lost_by_rewriting(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings about the table that tell of cells which ``write_catalog`` could not take over."""
    return tuple(finding for finding in findings if finding.code == LOST)
