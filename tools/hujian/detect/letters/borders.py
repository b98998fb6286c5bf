"""Where a stretch may begin and end: at clause and phrase edges, else at word edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.characters import Characters
from hujian.detect.letters.stream import LINE, PHRASE, Ints, Stream
from hujian.detect.letters.words import word_edges
from hujian.model import Span

_CLOSING = {"”": "“", "’": "‘", "》": "《", "）": "（", "」": "「", "』": "『", "】": "【", ")": "("}
_OPENING = {opening: closing for closing, opening in _CLOSING.items()}
_CLOSES, _OPENS, _SIGN, _FIGURE, _COUNTED, _NUMERAL, _LARGE = (1 << at for at in range(7))
_ROLES = {
    _CLOSES: frozenset(_CLOSING),
    _OPENS: frozenset(_OPENING),
    _SIGN: frozenset("%％‰℃°"),
    _COUNTED: frozenset("年月日时个项万亿千百元倍吨米公件家户人次名位篇座条"),
    _NUMERAL: frozenset("一二三四五六七八九十百千"),
    _LARGE: frozenset("亿万元"),
}
"""What a character may be to those beside it: a figure to what it counts, a numeral to its power of ten."""


class Bounds(NamedTuple):
    """Where stretches stand in their texts; parallel arrays."""

    document: Ints  # index into the stream's documents
    start: Ints  # characters, half-open
    end: Ints


class Borders:
    """Word and clause edges of a stream, looked up at letters."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        texts = [document.text + "\n" for document in stream.documents]
        self._roles = Characters("".join(texts)).told(_role)
        self._base = np.cumsum([0, *map(len, texts)], dtype=np.int32)
        character = self._base[stream.document] + stream.offset
        self._signs = _signs_behind(self._roles & _SIGN > 0)[character]
        edges = word_edges(texts)
        edges[1:-1] &= ~_inside_measures(self._roles)
        marks = stream.edge >= PHRASE
        split = np.concatenate(([False], character[1:] == character[:-1]))  # two letters from one character
        figures = self._roles[character] & _FIGURE > 0
        split[1:] |= ~marks[1:] & figures[1:] & figures[:-1]  # a figure with blanks in it
        self._starts = (marks | (~split & edges[character])).tobytes()
        character += self._signs
        ends = edges[character + 1] & ~np.append(split[1:], False)
        self._ends = np.concatenate(([False], ends | np.append(marks[1:], True))).tobytes()
        self.starts, self.ends = (np.frombuffer(words, bool) for words in (self._starts, self._ends))

    def starts_word(self, at: int) -> bool:
        """Whether a stretch may begin with letter ``at``."""
        return bool(self._starts[at])

    def ends_word(self, end: int) -> bool:
        """Whether a stretch may end before letter ``end`` (a sign like % counts to the word)."""
        return bool(self._ends[end])

    def clause_starts(self, at: int, reach: int) -> list[int]:
        """Phrase and clause starts at or before letter ``at`` in its line, nearest first."""
        phrases, strength, first = self.stream.phrases, self.stream.strength, max(0, at - reach + 1)
        found = []
        mark = phrases.rfind(1, first, at + 1)
        while mark >= 0:
            found.append(mark)
            mark = phrases.rfind(1, first, mark) if strength[mark] < LINE else -1
        return found

    def clause_ends(self, end: int, reach: int) -> list[int]:
        """Phrase and clause ends at or after ``end`` in the line of letter ``end`` - 1, nearest first."""
        phrases, strength, last = self.stream.phrases, self.stream.strength, end + reach + 1
        found = []
        mark = phrases.find(1, end, last)
        while mark >= 0:
            found.append(mark)
            mark = phrases.find(1, mark + 1, last) if strength[mark] < LINE else -1
        return found

    def bounds(self, starts: Sequence[int] | Ints, ends: Sequence[int] | Ints) -> Bounds:
        """The places of letters start:end, with their unit signs and with quotation marks in pairs."""
        first, last = np.asarray(starts, np.intp), np.asarray(ends, np.intp) - 1
        document, start = self.stream.document[first], self.stream.offset[first]
        end = self.stream.offset[last] + 1 + self._signs[last]
        base = self._base[document]
        marked = (self._roles[base + end] & _CLOSES) | (self._roles[base + start - 1] & _OPENS)
        for at in np.flatnonzero(marked).tolist():
            text = self.stream.documents[document[at]].text
            start[at], end[at] = _paired(text, int(start[at]), int(end[at]))
        return Bounds(document, start, end)

    def spans(self, places: Bounds) -> Iterator[Span]:
        """Places as spans, in their order."""
        paths = [document.path for document in self.stream.documents]
        documents = [paths[at] for at in places.document.tolist()]
        return map(Span, documents, places.start.tolist(), places.end.tolist())


def _role(character: str) -> int:
    """What a character is to those beside it, as flags."""
    figure = _FIGURE * character.isdecimal()
    return figure | sum(role for role, signs in _ROLES.items() if character in signs)


def _inside_measures(roles: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Places between a figure and its unit (2023|年): no stretch begins or ends there."""
    before, behind = roles[:-1], roles[1:]
    counted = (before & _FIGURE > 0) & (behind & _COUNTED > 0)
    return counted | (before & _NUMERAL > 0) & (behind & _LARGE > 0)


def _signs_behind(unit: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """For every character the number of unit signs right behind it, as far as a byte tells it."""
    signs = np.zeros(len(unit), np.uint8)
    at = np.flatnonzero(unit)[::-1]  # from the last one, so that the sign behind is counted already
    for sign in at.tolist():
        if sign:
            signs[sign - 1] = min(signs[sign] + 1, 255)
    return signs


def _paired(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in an outer mark whose partner lies inside; give up an outer mark without partner."""
    if start and text[start - 1] in _OPENING:
        opening, closing = text[start - 1], _OPENING[text[start - 1]]
        ended = text.find(closing, start, end)
        if ended >= 0 and text.find(opening, start, ended) < 0:
            start -= 1
    if end < len(text) and text[end] in _CLOSING:
        closing, opening = text[end], _CLOSING[text[end]]
        if text.rfind(opening, start, end) > text.rfind(closing, start, end):
            return start, end + 1
        if start and text[start - 1] == opening and opening not in text[start:end]:
            return start - 1, end + 1
    return start, end
