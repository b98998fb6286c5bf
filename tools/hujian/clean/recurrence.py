"""Lines that stand at the head or tail of several files: what a site adds to every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from hujian.clean.characters import LINE_END, is_visible, key_of
from hujian.model import SourceFile

HEAD_LINES = 30  # lines with text that count as the head of a file
TAIL_LINES = 60  # a licence box taken from a web page breaks into some forty lines
FEWEST_FILES = 3
LEAST_SHARE = 0.2  # of all files: a template, not a chance repetition
_LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class Recurring:
    """How many different texts have a line at head or tail; lines of fewer than three are left out."""

    files: int = 0
    counts: dict[str, int] = field(default_factory=dict)  # by ``key_of``

    def several(self, line: str) -> bool:
        """Does the line stand at head or tail of at least three files?"""
        return key_of(line) in self.counts

    def widespread(self, line: str) -> bool:
        """Does it stand in at least three files and a fifth of all?"""
        return self.counts.get(key_of(line), 0) >= max(FEWEST_FILES, LEAST_SHARE * self.files)


NOTHING_RECURS = Recurring()


def recurring_of(sources: Iterable[SourceFile]) -> Recurring:
    """Count the lines at the heads and tails of a collection. Copies of one text count once."""
    texts = {source.text for source in sources}
    counts: Counter[str] = Counter()
    for text in texts:
        lines = [line for line in LINE_END.split(text) if is_visible(line)]
        edges = {*lines[:HEAD_LINES], *lines[-TAIL_LINES:]}
        counts.update({key_of(line) for line in edges if len(line) <= _LONGEST_LINE})
    return Recurring(len(texts), {line: n for line, n in counts.items() if n >= FEWEST_FILES})
