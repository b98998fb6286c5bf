"""Hard-wrapped texts: every line broken at one width, in mid-sentence (old mail, terminals, scans).

A text is taken for one only on several signs together: no line is long, the lines that end without a stop are
nearly all of one width, they hold running text, and what goes on below them ends with a stop. Poems, lists
and tables lack the last two. With fewer such lines nothing is joined, and the keeper is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from hujian.clean.characters import BLANK, SENTENCE_END
from hujian.clean.context import Context
from hujian.clean.draft import Cut
from hujian.clean.lines import lines_of

JOINED: Final = "hard-wrap"
TOLD: Final = "broken-line"
_GOES_ON: Final = re.compile(
    r"(?!第[一二三四五六七八九十\d]+|[一二三四五六七八九十]+[、是要]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])"
    r"[\u3007\u3400-\u9fffA-Za-z0-9，、。；：》”）％%“《（]"
)
_NUMBERED: Final = re.compile(
    r"第?[一二三四五六七八九十]+[章节条、]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]"
)
_RUNNING: Final = re.compile(r"[，。；、：]")
_EDGES: Final = re.compile(rf"{BLANK}*(.*?){BLANK}*\Z", re.DOTALL)
_WIDE: Final = "\u2000"  # from here on a character takes two columns
_LATIN: Final = re.compile(r"[A-Za-z0-9]")
_NARROWEST, _WIDEST = 40, 130  # columns of a full line
_TYPICAL: Final = 0.97  # quantile of the widths that counts as the width of a full line
_SLACK: Final = 6  # columns: no line begins with a mark, no word is cut
_INDENT: Final = 4  # columns by which a paragraph's first line may be indented; titles are centred
_LEAST: Final = 5  # joins
_SOUND: Final = 0.8  # share of the joined paragraphs that end with a stop
_SHARE: Final = 0.6  # share of the lines ending without a stop that are joined to the next one
_FEW, _SMALL_SHARE = 3, 0.4  # joins and share that are worth telling
_MARKED: Final = 0.8  # share of paragraphs that are set off at which none begins otherwise


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with text; offsets without the blanks at its edges."""

    number: int
    start: int
    end: int
    indent: int  # columns
    width: int  # columns, with the indent
    text: str

    @property
    def finished(self) -> bool:
        return SENTENCE_END.search(self.text) is not None


def hard_wrap_cuts(text: str, context: Context) -> Iterator[Cut]:
    """The line ends within paragraphs of a text that is clearly hard-wrapped."""
    reason = context.rules.reason(JOINED)
    for before, row in _joins(text, _LEAST, _SHARE):
        latin = _LATIN.match(before.text[-1:]) and _LATIN.match(row.text)
        yield Cut(before.end, row.start, JOINED, reason, " " if latin else "")


def broken_lines(text: str) -> Iterator[tuple[int, int]]:
    """The last characters of lines that seem broken, in a text that is perhaps hard-wrapped."""
    for before, _ in _joins(text, _FEW, _SMALL_SHARE):
        yield before.end - 1, before.end


def _joins(text: str, least: int, share: float) -> list[tuple[_Row, _Row]]:
    """Lines with those that go on with them; none if the signs are not clear enough."""
    rows = _rows(text)
    if not rows:
        return []
    page = _Page(rows)
    joined = [pair for paragraph in page.paragraphs() for pair in pairwise(paragraph)]
    unfinished = sum(not row.finished for row in rows)
    torn = sum(not before.finished for before, _ in joined)
    clear = torn >= max(least, share * unfinished) and page.soundness() >= _SOUND
    return joined if clear else []


class _Page:
    """The rows of a text under the assumption that it is hard-wrapped."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows = rows
        self._full = sorted(row.width for row in rows)[int(_TYPICAL * (len(rows) - 1))]
        self._margin = min((row.indent for row in rows if self._is_full(row)), default=0)
        self._set_off = False  # whether every paragraph begins with an indent or behind an empty line
        begun = self._begun()
        self._set_off = sum(begun) >= max(1, _MARKED * len(begun))

    def paragraphs(self) -> list[list[_Row]]:
        """Those of more than one row."""
        found = [[self._rows[0]]]
        for before, row in pairwise(self._rows):
            if self._goes_on(before, row):
                found[-1].append(row)
            else:
                found.append([row])
        return [paragraph for paragraph in found if len(paragraph) > 1]

    def _begun(self) -> list[bool]:
        """Whether each paragraph is set off, but for those that may go on behind a stop at the full width."""
        before = dict(zip((row.number for row in self._rows[1:]), self._rows, strict=False))
        found = []
        for first, *_ in self.paragraphs():
            above = before.get(first.number)
            apart = above is not None and first.number != above.number + 1
            if above is None or apart or not self._is_full(above):
                found.append(apart or self._is_indented(first))
        return found

    def soundness(self) -> float:
        """Share of the paragraphs that end with a stop."""
        found = self.paragraphs()
        return sum(paragraph[-1].finished for paragraph in found) / max(1, len(found))

    def _is_full(self, row: _Row) -> bool:
        return abs(row.width - self._full) <= _SLACK

    def _is_indented(self, row: _Row) -> bool:
        return self._margin < row.indent <= self._margin + _INDENT

    def _goes_on(self, before: _Row, row: _Row) -> bool:
        if row.number != before.number + 1 or row.indent > self._margin or not self._is_full(before):
            return False
        if before.finished:  # the sentence ends here; a heading or a signature may follow
            whole = row.finished or self._is_full(row)
            return self._set_off and whole and _NUMBERED.match(row.text) is None
        running = self._is_indented(before) or _RUNNING.search(before.text) is not None
        return running and (self._set_off or _GOES_ON.match(row.text) is not None)


def _rows(text: str) -> list[_Row]:
    """The lines with text; none if there are long ones, as nearly every text has."""
    filled = [line for line in lines_of(text) if line.filled]
    lengths = sorted(line.end - line.start for line in filled)
    if not lengths or lengths[int(_TYPICAL * (len(lengths) - 1))] > _WIDEST:
        return []
    rows = []
    for line in filled:
        whole = text[line.start : line.end]
        edges = _EDGES.match(whole)
        first, last = edges.span(1) if edges else (0, len(whole))
        indent = _columns(whole[:first])
        rows.append(
            _Row(
                line.number,
                line.start + first,
                line.start + last,
                indent,
                indent + _columns(whole[first:last]),
                whole[first:last],
            )
        )
    widths = sorted(row.width for row in rows)
    typical = widths[int(_TYPICAL * (len(widths) - 1))]
    return rows if _NARROWEST <= typical <= _WIDEST else []


def _columns(text: str) -> int:
    return len(text) + sum(c >= _WIDE for c in text)
