"""The files of the plain-scan tier.

    search/manifest.js         small, the one fixed name: which files there are
    search/fold-<hash>.js      the folding table
    search/guide-<hash>.js     formulations, for suggestions
    search/text-<hash>.js      documents and pages, about 1 MB a file

Equal input gives equal bytes; only files whose content changed get new names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hujian.fold import letters_of
from hujian.model import Collection
from hujian.search.foldtable import fold_table
from hujian.search.pages import PlainPage
from hujian.search.records import Record, document_record, page_record
from hujian.search.script import call, hashed_name

FOLDER = "search"
FILE_SIZE = 1_000_000
"""Bytes of text a file: few requests, and yet the first results need not wait for everything."""


def search_files(collection: Collection, pages: Sequence[PlainPage] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield every search file as (path relative to the site root, content); the manifest comes last.

    Args:
        collection: documents in path order with their addresses and the formulations found in them.
        pages: hand-written pages, searched too.
    """
    fold_data = call("fold", fold_table())
    guide_data = call("guide", {"formulations": _formulations(collection)})
    names = {"fold": hashed_name("fold", fold_data), "guide": hashed_name("guide", guide_data)}
    yield f"{FOLDER}/{names['fold']}", fold_data
    yield f"{FOLDER}/{names['guide']}", guide_data
    texts = []
    for records in _packed(_records(collection, pages)):
        data = call("add", records)
        texts.append(hashed_name("text", data))
        yield f"{FOLDER}/{texts[-1]}", data
    manifest = {**names, "texts": texts, "documents": len(collection.documents), "pages": len(pages)}
    yield f"{FOLDER}/manifest.js", call("manifest", manifest)


def _records(collection: Collection, pages: Iterable[PlainPage]) -> Iterator[Record]:
    for document in collection.documents:
        yield document_record(document, collection.addresses[document.path])
    for page in sorted(pages, key=lambda page: page.url):
        yield page_record(page)


def _formulations(collection: Collection) -> list[tuple[str, str, int]]:
    """Id, canonical wording and number of documents, most widespread first."""
    formulations = collection.detection.formulations
    rows = ((each.id, each.canonical, each.documents) for each in formulations if letters_of(each.canonical))
    return sorted(rows, key=lambda row: (-row[2], row[0]))


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
