"""The suffixes of all lines in order, and how far neighbours agree: every recurrence can be read off them.

Suffix array by libdivsufsort (Y. Mori), common prefixes by Kasai et al. 2001. A line ends with a sign that is
smaller than all letters, so that a suffix is over where its line is over.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pydivsufsort
from numpy.typing import NDArray

from hujian.detect.letters.stream import LINE, Ints, Stream

Longs = NDArray[np.int64]

FEW = 4  # places, in a collection of fewer texts
_BYTE = 1 << 8
_SHORT = 1 << 16  # numbers of letters that fit into two bytes


@dataclass(frozen=True, slots=True)
class Grams:
    """The grams of one size; parallel arrays, one entry a letter."""

    size: int  # letters
    numbers: Ints  # of the gram at every letter, as ``Suffixes.gram_numbers`` gives them
    places: Ints  # how many places that gram has; 0 for none
    names: bytes  # 1 where those are more than ``name_limit``, else 0

    def has_name(self, start: int, end: int) -> bool:
        """Whether a gram that begins in a stretch of letters is part of a name or a slogan."""
        return self.names.find(1, start, end) >= 0

    def are_names(self, start: int, runs: Iterable[tuple[int, int, int]]) -> bool:
        """Whether every gram of some runs, told as from letter ``start`` on, is part of a name or a slogan.

        Runs too short for a gram tell nothing; if all are, nothing is a name.
        """
        told = [(start + at, start + at + length - self.size + 1) for at, _, length in runs]
        told = [(first, end) for first, end in told if first < end]
        return bool(told) and all(self.names.find(0, first, end) < 0 for first, end in told)


def name_limit(stream: Stream) -> int:
    """At more places than this a wording is a name or a slogan: more than there are texts, and no few."""
    return max(FEW, len(stream.documents))


@dataclass(frozen=True, slots=True)
class Suffixes:
    """The suffix array of a stream; parallel arrays, one entry a letter."""

    places: Ints  # first letters of the suffixes, in the order of the suffixes
    common: Ints  # letters that suffix places[r] has in common with suffix places[r + 1]; 0 for the last one
    left: Ints  # letters from every letter of the stream to the end of its line

    def gram_numbers(self, size: int) -> Ints:
        """The number of the gram of ``size`` letters at every letter, -1 where it would cross a line's end.

        Equal grams have equal numbers, all smaller than the number of letters, in the order of the suffixes.
        """
        numbers = np.empty(len(self.places), np.int32)
        new = np.concatenate(([False], self.common[:-1] < size))
        numbers[self.places] = np.cumsum(new, dtype=np.int32)
        numbers[self.left < size] = -1
        return numbers

    def gram_and_line_numbers(self, size: int) -> Ints:
        """As ``gram_numbers``; where a shorter line begins, its own number, beyond those of grams."""
        numbers = self.gram_numbers(size)
        ends = self.left[self.places]  # of the suffixes: equal ones end together
        same = (self.common[:-1] == ends[:-1]) & (ends[:-1] == ends[1:])
        whole = np.empty(len(numbers), np.int32)
        whole[self.places] = np.cumsum(np.append(False, ~same), dtype=np.int32)
        begins = np.append(True, self.left[:-1] == 1)[: len(numbers)]
        short = begins & (self.left < size)
        numbers[short] = len(numbers) + whole[short]
        return numbers


def grams_of(stream: Stream, suffixes: Suffixes, size: int) -> Grams:
    """The grams of ``size`` letters."""
    numbers = suffixes.gram_numbers(size)
    inside = numbers >= 0
    counts = np.bincount(numbers[inside], minlength=1).astype(np.int32)
    places = np.where(inside, counts[numbers], np.int32(0))
    return Grams(size, numbers, places, (places > name_limit(stream)).tobytes())


def _dense_codes(stream: Stream) -> Ints:
    """Letters as small numbers from 1, in the order of their code points."""
    table = np.zeros(int(stream.codes.max(initial=0)) + 1, np.int32)
    table[stream.codes] = 1
    used = np.flatnonzero(table)
    table[used] = np.arange(1, len(used) + 1)
    return table[stream.codes]


def _suffix_array(numbers: NDArray[np.unsignedinteger]) -> Ints:
    """The suffix array of some numbers.

    libdivsufsort takes bytes, and sorts only suffixes whose bytes rise first and then fall; all others
    follow from these. So every number is told by two bytes of the same range: were the first one mostly the
    smaller one, as in a number of two bytes that is none of the largest, nearly every suffix would be sorted.
    """
    base = math.isqrt(int(numbers.max())) + 1
    if base > _BYTE:
        return np.asarray(pydivsufsort.divsufsort(numbers))
    halves = np.empty((len(numbers), 2), np.uint8)
    halves[:, 0], halves[:, 1] = numbers // base, numbers % base
    array = pydivsufsort.divsufsort(halves.reshape(-1))
    return np.asarray(array[array & 1 == 0] >> 1)


def suffixes(stream: Stream) -> Suffixes:
    """The suffixes of a stream."""
    count = len(stream.codes)
    if not count:
        return Suffixes(*(np.zeros(0, np.int32) for _ in range(3)))
    bounds = np.append(np.flatnonzero(stream.edge == LINE), count)
    at = np.arange(count, dtype=np.int32)
    left = bounds.astype(np.int32)[stream.line] - at
    codes = _dense_codes(stream)
    kind = np.uint16 if codes.max() < _SHORT else np.uint32
    ended: NDArray[np.unsignedinteger] = np.zeros(count + len(bounds) - 1, kind)
    ended[at + (stream.line - 1)] = codes
    del codes, at
    array = _suffix_array(ended)
    common = pydivsufsort.kasai(ended, array)
    ends = len(bounds) - 1  # the suffixes that begin with a line's end come first
    letter = np.cumsum(ended > 0, dtype=np.int32) - 1  # which letter of the stream stands at each place
    places = letter[array[ends:]]
    return Suffixes(places, np.minimum(common[ends:], left[places]), left)
