"""Which runs of numbered siblings are headings, and which are lists, prose or enumerations."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from hujian.parse.attachments import FAMILY as ATTACHMENT
from hujian.parse.candidates import PLAIN, Candidate
from hujian.parse.markers import DASH
from hujian.parse.nesting import Placed

Run = Sequence[Placed]
_BLANK: Final = re.compile(r"\s+")
_SAFE_ALONE: Final = frozenset({ATTACHMENT, "part", "chapter", "section", "article", "comma", "paren", PLAIN})
_LATE: Final = frozenset({ATTACHMENT, "part", "chapter", "section", "article", "comma", "paren", PLAIN, DASH})


def without_lists(every: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Drop the items of lists: lines that end in ；and the one that follows with the next number or dash.

    They go before anything nests, since a list may use the numbers of the headings around it.
    """
    items: set[int] = set()
    for one, following in zip(every, [*every[1:], None], strict=False):
        if not one.listed or not (one.number or one.family == DASH):
            continue
        items.add(one.line)
        if following and following.line == one.line + 1 and _follows(one, following):
            items.add(following.line)
    return tuple(c for c in every if c.line not in items)


def _follows(one: Candidate, following: Candidate) -> bool:
    return following.family == one.family and (following.number == one.number + 1 or one.family == DASH)


def surviving(placed: Sequence[Placed], text: str) -> tuple[Candidate, ...]:
    """The candidates that are headings: members of runs against which no rule speaks."""
    ordered = sorted(placed, key=lambda p: (p.run, p.candidate.line))
    kept: list[Candidate] = []
    recurring = _Recurring(placed, text)
    for _, group in groupby(ordered, key=lambda p: p.run):
        run = _without_enumerations(list(group))
        if run and not recurring(run) and not any(rule(run) for _, rule in AGAINST):
            kept.extend(p.candidate for p in run)
    return tuple(sorted(kept, key=lambda c: c.line))


def _without_enumerations(run: list[Placed]) -> list[Placed]:
    """Drop members whose next number stands in the same paragraph and not at the next one's start."""
    numbers = [p.candidate.number for p in run[1:]] + [0]
    return [
        p
        for p, following in zip(run, numbers, strict=True)
        if not p.candidate.inner or following == p.candidate.number + 1
    ]


def _is_clause_of_article(run: Run) -> bool:
    """What is numbered below an article (款, 项, 目) has no heading."""
    return run[0].parent == "article" and run[0].candidate.family not in {"chapter", "section", "part"}


def _is_prose(run: Run) -> bool:
    """Most members open with a sentence too long for a heading."""
    return 2 * sum(p.candidate.titled for p in run) < len(run) + (len(run) == 1)


def _is_bare(run: Run) -> bool:
    """One short sentence after the other with nothing between: a list of points."""
    lines = [p.candidate.line for p in run]
    return len(run) > 1 and all(p.candidate.bare for p in run) and lines[-1] - lines[0] == len(run) - 1


def _is_lonely(run: Run) -> bool:
    """A single member is a heading only on its own line, and only in the highest kinds."""
    one = run[0].candidate
    return len(run) == 1 and (one.family not in _SAFE_ALONE or (one.run_in and one.family != "article"))


def _begins_late(run: Run) -> bool:
    """Weak numbering that does not begin with one is something else (a second attachment, a rest)."""
    one = run[0].candidate
    return one.number > 1 and one.family not in _LATE


AGAINST: Final[tuple[tuple[str, Callable[[Run], bool]], ...]] = (
    ("clause of an article", _is_clause_of_article),
    ("prose", _is_prose),
    ("bare points", _is_bare),
    ("lonely", _is_lonely),
    ("late beginning", _begins_late),
)


class _Recurring:
    """A table of contents: lines directly below each other that all come again later."""

    def __init__(self, placed: Sequence[Placed], text: str) -> None:
        self._text = text
        self._last: dict[str, int] = {}
        self._lines = {p.candidate.line for p in placed if not p.candidate.run_in}
        for p in placed:
            self._last[self._wording(p.candidate)] = p.candidate.line

    def __call__(self, run: Run) -> bool:
        if any(p.candidate.run_in for p in run):
            return False
        return all(
            self._last[self._wording(p.candidate)] > p.candidate.line for p in run
        ) and self._is_stacked(run)

    def _is_stacked(self, run: Run) -> bool:
        return all(p.candidate.line + 1 in self._lines or p.candidate.line - 1 in self._lines for p in run)

    def _wording(self, candidate: Candidate) -> str:
        return _BLANK.sub("", self._text[candidate.start : candidate.end])
