"""Rules that are one pattern each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hujian.clean.context import Context
from hujian.clean.draft import Cut
from hujian.clean.lines import Line, block_cut, lines_of
from hujian.clean.recurrence import HEAD_LINES, TAIL_LINES
from hujian.clean.rules import Rule, Where


def layout_line_cuts(text: str, context: Context) -> Iterator[Cut]:
    """Whole lines, anywhere or among the first or last ones. The last line of a text never goes."""
    lines = lines_of(text)
    filled = [line for line in lines if line.filled]
    edges: dict[Where, Sequence[Line]] = {
        "head": filled[:HEAD_LINES],
        "tail": filled[-TAIL_LINES:],
        "line": filled,
    }
    taken: dict[int, Rule] = {}
    for rule in context.rules.at("head", "tail", "line"):
        for line in edges[rule.where]:
            if rule.pattern.fullmatch(text, line.start, line.end):
                taken.setdefault(line.number, rule)
    numbers = [n for n in sorted(taken) if not context.rules.kept(text[lines[n].start : lines[n].end])]
    for number in numbers[: len(filled) - 1]:
        rule = taken[number]
        yield block_cut(lines, (number, number), rule.id, rule.reason, rule.edit_class)


def mark_cuts(text: str, context: Context) -> Iterator[Cut]:
    """Parts of lines; where two rules want the same place, the earlier rule has it."""
    found = [
        Cut(start, end, rule.id, rule.reason, edit_class=rule.edit_class)
        for rule in context.rules.at("inline")
        for start, end in spans(rule, text)
        if not (context.rules.keep and context.rules.kept(text[slice(*line_about(text, start))]))
    ]
    return disjoint(sorted(found, key=lambda cut: cut.start))


def spans(rule: Rule, text: str) -> Iterator[tuple[int, int]]:
    """What a rule means: the groups of its pattern if it has any, else the whole match; within a line."""
    pattern = rule.pattern
    excepted, reached = False, 0  # whether the present line is left alone, and where it ends
    for found in pattern.finditer(text):
        if rule.unless and found.start() >= reached:
            first, reached = line_about(text, found.start())
            excepted = rule.unless.search(text, first, reached) is not None
        if excepted:
            continue
        meant = [found.span(group) for group in range(1, pattern.groups + 1)] or [found.span()]
        yield from ((start, end) for start, end in meant if -1 < start < end and "\n" not in text[start:end])


def line_about(text: str, at: int) -> tuple[int, int]:
    """Where the line begins and ends in which an offset lies."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def disjoint(cuts: Iterable[Cut]) -> Iterator[Cut]:
    """Leave out cuts that overlap an earlier one."""
    reached = 0
    for cut in cuts:
        if cut.start >= reached:
            reached = cut.end
            yield cut
