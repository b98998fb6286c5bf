"""Records of link, and the collection as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from hujian.model.detection import Detection, MatchKind
from hujian.model.document import Document
from hujian.model.finding import Finding
from hujian.model.source import Quarantined, Unpublished
from hujian.model.span import Span


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
    unpublished: tuple[Unpublished, ...] = ()
