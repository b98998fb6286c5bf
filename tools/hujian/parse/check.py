"""What a keeper should look at in a parsed document: a table of checks, one a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from hujian.model import Document, Finding
from hujian.parse.check_counts import check_counts
from hujian.parse.check_lists import check_lists
from hujian.parse.check_metadata import check_metadata
from hujian.parse.check_numbering import check_numbering
from hujian.parse.check_quotes import check_quotes

CHECKS: Final[tuple[tuple[str, Callable[[Document], Iterator[Finding]]], ...]] = (
    ("title and date", check_metadata),
    ("quotes and brackets", check_quotes),
    ("announced counts of headings", check_counts),
    ("announced counts of items in running text", check_lists),
    ("numbering", check_numbering),
)


def check(document: Document) -> tuple[Finding, ...]:
    """All findings about a document's structure, by place; offsets count in the source file."""
    return tuple(sorted((f for _, run in CHECKS for f in run(document)), key=Finding.order))
