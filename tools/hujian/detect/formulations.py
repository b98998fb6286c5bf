"""Formulations: clause families and recurring phrases that an index should list.

Longest first: a phrase inside a longer entry is an entry of its own only where it also stands alone
(the idea of the C-value, Frantzi, Ananiadou & Mima 2000).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from hujian.detect.clauses import Family
from hujian.detect.frames import is_coined, is_frame, starts_with_verb
from hujian.detect.places import Places
from hujian.detect.stream import PHRASE, Ints, Stream

LEAST_ALONE = 0.3
"""Share of its places at which a phrase of fewer than LONG letters must stand outside of longer entries."""
LONG = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """A formulation as letters: canonical wording, variants, and all places (start, end)."""

    canonical: str
    variants: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


class Selection:
    """Chooses entries; remembers which letters lie inside an entry already chosen."""

    def __init__(self, stream: Stream, sources: Ints, places: Places) -> None:
        self._stream = stream
        self._sources = sources
        self._places = places
        self._reach = np.zeros(len(stream.letters), np.int64)  # furthest end of an entry over each letter

    def claim(self, start: int, end: int) -> None:
        """Mark the letters start:end as one entry's place."""
        np.maximum(self._reach[start:end], end, out=self._reach[start:end])

    def sources_of(self, starts: Iterable[int]) -> int:
        """In how many different texts the places lie."""
        return len({int(self._sources[self._stream.document[s]]) for s in starts})

    def is_entry(self, phrase: str) -> bool:
        """Whether a recurring phrase is worth an entry, given the longer ones chosen before."""
        starts = self._places.of(phrase)
        size = len(phrase)
        alone = [s for s in starts if self._reach[s] < s + size]
        if not alone or self.sources_of(starts) < 2 or is_frame(phrase):
            return False
        if size < LONG and len(alone) < LEAST_ALONE * len(starts):
            return False
        if size == 4 and not (is_coined(phrase) or self._is_quoted(starts, size)):
            return False
        return self._is_complete(phrase, starts)

    def _is_complete(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase ends, or a noun phrase begins, at a mark in at least one place."""
        size = len(phrase)
        if any(self._stream.edge_at(s + size) >= PHRASE for s in starts):
            return True
        begins = any(self._stream.edge[s] >= PHRASE for s in starts)
        return size >= 9 or (begins and not starts_with_verb(phrase))

    def _is_quoted(self, starts: Sequence[int], size: int) -> bool:
        """Whether marks stand on both sides in at least one place."""
        edge = self._stream.edge
        return any(edge[s] >= PHRASE and self._stream.edge_at(s + size) >= PHRASE for s in starts)


def choose_entries(
    stream: Stream, sources: Ints, places: Places, families: Sequence[Family], phrases: Sequence[str]
) -> list[Entry]:
    """Entries of a collection, in order of choice."""
    selection = Selection(stream, sources, places)
    entries = []
    for family in families:
        if is_frame(family.centre.text):
            continue
        wordings = (family.centre.text, *(m.text for m in family.members))
        entries.append(_entry(places, wordings))
        for clause in (family.centre, *family.members):
            for start in clause.starts:
                selection.claim(start, start + len(clause.text))
    known = {w for entry in entries for w in (entry.canonical, *entry.variants)}
    for phrase in phrases:
        if phrase not in known and selection.is_entry(phrase):
            entry = _entry(places, (phrase,))
            entries.append(entry)
            for start, end in entry.places:
                selection.claim(start, end)
    return entries


def _entry(places: Places, wordings: Sequence[str]) -> Entry:
    """An entry with all places of its wordings, a place inside a longer one of its own left out."""
    found = {(s, s + len(w)) for w in wordings for s in places.of(w)}
    ordered = sorted(found, key=lambda place: (place[0], -place[1]))
    kept: list[tuple[int, int]] = []
    for start, end in ordered:
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return Entry(wordings[0], tuple(wordings[1:]), tuple(kept))
