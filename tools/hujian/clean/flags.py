"""What is pointed out to the keeper and never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.clean.context import Context
from hujian.clean.hard_wraps import TOLD, broken_lines
from hujian.clean.lines import lines_of
from hujian.clean.lost import LOST_RUN
from hujian.clean.patterns import spans
from hujian.clean.spam import Weighed, weigh
from hujian.clean.text_lines import SENTENCE
from hujian.model import CleanText, Edit
from hujian.settings import SUSPICIOUS

_LONGEST_SUSPICIOUS = 60
_OF_CARE = re.compile(r"(?:内部(?:资料|文件|材料|参阅|刊物)|注意保[存管密]|[（），。！\s])+")
"""What agencies print above their documents; a block of advertisements may still hold it."""
_TELLING = frozenset({"contact", "limits"})
_SIGNALS = 3  # with fewer, and none of these telling, it may be a plain sentence
_EDGE = 6  # first and last lines with text, among which a single telling word is enough
_TELLING_AT_EDGE = _TELLING | {"action"}


def flags_of(clean: CleanText, context: Context) -> Iterator[Edit]:
    """Flags in source offsets; ``after`` is what stands there."""
    for start, end, rule, reason in (
        *_patterns(clean, context),
        *_suspicious(clean, context),
        *_broken(clean, context),
    ):
        if rule in context.rules.off:
            continue
        first, last = clean.to_source(start, end)
        there = clean.source.text[first:last]
        if LOST_RUN.search(there):
            continue  # the gap is our own mark, and already on record
        yield Edit(rule, "flag", first, last, there, there, reason)


def _patterns(clean: CleanText, context: Context) -> Iterator[tuple[int, int, str, str]]:
    for rule in context.rules.rules:
        if rule.edit_class == "flag":
            for start, end in spans(rule, clean.text):
                yield start, end, rule.id, rule.reason


def _broken(clean: CleanText, context: Context) -> Iterator[tuple[int, int, str, str]]:
    reason = context.rules.reason(TOLD)
    return ((start, end, TOLD, reason) for start, end in broken_lines(clean.text))


def _suspicious(clean: CleanText, context: Context) -> Iterator[tuple[int, int, str, str]]:
    """Lines that look like an advertisement, but were not taken out for want of evidence."""
    reason = context.rules.reason(SUSPICIOUS)
    lines = lines_of(clean.text)
    for line in lines:
        wording = clean.text[line.start : line.end]
        if len(wording) > _LONGEST_SUSPICIOUS or SENTENCE.search(wording) or _OF_CARE.fullmatch(wording):
            continue
        at_edge = line.number < _EDGE or line.number >= len(lines) - _EDGE
        if _is_suspicious(weigh(clean.text, line, context), at_edge=at_edge):
            yield line.start, line.end, SUSPICIOUS, reason


def _is_suspicious(line: Weighed, *, at_edge: bool) -> bool:
    if at_edge and line.tainted:
        return line.suspected or bool(line.strong & _TELLING_AT_EDGE)
    return line.suspected and (len(line.signals) >= _SIGNALS or bool(line.strong & _TELLING))
