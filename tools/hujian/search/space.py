"""One number for every letter of the collection: the space in which postings count.

The space consists of five zones, and in each the documents follow one another in order, so that a
position tells document and zone. A paragraph ends with a position that holds no letter: no wording
runs over it. The leads zone repeats the run-in headings, which stand in the body zone too: it tells
which places lie in one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hujian.search.kinds import KINDS, NAME
from hujian.search.letters import Codes, LetterTable
from hujian.search.records import Record

ZONES = ("title", "name", "heading", "leads", "body")
"""The order is that of tools/frontend/src/core/grams/space.ts. ``name``: a title that no text states."""
_ZONE_OF = {KINDS["title"]: 0, NAME: 1, KINDS["heading"]: 2}
_LEADS, _BODY = 3, 4
_BATCH = 2_000_000  # characters that are folded at once


@dataclass(frozen=True, slots=True)
class Space:
    """All letters of a collection."""

    codes: Codes  # code points of letters, and letters.LINE_END; a position is an index
    lengths: NDArray[np.int64]  # positions by zone and document
    digest: str  # of both: equal spaces have equal postings


class SpaceMaker:
    """Takes documents one by one; holds their letters only."""

    def __init__(self) -> None:
        self._table = LetterTable()
        self._waiting: list[list[str]] = []
        self._size = 0
        self._codes: tuple[list[Codes], ...] = tuple([] for _ in ZONES)
        self._lengths: list[NDArray[np.int64]] = []

    def add(self, record: Record) -> None:
        """Append a document."""
        self._waiting.append(_zone_texts(record))
        self._size += sum(map(len, self._waiting[-1]))
        if self._size >= _BATCH:
            self._fold_batch()

    def finish(self) -> Space:
        """The space of all documents that were added; this object is empty afterwards."""
        self._fold_batch()
        codes = self._joined()
        lengths = np.hstack([*self._lengths, np.empty((len(ZONES), 0), np.int64)])
        digest = hashlib.sha256(codes.data)
        digest.update(lengths.tobytes())
        return Space(codes, lengths, digest.hexdigest())

    def _joined(self) -> Codes:
        """All letters in one array; every piece is let go as soon as it is copied."""
        widest = max((piece.dtype for zone in self._codes for piece in zone), default=np.dtype(np.uint16))
        codes = np.empty(sum(len(piece) for zone in self._codes for piece in zone), widest)
        at = 0
        for zone in self._codes:
            zone.reverse()
            while zone:
                piece = zone.pop()
                codes[at : at + len(piece)] = piece
                at += len(piece)
        return codes

    def _fold_batch(self) -> None:
        """Fold what waits, zone by zone; letters of the basic plane take two bytes each."""
        lengths = np.zeros((len(ZONES), len(self._waiting)), np.int64)
        for zone, chunks in enumerate(self._codes):
            texts = [document[zone] for document in self._waiting]
            codes, before = self._table.fold("".join(texts))
            edges = np.cumsum([0, *map(len, texts)])
            lengths[zone] = np.diff(before[edges])
            small = not len(codes) or int(codes.max()) < 1 << 16
            chunks.append(codes.astype(np.uint16) if small else codes)
        self._lengths.append(lengths)
        self._waiting, self._size = [], 0


def _zone_texts(record: Record) -> list[str]:
    """A document's paragraphs by zone, each with its line end."""
    parts: list[list[str]] = [[] for _ in ZONES]
    for kind, text in zip(record["kinds"], record["texts"], strict=True):
        parts[_ZONE_OF.get(kind, _BODY)].append(text)
    for paragraph, start, end in record.get("leads", ()):
        units = record["texts"][paragraph].encode("utf-16-le", "surrogatepass")[2 * start : 2 * end]
        parts[_LEADS].append(units.decode("utf-16-le", "surrogatepass"))
    return ["".join(f"{text}\n" for text in zone) for zone in parts]
