"""A paragraph's text as HTML: escaped runs, links of formulations, sentences, headings, placeholders.

Marks may nest and overlap while HTML elements may not. A stretch is linked to the longest formulation
over it, so that what is read, heard and reached by the keyboard is a wording and no shred of one; where
a shorter one lies in it that more documents share, its line is drawn in the link. Of two that overlap
the longer is linked whole; the rest of the other has the wording as its name. The text content of the
result is exactly the paragraph's text.
"""

from __future__ import annotations

import bisect
import heapq
import itertools
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from hujian.model import Label, Mark

_MOST = 5  # documents: a line grows no stronger beyond
_LETTER: dict[Label, str] = {"slogan": "s", "template": "s", "quotation": "q", "substantive": ""}
_PLAIN = "2"  # the sort of most links: it needs no attribute

Stretch = tuple[int, int, Mark]


@dataclass(frozen=True, slots=True)
class Decor:
    """Something that wraps a stretch of text without linking it."""

    start: int  # clean offsets
    end: int
    opening: str  # trusted HTML
    closing: str
    again: str = ""  # opening of a further piece, if the element may be cut where others end


def inline(
    text: str,
    start: int,
    end: int,
    *,
    marks: Sequence[Mark],
    decor: Sequence[Decor],
    root: str,
    labels: Mapping[str, Label],
) -> str:
    """HTML of ``text[start:end]``.

    Args:
        text: the document's clean text.
        start: clean offset where the paragraph begins.
        end: clean offset behind it.
        marks: those that lie in the paragraph.
        decor: disjoint or nested stretches, never cut.
        root: prefix from the page to the site's root.
        labels: of formulations by id; one that is missing counts as substantive.
    """
    sorts = {m.formulation: _sort(m, labels.get(m.formulation, "substantive")) for m in marks}
    linked = longest(marks)
    cut = _cut(linked, decor)
    links = [_link(text, each, sorts, root, whole=each[0] not in cut) for each in linked]
    elements = [*decor, *links, *_tints(linked, marks, sorts)]
    starting: dict[int, list[Decor]] = defaultdict(list)
    for element in elements:
        starting[element.start].append(element)
    out: list[str] = []
    opened: list[Decor] = []
    for left, right in itertools.pairwise(sorted({start, end, *starting, *(e.end for e in elements)})):
        _turn(out, opened, starting[left], left)
        out.append(escape(text[left:right], quote=False))
    out.extend(e.closing for e in reversed(opened))
    return "".join(out)


def longest(marks: Sequence[Mark]) -> list[Stretch]:
    """Stretches by the longest mark that covers them, the earlier one of equals: one a mark, or none."""
    return _covered(marks, lambda m: (m.start - m.end, m.start))


def hidden(marks: Sequence[Mark]) -> list[Mark]:
    """Marks of which no piece is linked, since longer ones cover them whole."""
    seen = {id(mark) for _, _, mark in longest(marks)}
    return [m for m in marks if id(m) not in seen]


def _covered(marks: Sequence[Mark], rank: Callable[[Mark], tuple[int, int]]) -> list[Stretch]:
    """Stretches with that mark of all which cover them whose rank is least."""
    waiting = sorted(enumerate(marks), key=lambda each: -each[1].start)
    edges = sorted({m.start for m in marks} | {m.end for m in marks})
    over: list[tuple[tuple[int, int], int, Mark]] = []
    found: list[Stretch] = []
    for left, right in itertools.pairwise(edges):
        while waiting and waiting[-1][1].start == left:
            number, mark = waiting.pop()
            heapq.heappush(over, (rank(mark), number, mark))
        while over and over[0][2].end <= left:
            heapq.heappop(over)
        if not over:
            continue
        best = over[0][2]
        if found and found[-1][2] is best and found[-1][1] == left:
            found[-1] = (found[-1][0], right, best)
        else:
            found.append((left, right, best))
    return found


def _turn(out: list[str], opened: list[Decor], starting: list[Decor], at: int) -> None:
    """Close what ends here, open what starts, and cut what would cross either."""
    firm = max((e.end for e in starting if not e.again), default=at)
    first = next((n for n, e in enumerate(opened) if e.end <= at or (e.again and e.end < firm)), len(opened))
    out.extend(e.closing for e in reversed(opened[first:]))
    further = [e for e in opened[first:] if e.end > at]
    del opened[first:]
    for element in sorted([*further, *starting], key=lambda e: (-e.end, bool(e.again))):
        out.append(element.again if element in further else element.opening)
        opened.append(element)


def _sort(mark: Mark, label: Label) -> str:
    """How many documents share it and what sort it is."""
    return f"{min(mark.documents, _MOST)}{_LETTER[label]}"


def _cut(linked: Sequence[Stretch], decor: Sequence[Decor]) -> set[int]:
    """Starts of links that something wraps in part."""
    starts = [start for start, _, _ in linked]
    found = set()
    for each in decor:
        for edge in (each.start, each.end):
            at = bisect.bisect_left(starts, edge) - 1
            if at < 0 or linked[at][1] <= edge:
                continue  # it lies in no link
            start, end, _ = linked[at]
            if each.start < start or each.end > end:
                found.add(start)
    return found


def _link(text: str, stretch: Stretch, sorts: Mapping[str, str], root: str, *, whole: bool) -> Decor:
    """A link as short as HTML allows: a page may hold hundreds. Its name is the whole wording; one stop."""
    start, end, mark = stretch
    page = mark.target.partition("#")[0]
    sort = sorts[mark.formulation]
    told = "" if sort == _PLAIN else f" data-f={sort}"
    name = (
        ""
        if whole and (start, end) == (mark.start, mark.end)
        else f' aria-label="{escape(text[mark.start : mark.end])}"'
    )
    rest = f"{told} href={root}{page}>"
    return Decor(start, end, f"<a{name}{rest}", "</a>", f"<a tabindex=-1{rest}")


def _tints(linked: Sequence[Stretch], marks: Sequence[Mark], sorts: Mapping[str, str]) -> list[Decor]:
    """Where in a link a shorter formulation stands that more share, or that is no 套话 as the longer is."""
    found: list[Decor] = []
    outer = iter(linked)
    link = next(outer, None)
    for start, end, mark in _covered(marks, lambda m: (m.end - m.start, m.start)):
        while link and link[1] <= start:
            link = next(outer, None)
        at = start
        while link and at < end:
            stop = min(end, link[1])
            sort = sorts[mark.formulation]
            if _stronger(sort, sorts[link[2].formulation]):
                opening = f"<span data-f={sort}>"
                found.append(Decor(at, stop, opening, "</span>", opening))
            at = stop
            if stop == link[1] and at < end:
                link = next(outer, None)
    return found


def _stronger(inner: str, outer: str) -> bool:
    if inner[1:] == outer[1:]:
        return inner > outer
    return inner[1:] != "s"
