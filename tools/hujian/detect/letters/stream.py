"""The collection as one stream of folded letters, in numpy arrays.

Letters of all documents follow one another in path order. Nothing but the text is copied: every letter
knows its document, its line and the character that it came from. Edges say what stands before a letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hujian.fold import fold_character
from hujian.model import Document

Ints = NDArray[np.int32]

PLAIN, PHRASE, CLAUSE, SENTENCE, LINE = 0, 1, 2, 3, 4
"""What stands before a letter: nothing, a phrase mark (、“（), a clause mark (，：；), a stop, a line."""

OPENING, CLOSING = frozenset("“‘「『《"), frozenset("”’」』》")
"""Quotation marks."""
_CLAUSE_MARKS = frozenset("，,；;：:—…－-")
_SENTENCE_MARKS = frozenset("。！？!?．")
_CLAUSES = bytes(strength >= CLAUSE for strength in range(256))
_UNIT_SIGNS = frozenset("%％‰℃°·")
_CONTINUES_FIGURE = frozenset(".·%％‰,，")  # between digits these do not part anything


@dataclass(frozen=True, slots=True)
class Stream:
    """All letters of a collection; parallel arrays with one entry a letter."""

    documents: tuple[Document, ...]  # in path order
    letters: str
    codes: NDArray[np.uint32]  # code points of ``letters``
    document: Ints  # index into ``documents``
    line: Ints  # running number of the line, over all documents
    offset: Ints  # index in the document's text of the character that the letter came from
    edge: NDArray[np.uint8]  # PLAIN to LINE: what stands before the letter
    strength: bytes  # the same with LINE at the end; a single look-up is far faster than in an array
    clauses: bytes  # 1 where a clause begins and at the end, else 0; bytes.find is far faster than a loop
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


def _fold_table(points: NDArray[np.uint32]) -> tuple[list[str], NDArray[np.uint8]]:
    """Folded letters and edge strength of every distinct character."""
    characters = [chr(p) for p in points.tolist()]
    folded = [fold_character(c) for c in characters]
    edges = np.array([0 if f else _edge_of(c) for c, f in zip(characters, folded, strict=True)], np.uint8)
    return folded, edges


def _strongest_before(edges: NDArray[np.uint8], kept: NDArray[np.int64]) -> NDArray[np.uint8]:
    """For every kept character the strongest edge between it and the kept one before it."""
    if not len(kept):
        return np.zeros(0, np.uint8)
    bounds = np.concatenate(([0], kept[:-1] + 1))
    strongest = np.maximum.reduceat(np.append(edges, 0), bounds)
    strongest[bounds == kept] = PLAIN  # nothing in between
    return np.asarray(strongest, np.uint8)


def _inside_figures(points: NDArray[np.uint32], edges: NDArray[np.uint8]) -> None:
    """Unmark a point or comma between two digits: 5.5, 1,000."""
    digit = (points >= 0x30) & (points <= 0x39)
    mark = np.isin(points, [ord(c) for c in _CONTINUES_FIGURE])
    within = np.zeros(len(points), bool)
    within[1:-1] = mark[1:-1] & digit[:-2] & digit[2:]
    edges[within] = PLAIN


def build_stream(documents: Sequence[Document]) -> Stream:
    """Fold all documents into one stream, in path order."""
    ordered = tuple(sorted(documents, key=lambda d: d.path))
    texts = [d.text + "\n" for d in ordered]
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.array([len(t) for t in texts], np.int64)
    distinct, inverse = _distinct(points)
    folded, edge_table = _fold_table(distinct)
    edges = edge_table[inverse]
    _inside_figures(points, edges)
    counts = np.array([len(f) for f in folded], np.int64)[inverse]
    kept = np.flatnonzero(counts)
    before = _strongest_before(edges, kept)
    letters, source, edge = _expand(folded, inverse, counts, kept, before)
    first = np.concatenate(([0], np.cumsum(lengths)))
    document = np.searchsorted(first, source, "right") - 1
    starts = np.searchsorted(document, np.arange(len(ordered) + 1))
    edge[starts[:-1][starts[:-1] < len(edge)]] = LINE
    opening, closing = (np.isin(distinct, [ord(c) for c in marks]) for marks in (OPENING, CLOSING))
    strength = edge.tobytes() + bytes([LINE])
    return Stream(
        documents=ordered,
        letters=letters,
        codes=np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32),
        document=document.astype(np.int32),
        line=np.cumsum(edge == LINE).astype(np.int32),
        offset=(source - first[document]).astype(np.int32),
        edge=edge,
        strength=strength,
        clauses=strength.translate(_CLAUSES),
        opened=opening[inverse[source - 1]].tobytes(),
        closed=closing[inverse[source + 1]].tobytes(),
        starts=starts.astype(np.int32),
    )


def _distinct(points: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Distinct code points and the index of each character's; a table is 10 times faster than np.unique."""
    table = np.zeros(int(points.max(initial=0)) + 1, np.int64)
    table[points] = 1
    distinct = np.flatnonzero(table)
    table[distinct] = np.arange(len(distinct))
    return distinct.astype(np.uint32), table[points]


def _expand(
    folded: list[str],
    inverse: NDArray[np.int64],
    counts: NDArray[np.int64],
    kept: NDArray[np.int64],
    before: NDArray[np.uint8],
) -> tuple[str, NDArray[np.int64], NDArray[np.uint8]]:
    """Letters with their source character and the edge before; a character may give several letters."""
    repeats = counts[kept]
    source = np.repeat(kept, repeats)
    edge = np.zeros(len(source), np.uint8)
    edge[np.cumsum(repeats) - repeats] = before
    letters = "".join(map(folded.__getitem__, inverse[kept].tolist()))
    return letters, source, edge
