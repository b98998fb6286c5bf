"""Everything for other programs: clean texts, portable Markdown, all records, flat tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from hujian.model import Address, Collection, Document
from hujian.write.cells import table
from hujian.write.columns import COLUMNS
from hujian.write.datapackage import PACKAGE, Weighed, package
from hujian.write.markdown import to_markdown
from hujian.write.page import DataFile
from hujian.write.records import RECORDS, to_lines
from hujian.write.sourced import Record
from hujian.write.tables import TABLES, Facts, facts_of, rows_of


def export_files(collection: Collection) -> Iterator[DataFile]:
    """Files of an export, with paths relative to its folder."""
    for document in collection.documents:
        yield from _of_document(document, collection.addresses[document.path])
    described = [Weighed(file) for file in (*_records(collection), *_tables(collection))]
    yield from (DataFile(file.path, file.data) for file in described)
    yield DataFile(PACKAGE, lambda: package(collection, described))


def _of_document(document: Document, address: Address) -> Iterator[DataFile]:
    """Its clean text, to the letter: the ledger leads from it back to the source; and its Markdown."""
    yield DataFile(f"text/{address.id}.txt", document.text.encode)
    yield DataFile(f"markdown/{address.id}.md", lambda: to_markdown(document, address).encode())


def _records(collection: Collection) -> Iterator[DataFile]:
    for name, records in RECORDS.items():
        yield DataFile(f"records/{name}.jsonl", partial(_lines, records, collection))


def _tables(collection: Collection) -> Iterator[DataFile]:
    facts = cache(lambda: facts_of(collection))  # for all of them
    for name in TABLES:
        yield DataFile(f"tables/{name}.csv", partial(_table, name, collection, facts))


def _table(name: str, collection: Collection, facts: Callable[[], Facts]) -> bytes:
    return table([column.name for column in COLUMNS[name]], rows_of(name, collection, facts()))


def _lines(records: Callable[[Collection], Iterator[Record]], collection: Collection) -> bytes:
    return "".join(to_lines(records(collection))).encode()
