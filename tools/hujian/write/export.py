"""Everything for other programs: clean texts, portable Markdown, all records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from hujian.model import Address, Collection, Document
from hujian.write.markdown import to_markdown
from hujian.write.page import DataFile
from hujian.write.records import RECORDS, to_lines
from hujian.write.sourced import Record


def export_files(collection: Collection) -> Iterator[DataFile]:
    """Files of an export, with paths relative to its folder."""
    for document in collection.documents:
        yield from _of_document(document, collection.addresses[document.path])
    for name, records in RECORDS.items():
        yield DataFile(f"records/{name}.jsonl", partial(_lines, records, collection))


def _of_document(document: Document, address: Address) -> Iterator[DataFile]:
    """Its clean text, to the letter: the ledger leads from it back to the source; and its Markdown."""
    yield DataFile(f"text/{address.id}.txt", document.text.encode)
    yield DataFile(f"markdown/{address.id}.md", lambda: to_markdown(document, address).encode())


def _lines(records: Callable[[Collection], Iterator[Record]], collection: Collection) -> bytes:
    return "".join(to_lines(records(collection))).encode()
