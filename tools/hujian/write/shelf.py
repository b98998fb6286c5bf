"""A collection with what every page looks up: documents by path, who shares how much with whom."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from hujian.model import Address, Collection, Copy, Document, Formulation, Match, Span
from hujian.write.copies import copy_groups
from hujian.write.units import Units
from hujian.write.view import by_level_and_date, text_url

_GENERIC = ("slogan", "template")
"""Labels of wording that tells nothing of who follows whom (套话)."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How much of one document stands in another one."""

    document: Document  # the other one
    url: str  # site-relative
    passages: int
    share: float  # 0 to 1: part of the first document's letters
    distinctive: float  # the same without slogans and templates


def is_generic(formulation: Formulation) -> bool:
    """Whether a formulation is 套话: a slogan or a template."""
    return formulation.label in _GENERIC


class Shelf:
    """Looks things up in one collection; each table is made once, when first asked for."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._units: dict[str, Units] = {}
        self._starts: dict[str, list[int]] = {}
        self._shared: dict[str, list[Shared]] = {}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by path."""
        return {d.path: d for d in self.collection.documents}

    @cached_property
    def ordered(self) -> list[Document]:
        """Documents by level and date."""
        return by_level_and_date(self.collection)

    @cached_property
    def rank(self) -> dict[str, int]:
        """Positions of documents in that order, by path."""
        return {d.path: at for at, d in enumerate(self.ordered)}

    @cached_property
    def findings(self) -> Counter[str]:
        """Numbers of findings by path."""
        return Counter(f.source for f in self.collection.findings)

    @cached_property
    def formulations(self) -> dict[str, Formulation]:
        """Formulations by id."""
        return {f.id: f for f in self.collection.detection.formulations}

    @cached_property
    def matches(self) -> dict[str, Match]:
        """Matches by id."""
        return {m.id: m for m in self.collection.detection.matches}

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """Ids of the formulations of which a formulation is a part, seen from the larger one."""
        found: dict[str, list[str]] = defaultdict(list)
        for formulation in self.collection.detection.formulations:
            for larger in formulation.contained_in:
                found[larger].append(formulation.id)
        return found

    @cached_property
    def copies(self) -> dict[str, list[Copy]]:
        """Copies by the path of either file."""
        found: dict[str, list[Copy]] = defaultdict(list)
        for copy in self.collection.detection.copies:
            found[copy.a].append(copy)
            found[copy.b].append(copy)
        return found

    @cached_property
    def copy_groups(self) -> dict[str, list[str]]:
        """Paths of all files with the same text, by the path of each."""
        return copy_groups(self.collection)

    @cached_property
    def coverage(self) -> dict[tuple[str, str], tuple[float, float]]:
        """Shares of (document, other), all and distinctive, as detect measured them."""
        return {
            (c.document, c.other): (c.share, c.distinctive / c.letters)
            for c in self.collection.detection.coverage
        }

    def address(self, path: str) -> Address:
        """Addresses of the document at ``path``."""
        return self.collection.addresses[path]

    def url(self, path: str, anchor: str = "") -> str:
        """Site-relative URL of a document's page."""
        return text_url(self.address(path), anchor)

    def paragraph(self, path: str, at: int) -> int:
        """Index of the paragraph of a document that holds a clean offset."""
        if path not in self._starts:
            self._starts[path] = [p.start for p in self.documents[path].paragraphs]
        return max(0, bisect.bisect_right(self._starts[path], at) - 1)

    def units(self, path: str) -> Units:
        """Offsets of a document as a browser counts them."""
        if path not in self._units:
            self._units[path] = Units(self.documents[path].text)
        return self._units[path]

    def wording(self, span: Span) -> str:
        """The text of a span."""
        return self.documents[span.document].text[span.start : span.end]

    def shared(self, path: str) -> list[Shared]:
        """Other documents by how much of this one stands in them, most first."""
        if path not in self._shared:
            self._shared[path] = self._measure(path)
        return self._shared[path]

    def _measure(self, path: str) -> list[Shared]:
        passages = Counter(p.there.document for p in self.collection.links[path].parallels)
        found = [
            Shared(self.documents[other], self.url(other), number, *self.coverage[path, other])
            for other, number in passages.items()
        ]
        return sorted(found, key=lambda s: (-s.share, s.document.path))
