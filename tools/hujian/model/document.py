"""Records of parse: a text with its metadata and structure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hujian.model.clean import CleanText

Basis = Literal["stated", "inferred", "catalog", "unknown"]
"""How a value is known: written in the text, concluded from it, given by the keeper, or not at all."""

Level = Literal["national", "province", "city", "district", "county", "township", "unit", "unknown"]
"""Administrative level of the body that speaks, highest first."""

ParagraphKind = Literal[
    "title", "dateline", "byline", "addressee", "salutation", "heading", "body", "signature"
]


@dataclass(frozen=True, slots=True)
class Value:
    """A piece of metadata with how it is known."""

    value: str | None
    basis: Basis
    span: tuple[int, int] | None = None  # clean offsets where it is stated
    note: str = ""  # Chinese: from what it was concluded


UNKNOWN = Value(None, "unknown")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text: one line of the clean text."""

    kind: ParagraphKind
    start: int  # clean offsets, without the line end
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: a line of its own, or the lead sentence of a paragraph (run-in)."""

    depth: int  # 1 for the highest kind in this document, no level skipped
    marker: str  # 一、 （一） 第一， 一要 ...; "" for unnumbered lead sentences
    start: int  # clean offsets of the whole heading with its marker (and closing 。 if run-in)
    end: int
    run_in: bool
    paragraph: int  # index into Document.paragraphs


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its structure."""

    clean: CleanText
    title: Value  # basis "inferred": a supplied title (拟题)
    date: Value  # ISO 8601, with the precision that is known: 2023, 2023-06, 2023-06-28
    speaker: Value
    level: Value  # value is a Level
    place: Value
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]  # in text order
    origin: str = ""  # where the text comes from, as the keeper gives it
    note: str = ""  # the keeper's remark

    @property
    def path(self) -> str:
        """Path of the source file, relative to the content folder."""
        return self.clean.source.path

    @property
    def text(self) -> str:
        """The published text; all offsets of parse, detect, link, write and search count in it."""
        return self.clean.text

    @property
    def name(self) -> str:
        """What to call it: its title, else its file name."""
        return self.title.value or self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
