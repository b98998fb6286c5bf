"""Everything for other programs: clean texts, portable Markdown, all records."""

from __future__ import annotations

from collections.abc import Iterator

from hujian.model import Collection
from hujian.write.markdown import to_markdown
from hujian.write.page import DataFile
from hujian.write.records import RECORDS, to_lines


def export_files(collection: Collection) -> Iterator[DataFile]:
    """Files of an export, with paths relative to its folder."""
    for document in collection.documents:
        name = collection.addresses[document.path].id
        text = (document.text + "\n").encode() if document.text else b""
        markdown = to_markdown(document, collection.addresses[document.path]).encode()
        yield DataFile(f"text/{name}.txt", lambda data=text: data)  # type: ignore[misc]
        yield DataFile(f"markdown/{name}.md", lambda data=markdown: data)  # type: ignore[misc]
    for name, records in RECORDS.items():
        lines = "".join(to_lines(records(collection))).encode()
        yield DataFile(f"records/{name}.jsonl", lambda data=lines: data)  # type: ignore[misc]
