"""Records made by hand, for tests of the rooms behind read, clean and parse."""

from __future__ import annotations

import difflib
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import SupportsIndex, TypeVar, overload

from hujian.fold import letters_of
from hujian.link import Lock, assign, cross
from hujian.model import (
    UNKNOWN,
    CleanText,
    Collection,
    Coverage,
    Detection,
    Document,
    Encoding,
    Heading,
    Match,
    Paragraph,
    ParagraphKind,
    Segment,
    SourceFile,
    Stretch,
    StretchKind,
    Value,
)

T = TypeVar("T")
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
    found = completed(detection or Detection(), {d.path: d for d in documents})
    addressed = assign(documents, lock)
    links = cross(documents, found, addressed.addresses)
    return Collection(documents, found, addressed.addresses, links, retired=addressed.retired)


def completed(found: Detection, documents: Mapping[str, Document]) -> Detection:
    """The detection with alignments and coverage: detect always gives them, a test need not."""
    matches = tuple(
        m if m.stretches else replace(m, stretches=_stretches(m, documents)) for m in found.matches
    )
    told = {(c.document, c.other) for c in found.coverage}
    covered: dict[tuple[str, str], set[int]] = defaultdict(set)
    for match in matches:
        for here, there in ((match.a, match.b), (match.b, match.a)):
            covered[here.document, there.document].update(range(here.start, here.end))
    further = (
        _coverage(documents[here], there, places)
        for (here, there), places in covered.items()
        if (here, there) not in told
    )
    coverage = sorted([*found.coverage, *further], key=lambda c: (c.document, c.other))
    return replace(found, matches=matches, coverage=tuple(coverage))


def _coverage(document: Document, other: str, places: set[int]) -> Coverage:
    shared = sum(len(letters_of(document.text[at])) for at in places)
    return Coverage(document.path, other, shared, shared, len(letters_of(document.text)))


def _stretches(match: Match, documents: Mapping[str, Document]) -> tuple[Stretch, ...]:
    kinds: dict[str, StretchKind] = {
        "equal": "equal",
        "replace": "replaced",
        "insert": "inserted",
        "delete": "deleted",
    }
    a, b = match.a, match.b
    sides = (documents[span.document].text[span.start : span.end] for span in (a, b))
    codes = difflib.SequenceMatcher(None, *sides, autojunk=False).get_opcodes()
    return tuple(
        Stretch(kinds[tag], a.start + i, a.start + j, b.start + k, b.start + m) for tag, i, j, k, m in codes
    )


class Watched(tuple[T, ...]):
    """A sequence that counts how many of its members are looked at."""

    looks = 0

    def __iter__(self) -> Iterator[T]:
        for member in super().__iter__():
            self.looks += 1
            yield member

    @overload
    def __getitem__(self, at: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> T | tuple[T, ...]:
        self.looks += 1
        return super().__getitem__(at)
