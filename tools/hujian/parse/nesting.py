"""How headings nest: a stack of the headings that are open, walked once through the text.

A kind that is open already continues there; a ranked kind (一、（一）1.) closes the lower ranks; a kind
without a rank (第一， 一是 一要, lead sentences) nests below what is open. Depth is the height of the stack;
so no level is ever skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from hujian.parse.candidates import PLAIN, Candidate
from hujian.parse.draft import Draft
from hujian.parse.markers import LAST

GAP_LIMIT: Final = 3
"""A number that is missing (or miscounted) does not break a run; more than two missing do."""

Event = Candidate | Literal["paragraph", "address"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A heading with its depth, its run of siblings, and the family of the heading above it."""

    candidate: Candidate
    depth: int
    run: int
    parent: str


@dataclass(slots=True)
class _Open:
    candidate: Candidate
    run: int


def events(draft: Draft, headings: Sequence[Candidate]) -> list[Event]:
    """Headings, plain paragraphs and spoken addresses (各位代表！) in text order."""
    by_line = {c.line: c for c in headings}
    stream: list[Event] = []
    for line in draft.lines:
        kind = draft.kinds[line.index]
        if line.index in by_line:
            stream.append(by_line[line.index])
        elif kind == "body":
            stream.append("paragraph")
        elif kind == "salutation":
            stream.append("address")
    return stream


def nest(stream: Iterable[Event], last_lines: frozenset[int] = frozenset()) -> list[Placed]:
    """Give every heading its depth.

    Args:
        stream: what ``events`` gives.
        last_lines: lines of the headings that are the last of their run; a plain paragraph behind one that is
            run in closes the run, since it belongs to the heading above (000: the paragraph after 六要).
    """
    stream = list(stream)
    headings = [event for event in stream if isinstance(event, Candidate)]
    walker = _Walker(last_lines, _families_below_plain(headings), _inverted(headings))
    for event in stream:
        if event == "paragraph":
            walker.close_finished()
        elif event == "address":
            walker.close_unranked()
        else:
            walker.place(event)
    return walker.placed


def _families_below_plain(headings: Sequence[Candidate]) -> frozenset[str]:
    """Numbered families that begin anew under several unnumbered headings stand below these."""
    firsts = [b.family for a, b in pairwise(headings) if a.family == PLAIN and b.number == 1]
    return frozenset(f for f in firsts if firsts.count(f) > 1)


def _inverted(headings: Sequence[Candidate]) -> frozenset[tuple[str, str]]:
    """Families (lower rank, higher rank) that this text nests the other way round.

    Shown by a count that goes on across a whole run of the other: （二） 一、 二、 三、 （三）.
    """
    pairs: set[tuple[str, str]] = set()
    last: dict[str, int] = {}  # family -> place of its latest member
    begun: dict[str, int] = {}  # family -> place where its latest run began
    for at, new in enumerate(headings):
        if new.rank is None:
            continue
        elder = headings[last[new.family]] if new.family in last else None
        if elder and new.number == elder.number + 1:
            between = {f for f, start in begun.items() if start > last[new.family] and f != new.family}
            pairs |= {(new.family, f) for f in between if _rank(headings[begun[f]]) < new.rank}
        if new.number == 1:
            begun[new.family] = at
        last[new.family] = at
    return frozenset(pairs)


def _rank(candidate: Candidate) -> int:
    return candidate.rank if candidate.rank is not None else 0


class _Walker:
    def __init__(
        self, last_lines: frozenset[int], below_plain: frozenset[str], inverted: frozenset[tuple[str, str]]
    ) -> None:
        self.placed: list[Placed] = []
        self._stack: list[_Open] = []
        self._last_lines = last_lines
        self._below_plain = below_plain
        self._inverted = inverted
        self._runs = 0

    def close_finished(self) -> None:
        while self._stack and self._is_finished(self._stack[-1].candidate):
            self._stack.pop()

    def close_unranked(self) -> None:
        while self._stack and self._stack[-1].candidate.rank is None:
            self._stack.pop()

    def place(self, new: Candidate) -> None:
        at = next((i for i, o in enumerate(self._stack) if o.candidate.family == new.family), None)
        if at is None:
            self._make_room(new)
            run = self._new_run()
        else:
            run = self._stack[at].run if _continues(self._stack[at].candidate, new) else self._new_run()
            del self._stack[at:]
        parent = self._stack[-1].candidate.family if self._stack else ""
        self._stack.append(_Open(new, run))
        self.placed.append(Placed(new, len(self._stack), run, parent))

    def _make_room(self, new: Candidate) -> None:
        if new.rank is None:
            return
        while self._stack and self._gives_way(self._stack[-1].candidate, new):
            self._stack.pop()

    def _gives_way(self, top: Candidate, new: Candidate) -> bool:
        if top.rank is not None:
            return (
                new.rank is not None
                and top.rank > new.rank
                and (top.family, new.family) not in self._inverted
            )
        if top.family == PLAIN:
            return not (new.family in self._below_plain or self._is_main_division(new))
        return new.number != 1 or self._is_finished(top)

    def _is_main_division(self, new: Candidate) -> bool:
        """Unnumbered headings are the main parts: two or more, with nothing above, before a first number."""
        plain = sum(p.candidate.family == PLAIN for p in self.placed)
        return new.number == 1 and len(self._stack) == 1 and plain > 1

    def _is_finished(self, top: Candidate) -> bool:
        return top.rank is None and top.run_in and top.line in self._last_lines

    def _new_run(self) -> int:
        self._runs += 1
        return self._runs


def _continues(old: Candidate, new: Candidate) -> bool:
    if not new.number or new.number == LAST:
        return True
    return 0 <= new.number - old.number <= GAP_LIMIT and (new.number > 1 or old.number != 1)
