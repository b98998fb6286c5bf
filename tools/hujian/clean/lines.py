"""The lines of a text under cleaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hujian.clean.characters import is_visible
from hujian.clean.draft import Cut
from hujian.model import EditClass


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line end, in offsets of the present text."""

    number: int  # from 0
    start: int
    end: int
    filled: bool  # has anything that can be seen


@lru_cache(maxsize=4)  # several steps look at the lines of the same text
def lines_of(text: str) -> tuple[Line, ...]:
    """All lines, empty ones too."""
    lines = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        lines.append(Line(number, at, at + len(line), is_visible(line)))
        at += len(line) + 1
    return tuple(lines)


def block_cut(
    lines: Sequence[Line], block: tuple[int, int], rule: str, reason: str, edit_class: EditClass = "auto"
) -> Cut:
    """Take out a block of lines with the line end behind it, so that its neighbours stay apart.

    Args:
        lines: all lines of the text.
        block: numbers of the first and the last line to go.
        rule: id of the rule.
        reason: Chinese.
        edit_class: "auto" or "display".
    """
    first, last = block
    end = lines[last].end if last + 1 == len(lines) else lines[last].end + 1
    return Cut(lines[first].start, end, rule, reason, edit_class=edit_class)
