"""What is known of a document while the chain of recognisers is at work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from hujian.fold import simplified
from hujian.model import UNKNOWN, CleanText, Heading, ParagraphKind, Value
from hujian.settings import SUSPICIOUS


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the clean text; offsets count in it, without the line end."""

    index: int
    start: int
    end: int
    text: str  # in simplified characters, letter for letter: what recognisers read, not what is published


@dataclass(frozen=True)
class Draft:
    """A document half recognised; every recogniser returns a new one."""

    clean: CleanText
    lines: tuple[Line, ...]
    kinds: tuple[ParagraphKind, ...]  # parallel to lines; "body" until recognised as something else
    title: Value = UNKNOWN
    date: Value = UNKNOWN
    speaker: Value = UNKNOWN
    level: Value = UNKNOWN
    place: Value = UNKNOWN
    headings: tuple[Heading, ...] = ()
    note: str = ""

    @cached_property
    def plain(self) -> str:
        """The whole text as the recognisers read it."""
        return "\n".join(line.text for line in self.lines)

    def published(self, line: Line, start: int = 0, end: int | None = None) -> str:
        """The author's own characters of a line, or of a stretch of it."""
        return self.clean.text[line.start : line.end][start:end]

    @cached_property
    def suspicious(self) -> frozenset[int]:
        """Indexes of the lines that were flagged as advertisements."""
        flagged = {self.clean.from_source(e.start) for e in self.clean.ledger if e.rule == SUSPICIOUS}
        return frozenset(line.index for line in self.lines if line.start in flagged)

    @cached_property
    def title_lines(self) -> tuple[Line, ...]:
        """The lines that were recognised as title and subtitle."""
        return self.of_kind("title")

    def of_kind(self, kind: ParagraphKind) -> tuple[Line, ...]:
        """The lines of one kind, in text order."""
        return tuple(line for line, k in zip(self.lines, self.kinds, strict=True) if k == kind)

    def marked(self, kind: ParagraphKind, *lines: Line) -> Draft:
        """The same draft with these lines recognised as ``kind``."""
        kinds = list(self.kinds)
        for line in lines:
            kinds[line.index] = kind
        return replace(self, kinds=tuple(kinds))


def begin(clean: CleanText) -> Draft:
    """Cut a clean text into its lines; nothing is recognised yet."""
    lines: list[Line] = []
    start = 0
    for index, text in enumerate(simplified(clean.text).split("\n") if clean.text else ()):
        lines.append(Line(index, start, start + len(text), text))
        start += len(text) + 1
    return Draft(clean, tuple(lines), _all_body(len(lines)))


def _all_body(count: int) -> tuple[ParagraphKind, ...]:
    body: ParagraphKind = "body"
    return (body,) * count
