"""Records of detect: what the texts of a collection share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hujian.model.span import Span

MatchKind = Literal["verbatim", "light", "adapted"]

Label = Literal["slogan", "quotation", "template", "substantive"]

StretchKind = Literal["equal", "replaced", "inserted", "deleted", "moved"]
"""inserted: only in b; deleted: only in a; moved: on both sides, but in another order."""


Verb = Literal["add", "forbid", "merge", "name"]


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a line of the keeper's formulations.txt asks for."""

    verb: Verb
    wordings: tuple[str, ...]  # as written; for "merge" the canonical one first, else exactly one
    line: int  # in the file, from 1
    name: str = ""  # for "name"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a match's alignment; a side that has nothing is empty (start == end)."""

    kind: StretchKind
    a_start: int  # clean offsets in the document of a
    a_end: int
    b_start: int  # clean offsets in the document of b
    b_end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that two documents share; spans in clean offsets, a before b in path order."""

    id: str
    a: Span
    b: Span
    similarity: float  # 2·LCS / (|a| + |b|) over letters
    kind: MatchKind
    stretches: tuple[Stretch, ...] = ()  # tile a and b, by (a_start, b_start); marks go with what they follow
    earlier: Literal["a", "b"] | None = None  # which side is older; None if the dates do not tell


@dataclass(frozen=True, slots=True)
class Formulation:
    """A recurring wording (提法) with every place where it or a variant of it stands."""

    id: str  # derived from the folded canonical wording: the same in every build
    canonical: str
    variants: tuple[str, ...]  # other wordings, most frequent first; without the canonical one
    label: Label
    occurrences: tuple[Span, ...]  # clean offsets, by (document, start)
    earliest: Span | None = None  # the occurrence in the oldest document; None if the dates do not tell
    contained_in: tuple[str, ...] = ()  # ids of formulations of which this wording is a part
    expansions: tuple[Span, ...] = ()  # where a numbered formulation (四个意识) is spelt out
    name: str = ""  # what the keeper calls it

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
class Coverage:
    """How much of one document stands in another one: the union of its matches, over letters."""

    document: str
    other: str
    shared: int  # letters of ``document`` that lie in matches with ``other``
    distinctive: int  # those of them that lie in no slogan and no template
    letters: int  # letters of ``document`` in all

    @property
    def share(self) -> float:
        """Shared letters over all letters, 0 to 1."""
        return self.shared / self.letters


@dataclass(frozen=True, slots=True)
class Family:
    """A passage that stands in three or more documents, told once with the list of its places."""

    id: str
    places: tuple[Span, ...]  # clean offsets, by (document, start)
    earliest: Span | None = None  # None if the dates do not tell
    untold: int = 0  # further places beyond the stated limit


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that was cut off at a stated limit."""

    subject: str  # Chinese: what, e.g. 提法
    told: int
    found: int


@dataclass(frozen=True, slots=True)
class Detection:
    """What detect found in a collection."""

    matches: tuple[Match, ...] = ()
    formulations: tuple[Formulation, ...] = ()  # weightiest first
    copies: tuple[Copy, ...] = ()
    families: tuple[Family, ...] = ()
    coverage: tuple[Coverage, ...] = ()  # by (document, other); both directions of every pair with a match
    limits: tuple[Limit, ...] = ()
    idle: tuple[Instruction, ...] = ()  # the keeper's instructions that matched nothing
