"""Where a stretch may begin and end: at clause and phrase edges, else at word edges."""

from __future__ import annotations

import bisect

import numpy as np

from hujian.detect.stream import LINE, PHRASE, Stream
from hujian.detect.words import WordEdges
from hujian.model import Span

_CLOSING = {"”": "“", "’": "‘", "》": "《", "）": "（", "」": "「", "』": "『", "】": "【", ")": "("}
_OPENING = {opening: closing for closing, opening in _CLOSING.items()}
_UNITS = frozenset("%％‰℃°")


class Borders:
    """Word and clause edges of a stream, looked up at letters."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._words: dict[int, WordEdges] = {}
        self._starts: dict[int, bool] = {}
        self._ends: dict[int, bool] = {}
        marks = np.flatnonzero(stream.edge >= PHRASE)
        self._marks = [*marks.tolist(), len(stream.edge)]
        self._strength = [*stream.edge[marks].tolist(), LINE]

    def _edges(self, letter: int) -> WordEdges:
        document = int(self.stream.document[letter])
        if document not in self._words:
            self._words[document] = WordEdges(self.stream.documents[document])
        return self._words[document]

    def starts_word(self, at: int) -> bool:
        """Whether a stretch may begin with letter ``at``."""
        if at not in self._starts:
            self._starts[at] = self._may_start(at)
        return self._starts[at]

    def ends_word(self, end: int) -> bool:
        """Whether a stretch may end before letter ``end`` (a sign like % counts to the word)."""
        if end not in self._ends:
            self._ends[end] = self._may_end(end)
        return self._ends[end]

    def _may_start(self, at: int) -> bool:
        if self.stream.edge[at] >= PHRASE:
            return True
        if at and self.stream.offset[at] == self.stream.offset[at - 1]:
            return False  # two letters from one character
        return self._edges(at).is_edge(int(self.stream.offset[at]))

    def _may_end(self, end: int) -> bool:
        if self.stream.edge_at(end) >= PHRASE:
            return True
        if self.stream.offset[end] == self.stream.offset[end - 1]:
            return False
        return self._edges(end).is_edge(self._end_character(end))

    def _end_character(self, end: int) -> int:
        """Text offset behind letter ``end`` - 1 and a unit sign after it."""
        text = self.stream.documents[int(self.stream.document[end - 1])].text
        at = int(self.stream.offset[end - 1]) + 1
        while at < len(text) and text[at] in _UNITS:
            at += 1
        return at

    def clause_starts(self, at: int, reach: int) -> list[int]:
        """Phrase and clause starts at or before letter ``at`` in its line, nearest first."""
        marks, last = self._marks, bisect.bisect_right(self._marks, at)
        found = []
        for which in range(last - 1, -1, -1):
            mark = marks[which]
            if mark <= at - reach:
                break
            found.append(mark)
            if self._strength[which] >= LINE:
                break
        return found

    def clause_ends(self, end: int, reach: int) -> list[int]:
        """Phrase and clause ends at or after ``end`` in the line of letter ``end`` - 1, nearest first."""
        marks, first = self._marks, bisect.bisect_left(self._marks, end)
        found = []
        for which in range(first, len(marks)):
            mark = marks[which]
            if mark > end + reach:
                break
            found.append(mark)
            if self._strength[which] >= LINE:
                break
        return found

    def span(self, start: int, end: int) -> Span:
        """The place of letters start:end, with its unit sign and with quotation marks in pairs."""
        document = self.stream.documents[int(self.stream.document[start])]
        return Span(
            document.path, *_paired(document.text, int(self.stream.offset[start]), self._end_character(end))
        )


def _paired(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in an outer mark whose partner lies inside; give up an outer mark without partner."""
    inside = text[start:end]
    if end < len(text) and text[end] in _CLOSING:
        opening = _CLOSING[text[end]]
        if inside.count(opening) > inside.count(text[end]):
            return start, end + 1
        if start and text[start - 1] == opening and opening not in inside:
            return start - 1, end + 1
    if start and text[start - 1] in _OPENING:
        closing = _OPENING[text[start - 1]]
        if inside.count(closing) > inside.count(text[start - 1]):
            return start - 1, end
    return start, end
