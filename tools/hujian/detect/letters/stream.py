"""The collection as one stream of folded letters, in numpy arrays.

Letters of all documents follow one another in path order. Nothing but the text is copied: every letter
knows its document, its line and the character that it came from. Edges say what stands before a letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.characters import Characters, Codes, codes_of, text_of
from hujian.detect.letters.numbering import numbering
from hujian.fold import fold_character
from hujian.model import Document

Ints = NDArray[np.int32]

PLAIN, PHRASE, CLAUSE, SENTENCE, LINE = 0, 1, 2, 3, 4
"""What stands before a letter: nothing, a phrase mark (、“（), a clause mark (，：；), a stop, a line."""

_PARTICULARS = frozenset({"title", "dateline", "byline", "signature"})  # kinds of paragraphs
OPENING, CLOSING = frozenset("“‘「『《〈"), frozenset("”’」』》〉")
"""Quotation marks."""
_CLAUSE_MARKS = frozenset("，,；;：:—…－-")
_SENTENCE_MARKS = frozenset("。！？!?．")
_PHRASES, _CLAUSES = (bytes(strength >= least for strength in range(256)) for least in (PHRASE, CLAUSE))
_UNIT_SIGNS = frozenset("%％‰℃°·")
_POINTS = frozenset(".．·")
_CONTINUES_FIGURE = _POINTS | frozenset("%％‰,，")  # between digits these do not part anything


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

    def particulars(self) -> NDArray[np.bool_]:
        """Which letters tell what a text is called, who said it, and when: no part of its wording."""
        inside = np.zeros(len(self.edge), bool)
        for document, first, end in self._extents():
            spans = [(p.start, p.end) for p in document.paragraphs if p.kind in _PARTICULARS]
            for start, stop in np.searchsorted(self.offset[first:end], spans).tolist() if spans else ():
                inside[first + start : first + stop] = True
        return inside

    def titles(self) -> NDArray[np.bool_]:
        """Which letters lie in particulars, or in the first line of a text, where that is no sentence."""
        inside = self.particulars()
        for document, first, end in self._extents():
            heading = document.text.partition("\n")[0]
            if not any(mark in heading for mark in _SENTENCE_MARKS):
                inside[first : first + int(np.searchsorted(self.offset[first:end], len(heading)))] = True
        return inside

    def _extents(self) -> Iterator[tuple[Document, int, int]]:
        """Documents with their first letters and ends."""
        return zip(self.documents, self.starts[:-1].tolist(), self.starts[1:].tolist(), strict=True)

    def edge_at(self, at: int) -> int:
        """Edge before letter ``at``; the end of the stream is a new line."""
        return self.strength[at]

    def end_at(self, at: int) -> int:
        """Edge that ends what stands before letter ``at``: an opening quotation mark alone ends nothing."""
        edge = self.strength[at]
        if edge == PHRASE and self.opened[at] and self.offset[at] - self.offset[at - 1] == len("“") + 1:
            return PLAIN
        return edge

    def marks_before(self, at: int) -> str:
        """What was dropped between letter ``at`` and the one before it in its text."""
        if at == len(self.letters) or self.offset[at] <= self.offset[at - 1]:
            return ""
        text = self.documents[int(self.document[at])].text
        return text[int(self.offset[at - 1]) + 1 : int(self.offset[at])]

    def clause_around(self, start: int, end: int) -> tuple[int, int]:
        """The nearest clause edges at or before ``start`` and at or behind ``end``."""
        return self.clauses.rfind(1, 0, start + 1), self.clauses.find(1, end)


def marked(flags: bytes, first: int, end: int) -> Iterator[int]:
    """The letters of first:end for which a byte is 1: where phrases or clauses begin."""
    at = flags.find(1, first, end)
    while at >= 0:
        yield at
        at = flags.find(1, at + 1, end)


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


def build_stream(documents: Sequence[Document]) -> Stream:
    """Fold all documents into one stream, in path order."""
    ordered = tuple(sorted(documents, key=lambda d: d.path))
    text = "".join(d.text + "\n" for d in ordered)
    characters = Characters(text)
    folded = dict(zip(characters.kinds, map(fold_character, characters.kinds), strict=True))
    counts = characters.told(lambda c: len(folded[c]))
    counts[numbering(text)] = 0
    source = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    codes = _folded_codes([*folded.values()], characters.kind, source)
    dropped = np.flatnonzero(counts == 0).astype(np.int32)
    edge = _edges(characters, dropped, source)
    first = np.cumsum([0, *(len(d.text) + 1 for d in ordered)], dtype=np.int32)
    starts = np.searchsorted(source, first).astype(np.int32)
    edge[starts[:-1][starts[:-1] < len(edge)]] = LINE
    strength = edge.tobytes() + bytes([LINE])
    of_document = np.diff(starts)
    return Stream(
        documents=ordered,
        letters=text_of(codes),
        codes=codes,
        document=np.repeat(np.arange(len(ordered), dtype=np.int32), of_document),
        line=np.cumsum(edge == LINE, dtype=np.int32),
        offset=source - np.repeat(first[:-1], of_document),
        edge=edge,
        strength=strength,
        phrases=strength.translate(_PHRASES),
        clauses=strength.translate(_CLAUSES),
        opened=characters.told(OPENING.__contains__, source - 1).tobytes(),
        closed=characters.told(CLOSING.__contains__, source + 1).tobytes(),
        starts=starts,
    )


def _folded_codes(wordings: Sequence[str], kind: Codes, source: Ints) -> Codes:
    """The code points of all letters.

    Args:
        wordings: the letters of every kind of character.
        kind: that of every character.
        source: the character of every letter.
    """
    first = np.cumsum([0, *map(len, wordings)], dtype=np.int32)  # letter of a kind, among those of all kinds
    at = first[kind[source]]
    further = np.flatnonzero(source[1:] == source[:-1]) + 1
    at[further] += (further - np.searchsorted(source, source[further])).astype(np.int32)
    return codes_of("".join(wordings))[at]


def _edges(characters: Characters, dropped: Ints, source: Ints) -> NDArray[np.uint8]:
    """For every letter the strongest edge among the characters that were dropped right before it."""
    gaps = np.flatnonzero(np.diff(dropped, prepend=-2) > 1).astype(np.int32)
    behind = np.flatnonzero(np.diff(source, prepend=-1) > 1)  # behind the last gap stands no letter
    edges = np.zeros(len(source), np.uint8)
    if len(gaps):
        strength = np.maximum.reduceat(characters.told(_edge_of, dropped), gaps)
        strength[_inside_figures(characters, dropped, gaps)] = PLAIN
        edges[behind] = strength[: len(behind)]
    return edges


def _inside_figures(characters: Characters, dropped: Ints, gaps: Ints) -> NDArray[np.bool_]:
    """Which gaps are inside a figure: a mark (5.5, 1,000), or blanks and perhaps a point (1 0 ．3)."""
    first: Ints = dropped[gaps]
    size = np.diff(gaps, append=len(dropped)).astype(np.int32)
    end = np.minimum(first + size, len(characters.kind) - 1)
    figures = characters.told(str.isdecimal, first - 1) & characters.told(str.isdecimal, end)
    mark = (size == 1) & characters.told(_CONTINUES_FIGURE.__contains__, first).astype(bool)
    point = characters.told(_POINTS.__contains__, dropped)
    blank = characters.told(lambda c: c.isspace() and _edge_of(c) < LINE, dropped)
    spaced = np.minimum.reduceat(point | blank, gaps).astype(bool)
    spaced &= np.add.reduceat(point, gaps, dtype=np.int32) < 2
    return np.asarray(figures.astype(bool) & (mark | spaced))
