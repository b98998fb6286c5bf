"""The plain-scan tier: the texts themselves, in files of about 1 MB that are loaded whole.

    search/text-<hash>.js      documents and pages

Where a text changes, its file gets a new name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hujian.search.records import Record
from hujian.search.script import call, hashed_name

FILE_SIZE = 1_000_000
"""Bytes of text a file: few requests, and yet the first results need not wait for everything."""


def scan_files(records: Iterable[Record], manifest: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    """Yield the tier's files as (name, content), and enter them into the manifest."""
    texts: list[str] = []
    for group in _packed(records):
        data = call("add", group)
        texts.append(hashed_name("text", data))
        yield texts[-1], data
    manifest["texts"] = texts


def _packed(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Group records, in order, so that each group's text stays about FILE_SIZE."""
    group: list[Record] = []
    size = 0
    for record in records:
        length = sum(len(text.encode("utf-8", "surrogatepass")) for text in record["texts"])
        if group and size + length > FILE_SIZE:
            yield group
            group, size = [], 0
        group.append(record)
        size += length
    if group:
        yield group
