"""Advertisements of resellers at the head or tail of a text.

A line is tainted by strong wording, and suspected when another signal meets it there (see builtin.toml).
Tainted lines that lie together, with at most a few short nondescript lines between them, are a block; a
block goes only if its signals together are clear. Titles, salutations, dates, headings and running text
never belong to a block, and a block begins and ends with a tainted line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hujian.clean.context import Context
from hujian.clean.draft import Cut
from hujian.clean.lines import Line, block_cut, lines_of
from hujian.clean.recurrence import HEAD_LINES
from hujian.clean.text_lines import is_of_the_text, is_running_text

_MOST_BETWEEN = 3  # nondescript lines in a row within a block
_LONGEST = 100  # characters of an advertising line
_SIGNALS = 4  # different signals that a block needs
_STRONG = 3  # of them strong wording


@dataclass(frozen=True, slots=True)
class Weighed:
    """A line with the signals that speak against it."""

    line: Line
    signals: frozenset[str] = frozenset()  # of every kind
    strong: frozenset[str] = frozenset()  # wording that an official text hardly ever has
    protected: bool = False  # it is surely of the text

    @property
    def tainted(self) -> bool:
        """Strong wording; enough to belong to a block, not to make one."""
        return not self.protected and bool(self.strong)

    @property
    def suspected(self) -> bool:
        """Strong wording, and another signal with it."""
        return self.tainted and len(self.signals) >= 2


def advertisement_cuts(text: str, context: Context) -> list[Cut]:
    """The blocks at the head, then those at the tail; at least one line of the text stays."""
    lines = lines_of(text)
    filled = [line for line in lines if line.filled]
    head = _zone(text, filled[:HEAD_LINES], context)
    tail = list(reversed(_zone(text, filled[:-HEAD_LINES:-1], context)))
    taken: set[int] = set()
    found: list[Cut] = []
    for rule, zone in (("spam-header", head), ("spam-footer", tail)):
        for block in _blocks(zone):
            numbers = {weighed.line.number for weighed in block}
            if numbers & taken or len(taken | numbers) >= len(filled) or not _clear(block):
                continue
            taken |= numbers
            reason = f"{context.rules.reason(rule)}：{_told(block, context)}"
            found.append(block_cut(lines, (min(numbers), max(numbers)), rule, reason))
    return sorted(found, key=lambda cut: cut.start)


def weigh(text: str, line: Line, context: Context) -> Weighed:
    """Which signals a line bears."""
    wording = text[line.start : line.end]
    if len(wording.strip()) > _LONGEST or context.rules.kept(wording):
        return Weighed(line, protected=True)
    found = [signal for signal in context.rules.signals if signal.pattern.search(wording)]
    strong = frozenset(signal.id for signal in found if signal.kind == "strong")
    signals = strong | {signal.id for signal in found}
    if strong and context.recurring.several(wording):
        signals |= {"recurring"}
    return Weighed(line, signals, strong, is_of_the_text(wording, len(strong)))


def _zone(text: str, lines: Sequence[Line], context: Context) -> list[Weighed]:
    """Weigh lines from an edge of the text until running text begins."""
    zone: list[Weighed] = []
    for line in lines:
        weighed = weigh(text, line, context)
        if not weighed.tainted and is_running_text(text[line.start : line.end]):
            break
        zone.append(weighed)
    return zone


def _blocks(zone: Sequence[Weighed]) -> Iterator[list[Weighed]]:
    """Stretches that begin and end with a suspected line; lines between are few and nondescript."""
    block: list[Weighed] = []
    between: list[Weighed] = []
    for weighed in zone:
        if weighed.tainted:
            block += (*between, weighed)
            between = []
        elif block:
            between.append(weighed)
            if weighed.protected or len(between) > _MOST_BETWEEN:
                yield block
                block, between = [], []
    if block:
        yield block


def _clear(block: Sequence[Weighed]) -> bool:
    """Do the signals of the block, taken together, leave no doubt?"""
    signals = frozenset[str]().union(*(weighed.signals for weighed in block))
    strong = frozenset[str]().union(*(weighed.strong for weighed in block))
    suspected = any(weighed.suspected for weighed in block)
    return suspected and len(signals) >= _SIGNALS and len(strong) >= _STRONG


def _told(block: Sequence[Weighed], context: Context) -> str:
    """The evidence, in Chinese."""
    signals = frozenset[str]().union(*(weighed.signals for weighed in block))
    told = [signal.told for signal in context.rules.signals if signal.id in signals]
    told += ["多个文件都有"] if "recurring" in signals else []
    return "、".join(dict.fromkeys(told))
