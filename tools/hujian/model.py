"""The records that travel through the rooms.

Every record is frozen; a change is a new value. Text is referred to by offsets, never by copied
strings. There are two coordinate systems, both counting Unicode code points, half-open:

* *source* offsets count in the decoded source file (``SourceFile.text``); everything that leaves
  the program (records, findings, ledger) is in source offsets;
* *clean* offsets count in ``CleanText.text``; parse, detect, link, write and search work in these.

``CleanText.to_source`` leads from the second to the first, exactly.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import Literal

Basis = Literal["stated", "inferred", "catalog", "unknown"]
"""How a value is known: written in the text, concluded from it, given by the keeper, or not at all."""

Level = Literal["national", "province", "city", "district", "county", "township", "unit", "unknown"]
"""Administrative level of the body that speaks, highest first."""

EditClass = Literal["auto", "display", "flag"]
"""auto: removed or normalised; display: shown by CSS instead; flag: pointed out, never changed."""

ParagraphKind = Literal[
    "title", "dateline", "byline", "addressee", "salutation", "heading", "body", "signature"
]

MatchKind = Literal["verbatim", "light", "adapted"]

Label = Literal["slogan", "quotation", "template", "substantive"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document: half-open offsets, in the coordinates its owner states."""

    document: str  # path of the source file, relative to the content folder, POSIX separators
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the keeper should know: a code, a place, a Chinese sentence and a remedy."""

    code: str  # kebab-case English, stable, e.g. "placeholder"
    source: str  # path relative to the content folder; "" for the collection as a whole
    start: int | None  # source offsets; None where the whole file is meant
    end: int | None
    message: str
    remedy: str

    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by place, then by code."""
        return (self.source, self.start or 0, self.end or 0, self.code, self.message)


# ---------------------------------------------------------------- read


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's bytes became text."""

    name: str  # Python codec with which ``data.decode(name)`` gives the text (it eats the BOM)
    codec: str  # Python codec with which ``bom + text.encode(codec)`` gives the bytes back
    bom: bytes
    basis: str  # Chinese: why this one


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as received, decoded without loss and without newline conversion."""

    path: str
    data: bytes
    sha256: str  # of data, lower-case hex
    text: str
    encoding: Encoding


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that could not be read as text; kept and reported, never published."""

    path: str
    data: bytes
    sha256: str
    reason: str  # Chinese


# ---------------------------------------------------------------- clean


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry of the removal ledger; ``before`` is exactly the source slice start:end.

    For class "flag" ``after`` equals ``before`` and the span may overlap others; the spans of the
    other two classes are disjoint, and together with the kept text they tile the source.
    """

    rule: str
    edit_class: EditClass
    start: int  # source offsets
    end: int
    before: str
    after: str
    reason: str  # Chinese


@dataclass(frozen=True, slots=True)
class Segment:
    """A kept or replaced piece: clean[clean_start:clean_end] came from source[start:end]."""

    clean_start: int
    clean_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CleanText:
    """What is published of a source file, with the exact way back to it."""

    source: SourceFile
    text: str  # paragraphs separated by single "\n", none of them empty, no blank at a line's edge
    segments: tuple[Segment, ...]  # tile ``text``, in order
    ledger: tuple[Edit, ...]  # ordered by (start, end, rule)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map clean offsets to the smallest source stretch that holds them.

        Raises:
            IndexError: if the stretch does not lie in ``text``.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}:{end} is outside of {self.source.path}")
        if start == end:
            return (at := self._position(start), at)
        return self._position(start), self._position(end - 1, last=True)

    def from_source(self, at: int) -> int:
        """Map a source offset to the clean text; one that was removed maps to where it stood."""
        index = bisect.bisect_right(self.segments, at, key=lambda s: s.start) - 1
        if index < 0:
            return 0
        segment = self.segments[index]
        return min(segment.clean_start + at - segment.start, segment.clean_end)

    def _position(self, at: int, *, last: bool = False) -> int:
        """Source offset of the clean character ``at`` (``last``: the offset just behind it)."""
        if not self.segments or at >= self.segments[-1].clean_end:
            return self.segments[-1].end if self.segments else 0
        segment = self.segments[bisect.bisect_right(self.segments, at, key=lambda s: s.clean_start) - 1]
        if segment.clean_end - segment.clean_start != segment.end - segment.start:
            return segment.end if last else segment.start  # replaced: the whole stretch answers
        return segment.start + at - segment.clean_start + (1 if last else 0)


# ---------------------------------------------------------------- parse


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


# ---------------------------------------------------------------- detect


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that two documents share; spans in clean offsets, a before b in path order."""

    id: str
    a: Span
    b: Span
    similarity: float  # 2·LCS / (|a| + |b|) over letters
    kind: MatchKind


@dataclass(frozen=True, slots=True)
class Formulation:
    """A recurring wording (提法) with every place where it or a variant of it stands."""

    id: str  # derived from the folded canonical wording: the same in every build
    canonical: str
    variants: tuple[str, ...]  # other wordings, most frequent first; without the canonical one
    label: Label
    occurrences: tuple[Span, ...]  # clean offsets, by (document, start)

    @property
    def documents(self) -> int:
        """In how many documents it stands."""
        return len({place.document for place in self.occurrences})


@dataclass(frozen=True, slots=True)
class Copy:
    """Two files that hold the same text, but for trifles."""

    a: str
    b: str
    similarity: float  # Jaccard index of their n-grams


@dataclass(frozen=True, slots=True)
class Detection:
    """What detect found in a collection."""

    matches: tuple[Match, ...] = ()
    formulations: tuple[Formulation, ...] = ()
    copies: tuple[Copy, ...] = ()


# ---------------------------------------------------------------- link


@dataclass(frozen=True, slots=True)
class Address:
    """The permanent addresses of one document."""

    document: str  # path
    id: str  # page name: texts/<id>.html
    paragraphs: tuple[str, ...]  # "p12", parallel to Document.paragraphs
    headings: tuple[str, ...]  # "h3", parallel to Document.headings
    aliases: tuple[tuple[str, int], ...] = ()  # (dropped id, index of the paragraph that stands in)


@dataclass(frozen=True, slots=True)
class Mark:
    """An occurrence of a formulation as it stands on its document's page."""

    formulation: str  # id
    start: int  # clean offsets
    end: int
    anchor: str  # element id on the document's page
    target: str  # site-relative URL of the same occurrence on the formulation's page
    documents: int  # how many documents share it


@dataclass(frozen=True, slots=True)
class Parallel:
    """A match as seen from one of its two documents."""

    match: str  # id of the Match; the element id of the entry in the list of parallels
    paragraph: int  # index of the paragraph in which ``here`` begins
    here: Span  # clean offsets
    there: Span
    target: str  # site-relative URL of the paragraph in which ``there`` begins
    back: str  # site-relative URL of the entry of the same match on the other page
    kind: MatchKind
    similarity: float


@dataclass(frozen=True, slots=True)
class Links:
    """All cross-references that start in one document."""

    marks: tuple[Mark, ...] = ()  # by (start, -end, formulation)
    parallels: tuple[Parallel, ...] = ()  # by (here.start, here.end, there)


@dataclass(frozen=True, slots=True)
class Retired:
    """A published page whose subject is gone; it says so, and every old address on it still resolves."""

    url: str  # site-relative, e.g. texts/old.html
    name: str
    anchors: tuple[str, ...]
    successor: str  # site-relative URL of what stands in, or ""


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything that is known when the pages are written. Sequences are in path order."""

    documents: tuple[Document, ...]
    detection: Detection
    addresses: dict[str, Address]  # by document path
    links: dict[str, Links]  # by document path
    findings: tuple[Finding, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    retired: tuple[Retired, ...] = ()
