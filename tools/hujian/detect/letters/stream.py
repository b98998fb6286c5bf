"""The collection as one stream of folded letters, in numpy arrays.

Letters of all documents follow one another in path order. Nothing but the text is copied: every letter
knows its document, its line and the character that it came from. Edges say what stands before a letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hujian.fold import fold_character
from hujian.model import Document

Ints = NDArray[np.int32]
Codes = NDArray[np.uint16] | NDArray[np.uint32]

PLAIN, PHRASE, CLAUSE, SENTENCE, LINE = 0, 1, 2, 3, 4
"""What stands before a letter: nothing, a phrase mark (、“（), a clause mark (，：；), a stop, a line."""

OPENING, CLOSING = frozenset("“‘「『《"), frozenset("”’」』》")
"""Quotation marks."""
_CLAUSE_MARKS = frozenset("，,；;：:—…－-")
_SENTENCE_MARKS = frozenset("。！？!?．")
_PHRASES, _CLAUSES = (bytes(strength >= least for strength in range(256)) for least in (PHRASE, CLAUSE))
_UNIT_SIGNS = frozenset("%％‰℃°·")
_CONTINUES_FIGURE = frozenset(".·%％‰,，")  # between digits these do not part anything


@dataclass(frozen=True, slots=True)
class Stream:
    """All letters of a collection; parallel arrays with one entry a letter."""

    documents: tuple[Document, ...]  # in path order
    letters: str
    codes: Codes  # code points of ``letters``
    document: Ints  # index into ``documents``
    line: Ints  # running number of the line, over all documents
    offset: Ints  # index in the document's text of the character that the letter came from
    edge: NDArray[np.uint8]  # PLAIN to LINE: what stands before the letter
    strength: bytes  # the same with LINE at the end; a single look-up is far faster than in an array
    phrases: bytes  # 1 where a phrase begins and at the end, else 0; bytes.find is far faster than a loop
    clauses: bytes  # the same of clauses
    opened: bytes  # 1 where an opening quotation mark stands right before the letter's character, else 0
    closed: bytes  # 1 where a closing one stands right behind it, else 0
    starts: Ints  # first letter of every document, and the length at the end

    def titles(self) -> NDArray[np.bool_]:
        """Which letters lie in the first line of their text, where that line is no sentence."""
        inside = np.zeros(len(self.edge), bool)
        for document, first, end in zip(
            self.documents, self.starts[:-1].tolist(), self.starts[1:].tolist(), strict=True
        ):
            heading = document.text.partition("\n")[0]
            if first < end and not any(mark in heading for mark in _SENTENCE_MARKS):
                inside[
                    first : first + int(np.searchsorted(self.line[first:end], self.line[first], "right"))
                ] = True
        return inside

    def edge_at(self, at: int) -> int:
        """Edge before letter ``at``; the end of the stream is a new line."""
        return self.strength[at]

    def has_clause_mark(self, start: int, end: int) -> bool:
        """Whether a clause begins between two letters of a stretch."""
        return self.clauses.find(1, start + 1, end) >= 0

    def clause_marks(self, start: int, end: int) -> int:
        """How many clauses begin between the letters of a stretch."""
        return self.clauses.count(1, start + 1, end)

    def clause_around(self, start: int, end: int) -> tuple[int, int]:
        """The nearest clause edges at or before ``start`` and at or behind ``end``."""
        return self.clauses.rfind(1, 0, start + 1), self.clauses.find(1, end)


def codes_of(text: str) -> Codes:
    """The code points of a text, two bytes each if that is enough."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):
        return np.frombuffer(units, np.uint16)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def _edge_of(character: str) -> int:
    """How strongly a character that is no letter parts what stands around it."""
    if character in "\n\r\x0b\x0c\x85\u2028\u2029":
        return LINE
    if character in _SENTENCE_MARKS:
        return SENTENCE
    if character in _CLAUSE_MARKS:
        return CLAUSE
    if character in _UNIT_SIGNS:
        return PLAIN
    return PLAIN if unicodedata.category(character) in ("Cf", "Mn", "Cc") else PHRASE


def _at_points(signs: Mapping[int, int], most: int) -> NDArray[np.uint8]:
    """A small number for every code point up to ``most``: 0 where ``signs`` tell none."""
    table = np.zeros(most + 1, np.uint8)
    for point, number in signs.items():
        if point <= most:
            table[point] = number
    return table


def _strongest_before(edges: NDArray[np.uint8], kept: Ints) -> NDArray[np.uint8]:
    """For every kept character the strongest edge between it and the kept one before it."""
    if not len(kept):
        return np.zeros(0, np.uint8)
    bounds = np.concatenate(([0], kept[:-1] + 1))
    strongest = np.maximum.reduceat(np.append(edges, 0), bounds)
    strongest[bounds == kept] = PLAIN  # nothing in between
    return np.asarray(strongest, np.uint8)


def _inside_figures(points: Codes, edges: NDArray[np.uint8]) -> None:
    """Unmark a point or comma between two digits: 5.5, 1,000."""
    digit = (points >= 0x30) & (points <= 0x39)
    mark = np.isin(points, [ord(c) for c in _CONTINUES_FIGURE])
    within = np.zeros(len(points), bool)
    within[1:-1] = mark[1:-1] & digit[:-2] & digit[2:]
    edges[within] = PLAIN


def build_stream(documents: Sequence[Document]) -> Stream:
    """Fold all documents into one stream, in path order.

    What is known of a character is looked up by its code point, in tables of a byte each: a collection of
    many million characters has no room for anything larger that is not kept.
    """
    ordered = tuple(sorted(documents, key=lambda d: d.path))
    whole = "".join(d.text + "\n" for d in ordered)
    points = codes_of(whole)
    most = int(points.max(initial=0))
    seen = np.zeros(most + 1, bool)
    seen[points] = True
    folded = {point: fold_character(chr(point)) for point in np.flatnonzero(seen).tolist()}
    edges = _at_points({p: _edge_of(chr(p)) for p, f in folded.items() if not f}, most)[points]
    _inside_figures(points, edges)
    source, before = _sources(_at_points({p: len(f) for p, f in folded.items()}, most)[points], edges)
    first = np.cumsum([0, *(len(d.text) + 1 for d in ordered)], dtype=np.int32)
    starts = np.searchsorted(source, first).astype(np.int32)
    before[starts[:-1][starts[:-1] < len(before)]] = LINE
    strength = before.tobytes() + bytes([LINE])
    edge = np.frombuffer(strength, np.uint8)[:-1]
    letters = whole.translate(folded)
    quotes = _at_points({**dict.fromkeys(map(ord, OPENING), 1), **dict.fromkeys(map(ord, CLOSING), 2)}, most)
    of_document = np.diff(starts)
    return Stream(
        documents=ordered,
        letters=letters,
        codes=codes_of(letters),
        document=np.repeat(np.arange(len(ordered), dtype=np.int32), of_document),
        line=np.cumsum(edge == LINE, dtype=np.int32),
        offset=source - np.repeat(first[:-1], of_document),
        edge=edge,
        strength=strength,
        phrases=strength.translate(_PHRASES),
        clauses=strength.translate(_CLAUSES),
        opened=(quotes[points[source - 1]] == 1).tobytes(),
        closed=(quotes[points[source + 1]] == 2).tobytes(),
        starts=starts,
    )


def _sources(counts: NDArray[np.uint8], edges: NDArray[np.uint8]) -> tuple[Ints, NDArray[np.uint8]]:
    """For every letter its character, and the edge before it; a character may give several letters."""
    kept = np.flatnonzero(counts).astype(np.int32)
    repeats = counts[kept]
    source = np.repeat(kept, repeats)
    before = np.zeros(len(source), np.uint8)
    before[np.cumsum(repeats, dtype=np.int64) - repeats] = _strongest_before(edges, kept)
    return source, before
