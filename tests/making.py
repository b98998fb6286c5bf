"""Records made by hand, for tests of the rooms behind read, clean and parse."""

from __future__ import annotations

import hashlib

from hujian.link import Lock, assign, cross
from hujian.model import (
    UNKNOWN,
    CleanText,
    Collection,
    Detection,
    Document,
    Encoding,
    Heading,
    Paragraph,
    ParagraphKind,
    Segment,
    SourceFile,
    Value,
)

UTF8 = Encoding("utf-8", "utf-8", b"", "严格的 UTF-8")


def make_document(
    *lines: str,
    path: str = "a.txt",
    kinds: dict[int, ParagraphKind] | None = None,
    headings: tuple[Heading, ...] = (),
    title: str | None = None,
    date: str | None = None,
) -> Document:
    """A document whose clean text is its source: one paragraph a line."""
    text = "\n".join(lines)
    data = text.encode()
    source = SourceFile(path, data, hashlib.sha256(data).hexdigest(), text, UTF8)
    segments = (Segment(0, len(text), 0, len(text)),) if text else ()
    paragraphs = []
    at = 0
    for number, line in enumerate(lines):
        paragraphs.append(Paragraph((kinds or {}).get(number, "body"), at, at + len(line)))
        at += len(line) + 1
    return Document(
        CleanText(source, text, segments, ()),
        Value(title, "stated") if title else UNKNOWN,
        Value(date, "stated") if date else UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        tuple(paragraphs),
        headings,
    )


def make_collection(
    *documents: Document, detection: Detection | None = None, lock: Lock | None = None
) -> Collection:
    """A collection as the pipeline makes it, without findings."""
    found = detection or Detection()
    addressed = assign(documents, lock)
    links = cross(documents, found, addressed.addresses)
    return Collection(documents, found, addressed.addresses, links, retired=addressed.retired)
