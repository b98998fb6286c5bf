"""Formulations: clause families and recurring phrases that an index should list.

Longest first: a phrase inside a longer entry is an entry of its own only where it also stands alone
(the idea of the C-value, Frantzi, Ananiadou & Mima 2000).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hujian.detect.formulations.clustering import Family
from hujian.detect.formulations.completions import Completions
from hujian.detect.formulations.leads import Leads
from hujian.detect.formulations.selection import Selection
from hujian.detect.letters.frames import is_actor
from hujian.detect.letters.places import Places
from hujian.detect.letters.vocabulary import HEADLESS


@dataclass(frozen=True, slots=True)
class Entry:
    """A formulation as letters, with all its places in order; there are millions in a large collection."""

    canonical: str
    variants: tuple[str, ...]
    starts: array[int]  # first letters of the places
    ends: array[int]  # those behind their last ones


class Choice:
    """Chooses entries one kind after the other; the order decides who lies inside of whom."""

    def __init__(self, selection: Selection, places: Places, phrases: Sequence[str]) -> None:
        self._selection = selection
        self._places = places
        self._phrases = phrases
        self._wordings: dict[str, dict[str, None]] = {}  # canonical -> its wordings, in order

    def entries(self) -> list[Entry]:
        """All entries, in order of choice."""
        return [entry_of(self._places, tuple(own)) for own in self._wordings.values()]

    def add_families(self, families: Sequence[Family], leads: Leads) -> None:
        """Families of clauses, the longest first."""
        for family in sorted(families, key=lambda f: (-len(f.centre.text), f.centre.text)):
            clauses = family.clauses
            for clause in clauses:
                if clause.row is not None:
                    self._places.remember(clause.text, clause.row)
            if not self._selection.is_family(family):
                continue
            told = leads.of(family)
            self._enter(told)
            for clause in clauses:
                self._claim(clause.text, clause.starts)
            for wording in told:  # wherever it stands: all those places are told
                self._claim(wording, self._places.of(wording))

    def add_completions(self, completions: Completions) -> None:
        """Phrases that are complete with what follows them."""
        for phrase in self._phrases:
            if not self._selection.is_incomplete(phrase):
                continue
            completed = completions.of(phrase)
            if completed and not self._selection.touches(completed):
                self._enter(completed)
                for wording in completed:
                    self._claim(wording, self._places.of(wording))

    def add_phrases(self) -> None:
        """Recurring phrases, the longest first."""
        known = frozenset(wording for own in self._wordings.values() for wording in own)
        opened: dict[str, list[str]] = defaultdict(list)  # by what follows them, particles of known wordings
        for wording in known:
            if wording[0] in HEADLESS:
                opened[wording[1:]].append(wording[0])  # 把|好事办实
        for phrase in self._phrases:
            if phrase in known or self._selection.is_behind_particle(phrase, opened.get(phrase, ())):
                continue
            if self._selection.is_entry(phrase):
                whole = self._selection.with_coverb(phrase)
                self._enter((whole,))
                self._claim(whole, self._places.of(whole))

    def drop_parts(self) -> None:
        """Drop what lies inside of longer entries: some are chosen after it."""
        parts = [first for first, own in self._wordings.items() if self._selection.is_part(tuple(own))]
        for first in parts:
            del self._wordings[first]

    def _enter(self, wordings: tuple[str, ...]) -> None:
        """Make an entry; a mere name is none, but its places are claimed, so that no part of it is one."""
        if is_actor(wordings[0]):
            return
        self._wordings.setdefault(wordings[0], {}).update(dict.fromkeys(wordings))

    def _claim(self, wording: str, starts: Iterable[int]) -> None:
        self._selection.claim(starts, len(wording), len(self._wordings))


def entry_of(places: Places, wordings: Sequence[str]) -> Entry:
    """An entry with all places of its wordings, a place inside a longer one of its own left out."""
    starts, ends = array("i"), array("i")
    furthest = 0
    for start, size in sorted((start, -len(w)) for w in wordings for start in places.of(w)):
        if start - size > furthest:
            starts.append(start)
            ends.append(furthest := start - size)
    return Entry(wordings[0], tuple(wordings[1:]), starts, ends)
