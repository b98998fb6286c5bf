"""Where a stretch may begin and end: at clause and phrase edges, else at word edges."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.stream import LINE, PHRASE, Stream
from hujian.detect.letters.words import word_edges
from hujian.model import Span

_CLOSING = {"”": "“", "’": "‘", "》": "《", "）": "（", "」": "「", "』": "『", "】": "【", ")": "("}
_OPENING = {opening: closing for closing, opening in _CLOSING.items()}
_UNITS = frozenset("%％‰℃°")
_MEASURE = re.compile(
    r"(\d)(?=[年月日时个项万亿千百元倍吨米公件家户人次名位篇座条])|([一二三四五六七八九十百千])(?=[亿万元])"
)


class Borders:
    """Word and clause edges of a stream, looked up at letters."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        texts = [document.text + "\n" for document in stream.documents]
        whole = "".join(texts)
        points = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
        self._closes, self._opens = _among(points, _CLOSING), _among(points, _OPENING)
        self._base = np.concatenate(([0], np.cumsum([len(text) for text in texts])))
        character = self._base[stream.document] + stream.offset
        edges, after = word_edges(texts), _behind_units(_among(points, _UNITS))
        marks = stream.edge >= PHRASE
        edges = edges & ~_inside_measures(whole)
        split = np.concatenate(([False], character[1:] == character[:-1]))  # two letters from one character
        self._after = after[character]  # character behind each letter and a unit sign after it
        self.starts = marks | (~split & edges[character])
        ends = edges[self._after] & ~np.append(split[1:], False)
        self.ends = np.concatenate(([False], ends | np.append(marks[1:], True)))
        self._starts, self._ends = self.starts.tobytes(), self.ends.tobytes()
        places = np.flatnonzero(marks)
        self._marks = [*places.tolist(), len(stream.edge)]
        self._strength = [*stream.edge[places].tolist(), LINE]

    def starts_word(self, at: int) -> bool:
        """Whether a stretch may begin with letter ``at``."""
        return bool(self._starts[at])

    def ends_word(self, end: int) -> bool:
        """Whether a stretch may end before letter ``end`` (a sign like % counts to the word)."""
        return bool(self._ends[end])

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

    def spans(self, starts: Sequence[int], ends: Sequence[int]) -> list[Span]:
        """The places of letters start:end, with their unit signs and with quotation marks in pairs."""
        first, last = np.array(starts, np.int64), np.array(ends, np.int64)
        number = self.stream.document[first]
        base, after = self._base[number], self._after[last - 1]
        start, end = self.stream.offset[first].astype(np.int64), after - base
        beside_marks = self._closes[after] | self._opens[base + start - 1]
        documents = [self.stream.documents[at] for at in number.tolist()]
        rows = zip(documents, start.tolist(), end.tolist(), beside_marks.tolist(), strict=True)
        return [
            Span(document.path, *(_paired(document.text, begin, over) if marked else (begin, over)))
            for document, begin, over, marked in rows
        ]


def _inside_measures(text: str) -> NDArray[np.bool_]:
    """Places between a figure and its unit (2023|年): no stretch begins or ends there."""
    inside = np.zeros(len(text) + 1, bool)
    inside[[match.end() for match in _MEASURE.finditer(text)]] = True
    return inside


def _among(points: NDArray[np.uint32], signs: Iterable[str]) -> NDArray[np.bool_]:
    """Which characters are one of some signs."""
    table = np.zeros(int(points.max(initial=0)) + 1, bool)
    table[[ord(sign) for sign in signs if ord(sign) < len(table)]] = True
    return table[points]


def _behind_units(unit: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For every character the first one behind it that is no unit sign."""
    unit = np.append(unit, False)
    place = np.where(unit, len(unit), np.arange(len(unit)))
    return np.asarray(np.minimum.accumulate(place[::-1])[::-1][1:], np.int64)


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
