"""What makes a pair of stretches a match: long, alike, complete enough, and more than a name or a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.alignment import LEAST_COMMON, LEAST_RATIO, LIGHT, equal_runs
from hujian.detect.letters.characters import Codes, are_among
from hujian.detect.letters.frames import ends_with_person, is_address, is_frame, says_something
from hujian.detect.letters.stream import PHRASE, Ints, Stream
from hujian.detect.letters.suffixes import Grams
from hujian.detect.letters.vocabulary import ADDRESSED
from hujian.detect.passages.passage import A_END, A_START, B_END, B_START, COMMON, SIDES, ratios
from hujian.detect.passages.positions import Positions

MEDIUM = 11
LEAST_COVER, SHORT_COVER = 0.5, 0.6
"""A stretch inside a clause must fill so much of the clause on one side, a shorter one than MEDIUM letters
more, else it is a name in passing."""
WELL_KNOWN = 12
"""Letters from which a stretch inside a clause counts whatever the clause."""
NAME_COVER, NAME_RATIO = 0.8, 0.85
"""What recurs everywhere must fill so much of the clauses on both sides, and so much of what is matched: else
it is a name or a slogan, or several in a row. Whole clauses need be no more than light variants."""
NO_NAME = 3 * LEAST_COMMON
"""Common letters, repeats not counted, from which passages are no name, however often their words recur."""
LONG, CLOSE = 12, 0.8
"""A passage with fewer common letters and less alike must have as many clauses on both sides: else words
of two statements were strung together."""
FIT = (0.0, 1.0, 1.0, 2.0, 3.0)
"""Common letters that an end at a mark on both sides is worth, by strength of the mark."""
LEAST_WORDS = 5
"""Letters of words that a passage must have beside its figures: 亿元，增长百分之六点五 says nothing."""
DISPOSING = "把将"  # they put what is disposed of before the verb
BATCH = 1 << 16  # passages that are judged together
_DISPOSED = re.compile(f"[{DISPOSING}](?:[^的]{{1,4}}的)?(.)")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]*")
_FOREIGN = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffff]+")
_FIGURE = re.compile(r"百分之|[〇零一二三四五六七八九十百千万亿点]{2,}元?|[万亿]元")
_NUMERALS, _SCALES = "〇零一二三四五六七八九十百千万亿点", "百万亿"
"""Every figure has two of the first, or one of the second."""
_ADDRESS_HEADS = frozenset(word[0] for word in ADDRESSED)

Flags = NDArray[np.bool_]


class Judge:
    """Judges passages of one collection, one a row (``passage.rows_of``).

    What numbers tell is told of all rows at once; the few for which words must be read follow.

    Args:
        stream: the collection.
        grams: how often what a passage shares stands in it.
    """

    def __init__(self, stream: Stream, grams: Grams) -> None:
        self._stream = stream
        self._letters = stream.letters
        self._grams = grams
        self._particulars = stream.particulars()
        self._edge = np.frombuffer(stream.strength, np.uint8)
        self._clauses = Positions.of(stream.clauses)
        self._names = Positions.of(grams.names)
        self._foreign = Positions(~_are_chinese(stream.codes))
        self._numerals, self._scales, self._disposing = (
            Positions(are_among(stream.codes, signs)) for signs in (_NUMERALS, _SCALES, DISPOSING)
        )

    def matches(self, rows: Ints) -> Flags:
        """Which passages are long, alike and complete enough."""
        found = np.zeros(len(rows), bool)
        for first in range(0, len(rows), BATCH):
            found[first : first + BATCH] = self._matches(rows[first : first + BATCH])
        return found

    def _matches(self, rows: Ints) -> Flags:
        """As ``matches``: each question is put only to what has passed those before it."""
        left = np.flatnonzero(rows[:, COMMON] >= LEAST_COMMON)
        for passes in (
            self._are_wording,
            self._are_alike,
            self._have_words,
            self._are_no_addresses,
            self._are_no_names,
            self._are_told,
        ):
            left = left[passes(rows[left])]
        found = np.zeros(len(rows), bool)
        found[left] = True
        return found

    def fit(self, rows: Ints) -> NDArray[np.float64]:
        """How well the ends lie at corresponding marks: of two that compete, the better fitting one wins."""
        start, end = (self._edge[rows[:, ends]].min(axis=1) for ends in zip(*SIDES, strict=True))
        worth = np.array(FIT)
        return np.asarray(worth[start] + worth[end])

    def _sides(self, row: Ints) -> tuple[str, str]:
        a_start, a_end, b_start, b_end, _ = row.tolist()
        return self._letters[a_start:a_end], self._letters[b_start:b_end]

    def _are_wording(self, rows: Ints) -> Flags:
        """Whether neither side is a title, a dateline or a signature."""
        return ~(self._particulars[rows[:, A_START]] | self._particulars[rows[:, B_START]])

    def _are_alike(self, rows: Ints) -> Flags:
        """Whether passages are alike enough, and have as many clauses on both sides where it is little."""
        ratio = ratios(rows)
        clauses = (self._clauses.inside(rows[:, start] + 1, rows[:, end]) for start, end in SIDES)
        equal = np.equal(*clauses)
        return (ratio >= LEAST_RATIO - 1e-9) & ((rows[:, COMMON] >= LONG) | (ratio >= CLOSE) | equal)

    def _have_words(self, rows: Ints) -> Flags:
        """Whether both sides have enough Chinese letters, and not only in figures."""
        enough = np.ones(len(rows), bool)
        for start, end in _stretches(rows):
            enough &= end - start - self._foreign.inside(start, end) >= LEAST_COMMON
            figures = (self._numerals.inside(start, end) > 1) | (self._scales.inside(start, end) > 0)
            for row in np.flatnonzero(enough & figures).tolist():
                enough[row] = _has_words(self._letters[start[row] : end[row]])
        return enough

    def _are_no_addresses(self, rows: Ints) -> Flags:
        """Whether passages have more in common than who is addressed (各级政府及其工作人员要)."""
        told = ~are_among(self._stream.codes[rows[:, A_START]], _ADDRESS_HEADS)
        for row in np.flatnonzero(~told).tolist():
            told[row] = not all(map(is_address, _shared_runs(*self._sides(rows[row]))))
        return np.asarray(told)

    def _are_no_names(self, rows: Ints) -> Flags:
        """Whether passages fill their clauses, or share more than what stands more often than texts."""
        covers, ratio = self._covers(rows).min(axis=0), ratios(rows)
        loose = (covers < NAME_COVER) | (ratio < np.where(covers < 1, NAME_RATIO, LIGHT))
        likely = loose & (self._names.inside(rows[:, A_START], rows[:, A_END]) > 0)
        for row in np.flatnonzero(likely).tolist():
            likely[row] = self._are_names(rows[row])
        return np.asarray(~likely)

    def _are_names(self, row: Ints) -> bool:
        """Whether what a passage shares recurs everywhere; so much of it, repeats not counted, is no name."""
        a, b = self._sides(row)
        runs = equal_runs(a, b)
        if row[COMMON] >= NO_NAME and sum(map(len, {a[at : at + size] for at, _, size in runs})) >= NO_NAME:
            return False
        return self._grams.are_names(int(row[A_START]), runs)

    def _are_told(self, rows: Ints) -> Flags:
        """Whether passages are a clause or a good part of one, not a few words inside two clauses."""
        covers, common = self._covers(rows), rows[:, COMMON]
        least = np.where(common >= MEDIUM, LEAST_COVER, SHORT_COVER)
        told = (covers.max(axis=0) >= least) | ((common > LEAST_COMMON) & (self.fit(rows) > 0))
        short = common < WELL_KNOWN
        read = np.flatnonzero(told & short)
        disposes = self._may_dispose(rows[read])
        frames: dict[str, bool] = {}
        for row, inside, disposing in zip(
            read.tolist(), (covers[:, read].min(axis=0) < 1).tolist(), disposes.tolist(), strict=True
        ):
            told[row] = self._says_something(rows[row], frames, inside=inside, disposing=disposing)
        return np.asarray(told | ~short)

    def _says_something(self, row: Ints, frames: dict[str, bool], *, inside: bool, disposing: bool) -> bool:
        """Whether a short passage is more than a frame, a row of names, or what is said of something.

        Args:
            row: the passage.
            frames: what is known already of some wordings.
            inside: whether it lies inside a clause.
            disposing: whether 把 or 将 stands in it or before it.
        """
        if disposing and self._lacks_object(row):
            return False
        sides = self._sides(row)
        if self._edge[row[[A_END, B_END]]].max() < PHRASE and all(map(ends_with_person, sides)):
            return False  # what is said of them is another thing
        for side in sides:
            if side not in frames:
                frames[side] = is_frame(side)
            if not frames[side]:
                break
        else:
            return False
        runs = list(_shared_runs(*sides))
        if any(says_something(run) and not is_address(run) for run in runs):
            return True
        return not inside and not any(map(is_address, runs))

    def _covers(self, rows: Ints) -> NDArray[np.float64]:
        """Shares of the clauses they lie in that both sides of passages fill."""
        sides = []
        for start, end in _stretches(rows):
            clause = self._clauses.since(end, len(self._letters)) - self._clauses.until(start)
            sides.append((end - start) / clause)
        return np.array(sides)

    def _may_dispose(self, rows: Ints) -> Flags:
        """Whether 把 or 将 stands in both sides of passages, or before both in their clauses."""
        inside, before = np.ones(len(rows), bool), np.ones(len(rows), bool)
        for start, end in _stretches(rows):
            inside &= self._disposing.inside(start, end) > 0
            before &= self._disposing.until(start) >= self._clauses.until(start)
        return inside | before

    def _lacks_object(self, row: Ints) -> bool:
        """Whether what 把 or 将 has put before the verb is cut off on both sides, or another thing on each.

        (把稳增长)放在更加突出的位置: what is left could be said of anything.
        """
        if all(self._object_cut_off(start) for start in row[[A_START, B_START]].tolist()):
            return True
        a, b = map(_disposed, self._sides(row))
        return a is not None and b is not None and a != b

    def _object_cut_off(self, start: int) -> bool:
        """Whether a stretch begins, inside a phrase, behind 把 or 将 and at least one letter more."""
        clause, _ = self._stream.clause_around(start, start)
        at = max(self._letters.rfind(word, clause, max(clause, start - 1)) for word in DISPOSING)
        return at >= 0 and max(self._stream.strength[at + 1 : start + 1]) < PHRASE


def _stretches(rows: Ints) -> Iterator[tuple[Ints, Ints]]:
    """First letters and ends of both sides of passages."""
    return ((rows[:, start], rows[:, end]) for start, end in SIDES)


def _are_chinese(codes: Codes) -> Flags:
    """Which letters are Chinese characters."""
    table = np.zeros(int(codes.max(initial=0)) + 1, bool)
    table[0x3400:0xA000] = True
    table[0x20000:0x40000] = True
    return np.asarray(table[codes])


def _has_words(text: str) -> bool:
    """Whether a text has enough Chinese letters, and not only in figures."""
    chinese = text if _CHINESE.fullmatch(text) else _FOREIGN.sub("", text)
    if len(chinese) < LEAST_COMMON:
        return False
    return _FIGURE.search(chinese) is None or len(_FIGURE.sub("", chinese)) >= LEAST_WORDS


def _shared_runs(a: str, b: str) -> Iterator[str]:
    """The longer equal runs of two sides."""
    return (a[at : at + length] for at, _, length in equal_runs(a, b) if length > 1)


def _disposed(text: str) -> str | None:
    """The first letter of what the first 把 or 将 of a text puts before the verb, but for an attribute."""
    found = _DISPOSED.search(text)
    return found[1] if found else None
