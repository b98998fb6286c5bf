"""Which entries are told, in which order: many documents and many letters first, templates last.

A place within a place of a weightier entry adds nothing to what a reader has seen there, and does not count.
That is a problem of greatest coverage, which the greedy order solves well (Nemhauser et al. 1978). What is
seen stays seen: weights only fall, and few are taken more than twice (lazily, Minoux 1978).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.choice import Entry
from hujian.detect.formulations.labels import Labels
from hujian.detect.letters.stream import Stream
from hujian.model import Label, Limit

MOST, LETTERS_AN_ENTRY = 1000, 300
"""The weightiest 1,000 formulations are told, or one for every 300 letters if that is more."""
_COMMON: frozenset[Label] = frozenset({"slogan", "template"})


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry with its label."""

    entry: Entry
    label: Label


@dataclass(frozen=True, slots=True)
class Ranking:
    """Entries, weightiest first, and what was cut off."""

    entries: tuple[Ranked, ...]
    limits: tuple[Limit, ...]


def rank(stream: Stream, entries: Sequence[Entry], kept: frozenset[str] = frozenset()) -> Ranking:
    """Label and order all entries; those whose canonical wording is in ``kept`` are told in any case.

    Which ones are told is decided by all of their places: short names stand mostly within longer wordings,
    and are looked for nevertheless.
    """
    labels, weights = Labels(stream), _Weights(stream)
    weighed = []
    for entry in entries:
        documents = weights.documents(entry.starts)
        label = labels.of(entry, documents)
        weight = weight_of(entry, documents)
        weighed.append((label == "template", -weight, entry.canonical, Ranked(entry, label)))
    weighed.sort(key=lambda row: row[:-1])
    most = max(MOST, len(stream.letters) // LETTERS_AN_ENTRY)
    told = [row for at, row in enumerate(weighed) if at < most or row[2] in kept]
    limits = (Limit("提法", len(told), len(weighed)),) if len(told) < len(weighed) else ()
    return Ranking(tuple(weights.in_order(told)), limits)


_Weighed = tuple[bool, int, str, Ranked]
"""Whether an entry is a template, its weight below 0, its canonical wording: so they sort."""


def weight_of(entry: Entry, documents: int) -> int:
    """Letters times documents beyond the first one."""
    return max(documents - 1, 0) * len(entry.canonical)


class _Weights:
    """Orders entries by what each of them adds to those before it."""

    def __init__(self, stream: Stream) -> None:
        self._document = stream.document.data  # read one by one
        self._inner = bytearray(len(stream.letters))  # 1 at all letters of seen places but their first ones

    def in_order(self, entries: Iterable[_Weighed]) -> Iterator[Ranked]:
        """Entries by what they add, templates last; of those that add the same, the weightier one first."""
        heap = [(template, whole, whole, wording, one) for template, whole, wording, one in entries]
        heapq.heapify(heap)
        while heap:
            template, least, whole, wording, ranked = heap[0]
            weight = -weight_of(ranked.entry, self.documents(self._unseen(ranked.entry)))
            if weight > least:
                heapq.heapreplace(heap, (template, weight, whole, wording, ranked))
                continue
            heapq.heappop(heap)
            self._see(ranked.entry)
            yield ranked

    def documents(self, starts: Iterable[int]) -> int:
        """In how many documents some letters stand."""
        return len(set(map(self._document.__getitem__, starts)))

    def _unseen(self, entry: Entry) -> Iterator[int]:
        """First letters of the places that do not lie within seen ones."""
        find = self._inner.find
        places = zip(entry.starts, entry.ends, strict=True)
        return (start for start, end in places if find(0, start + 1, end) >= 0)

    def _see(self, entry: Entry) -> None:
        for start, end in zip(entry.starts, entry.ends, strict=True):
            self._inner[start + 1 : end] = b"\1" * (end - start - 1)


def common_letters(stream: Stream, ranked: Sequence[Ranked]) -> NDArray[np.bool_]:
    """Which letters lie in a slogan or a template, and so tell little about who reads whom."""
    inside = np.zeros(len(stream.letters), bool)
    for one in ranked:
        if one.label in _COMMON:
            for start, end in zip(one.entry.starts, one.entry.ends, strict=True):
                inside[start:end] = True
    return inside
