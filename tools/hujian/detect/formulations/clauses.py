"""Distinct clauses: clauses, the longer parts of clauses, and enumerations in them, each text once.

A large collection has millions. So they are told apart by the order of the suffixes, in arrays; a text is cut
out where it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.bounds import LONGEST, clause_bounds
from hujian.detect.formulations.enumerations import Part
from hujian.detect.letters.characters import are_among
from hujian.detect.letters.grams import distinct
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.suffixes import Longs, Suffixes

_LENGTH_BITS = 6  # hold the length of a clause


class Clause(NamedTuple):
    """A distinct clause with the places where it stands as a clause of its own."""

    text: str
    starts: tuple[int, ...]
    whole: bool = True  # False for an enumeration that only stands inside clauses
    row: int | None = None  # of a suffix that begins with the text, if one is known


@dataclass(frozen=True, slots=True)
class Clauses:
    """Distinct clauses by their first appearance: clause k stands at starts[first[k]:first[k + 1]]."""

    letters: str  # of the stream
    starts: Ints  # first letters of the places; those of one clause ascending
    first: Ints  # one more than there are clauses
    length: Ints  # letters
    whole: NDArray[np.bool_]  # False for an enumeration that only stands inside clauses
    order: Ints  # of the texts: the number of smaller ones
    row: Ints  # of a suffix that begins with the text

    def __len__(self) -> int:
        return len(self.length)

    @property
    def heads(self) -> Ints:
        """The first place of every clause."""
        return self.starts[self.first[:-1]]

    @property
    def number(self) -> Ints:
        """Of every place the clause that stands there."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.first))

    @property
    def ends(self) -> Ints:
        """Those behind the last letters of all places."""
        return self.starts + self.length[self.number]

    def texts(self, some: Ints | Longs) -> list[str]:
        """The letters of some clauses."""
        starts = self.heads[some]
        rows = zip(starts.tolist(), (starts + self.length[some]).tolist(), strict=True)
        return [self.letters[start:end] for start, end in rows]

    def some(self, some: Ints | Longs) -> list[Clause]:
        """Some clauses with their places."""
        bounds = zip(self.first[some].tolist(), self.first[some + 1].tolist(), strict=True)
        starts = self.starts.data  # read a few at a time
        places = (tuple(starts[first:end]) for first, end in bounds)
        return [*map(Clause, self.texts(some), places, self.whole[some].tolist(), self.row[some].tolist())]


def distinct_clauses(stream: Stream, suffixes: Suffixes, units: Sequence[Part]) -> Clauses:
    """Every text of clauses, and of enumerations in them, once, with its places."""
    starts, ends = clause_bounds(stream, units)
    whole = len(starts)
    inside = _inside(stream, units, starts, ends)
    starts, ends = np.append(starts, inside[:, 0]), np.append(ends, inside[:, 1])
    keys = _keys(suffixes, starts, ends - starts)
    by_text = np.argsort(keys, kind="stable")
    new = np.append(True, np.diff(keys[by_text]) > 0)[: len(keys)]
    appearance = by_text[new]  # in the order of the texts
    order = np.argsort(appearance).astype(np.int32)
    number = np.empty(len(order), np.int32)  # of the clauses, by the order of their texts
    number[order] = np.arange(len(order), dtype=np.int32)
    of_place = np.empty(len(keys), np.int32)
    of_place[by_text] = number[np.cumsum(new) - 1]
    rows = np.lexsort((starts, of_place))
    appearance = appearance[order]
    first = np.append(0, np.cumsum(np.bincount(of_place, minlength=len(order))))
    return Clauses(
        letters=stream.letters,
        starts=starts[rows],
        first=first.astype(np.int32),
        length=(ends - starts)[appearance],
        whole=appearance < whole,
        order=order,
        row=(keys[appearance] >> _LENGTH_BITS).astype(np.int32),
    )


def _inside(stream: Stream, units: Sequence[Part], starts: Ints, ends: Ints) -> Ints:
    """Those of the ``units`` that are none of the clauses start:end, one a row."""
    beside = np.isin(starts, [start for start, _ in units])
    known = set(zip(starts[beside].tolist(), ends[beside].tolist(), strict=True))
    titles = stream.titles()
    inside = (unit for unit in dict.fromkeys(units) if unit not in known and not titles[unit[0]])
    return np.array([unit for unit in inside if unit[1] - unit[0] <= LONGEST], np.int32).reshape(-1, 2)


def _keys(suffixes: Suffixes, starts: Ints, lengths: Ints) -> Longs:
    """A number for the text of every stretch, in the order of the texts: equal ones have the same.

    It is the first of the stretches' suffixes that begins with the text, and the letters of the text.
    """
    rank = np.empty(len(suffixes.places), np.int32)
    rank[suffixes.places] = np.arange(len(rank), dtype=np.int32)
    own = rank[starts]
    del rank
    rows = distinct(own)
    common = np.minimum.reduceat(suffixes.common, rows)[:-1] if len(rows) else rows
    keys = np.zeros(len(own), np.int64)
    for length in distinct(lengths).tolist():
        heads = rows[np.append(0, np.flatnonzero(common < length) + 1)]
        same = np.flatnonzero(lengths == length)
        at = np.searchsorted(heads, own[same], "right") - 1
        keys[same] = heads[at].astype(np.int64) << _LENGTH_BITS | length
    return keys


def letters_among(stream: Stream, clauses: Clauses, some: Iterable[str]) -> Ints:
    """How many letters of every clause are among some."""
    before = np.append(0, np.cumsum(are_among(stream.codes, some), dtype=np.int32))
    return np.asarray(before[clauses.heads + clauses.length] - before[clauses.heads])
