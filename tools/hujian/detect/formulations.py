"""Formulations: clause families and recurring phrases that an index should list.

Longest first: a phrase inside a longer entry is an entry of its own only where it also stands alone
(the idea of the C-value, Frantzi, Ananiadou & Mima 2000).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from hujian.detect.clauses import Family
from hujian.detect.frames import (
    LOCALIZERS,
    PARTICLES,
    ends_with_noun,
    is_expression,
    is_frame,
    is_set_phrase,
    leads_on,
    starts_with_verb,
)
from hujian.detect.places import Places
from hujian.detect.stream import CLAUSE, PHRASE, Ints, Stream

LEAST_ALONE = 0.34
"""Share of its places at which a phrase of fewer than LONG letters must stand outside of longer entries."""
LONG = 7
SELF_EVIDENT = 8
"""Letters from which a phrase that recurs is complete wherever it stands."""
VERY_LONG = 12
"""Letters from which a phrase inside different longer entries is an entry of its own."""
OFTEN = 3
EVERYWHERE = 3
"""Times as many places as its clauses have: then the clauses hold the phrase, but are no variants of it."""
TORN = 0.75
"""A phrase is torn out of a longer one if the same letter follows at more than so many places."""
CONTEXT = 8  # letters before a phrase from which the word before it is known
LEAST_KERNEL, KERNEL_SHARE = 6, 0.4
"""Letters, and share of the clause, of a phrase that may stand for a family of clauses."""
_OPENING, _CLOSING = frozenset("“‘「『《"), frozenset("”’」』》")


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
        self._owner = np.full(len(stream.letters), -1, np.int64)  # whose place that is
        self._titles = stream.titles()
        self._reach = np.zeros(len(stream.letters), np.int64)  # furthest end of an entry over each letter

    def claim(self, start: int, end: int, entry: int) -> None:
        """Mark the letters start:end as a place of the entry with this number."""
        longer = self._reach[start:end] < end
        self._reach[start:end][longer] = end
        self._owner[start:end][longer] = entry

    def sources_of(self, starts: Iterable[int]) -> int:
        """In how many different texts the places lie."""
        return len({int(self._sources[self._stream.document[s]]) for s in starts})

    def is_family(self, family: Family) -> bool:
        """Whether a family of clauses says something and does not lie inside longer entries altogether.

        A clause that elsewhere nearly always goes on with the same letter is a line broken in the midst.
        """
        wordings = (family.centre, *family.members)
        centre = family.centre.text
        if is_frame(centre) or self._goes_on(self._places.of(centre), len(centre)):
            return False
        return any(self._reach[s] < s + len(clause.text) for clause in wordings for s in clause.starts)

    def is_entry(self, phrase: str) -> bool:
        """Whether a recurring phrase is worth an entry, given the longer ones chosen before."""
        starts = self._places.of(phrase)
        size = len(phrase)
        if self.sources_of(starts) < 2 or is_frame(phrase):
            return False
        if any(self._is_enclosed(start, size) for start in starts):
            return True  # what is in quotation marks is told as a unit
        if self._comes_from(starts):
            return False
        if self._is_saying(phrase, starts):
            return True
        return self._stands_alone(starts, size) and self._is_whole(phrase, starts)

    def _stands_alone(self, starts: Sequence[int], size: int) -> bool:
        """Whether a phrase stands outside of longer entries often enough, or inside of different ones."""
        alone = [s for s in starts if self._reach[s] < s + size and not self._titles[s]]
        if size < LONG and len(alone) < LEAST_ALONE * len(starts):
            return False
        return bool(alone) or (size >= VERY_LONG and len(self._holders(starts, size)) > 1)

    def _is_whole(self, phrase: str, starts: Sequence[int]) -> bool:
        if len(phrase) == 4:
            return is_set_phrase(phrase) or self._is_quoted(starts, len(phrase))
        return self.is_complete(phrase, starts)

    def _holders(self, starts: Iterable[int], size: int) -> set[int]:
        """By how many letters the longer entries around a phrase go on behind it."""
        return {int(self._reach[s]) - s for s in starts if self._reach[s] >= s + size}

    def is_complete(self, phrase: str, starts: Sequence[int], often: int = OFTEN) -> bool:
        """Whether a phrase ends, or a noun phrase that recurs often begins, at a mark in at least one place.

        What begins with a verb must end a clause: before 、 its object may go on.
        """
        size = len(phrase)
        if self._goes_on(starts, size) or self._is_open(phrase, starts):
            return False
        if size < SELF_EVIDENT and self._is_tail(starts):
            return False
        verbal = starts_with_verb(phrase)
        least = CLAUSE if verbal else PHRASE
        if any(self._stream.edge_at(s + size) >= least for s in starts):
            return True
        if phrase[-1] in LOCALIZERS:
            return False
        begins = any(self._stream.strength[s] >= PHRASE for s in starts)
        return size >= SELF_EVIDENT or (begins and not verbal and len(starts) >= often)

    def _goes_on(self, starts: Sequence[int], size: int) -> bool:
        """Whether one and the same letter, no particle, nearly always follows: then the phrase is torn."""
        letters, edge_at = self._stream.letters, self._stream.edge_at
        after = Counter(letters[s + size] if edge_at(s + size) < PHRASE else str(s) for s in starts)
        (letter, count), *_ = after.most_common(1)
        return len(starts) > 1 and letter not in PARTICLES and count > TORN * len(starts)

    def _is_open(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase wants a word to follow, and one that is no particle follows at every place."""
        ends = [s + len(phrase) for s in starts]
        if "关于" in phrase:
            return not any(self._stream.edge_at(end) >= PHRASE for end in ends)
        return leads_on(phrase) and not any(
            self._stream.edge_at(end) >= PHRASE or self._stream.letters[end] in PARTICLES for end in ends
        )

    def _comes_from(self, starts: Sequence[int]) -> bool:
        """Whether one and the same letter, no particle, nearly always stands before: then it is torn.

        Not so where it also stands without that letter: then it is a wording of its own.
        """
        letters, strength = self._stream.letters, self._stream.strength
        before = [letters[s - 1] if strength[s] < PHRASE else str(s) for s in starts]
        (letter, count), *_ = Counter(before).most_common(1)
        if len(starts) < OFTEN or letter in PARTICLES or count <= TORN * len(starts):
            return False
        return self.sources_of(s for s, own in zip(starts, before, strict=True) if own != letter) < 1

    def _is_tail(self, starts: Sequence[int]) -> bool:
        """Whether a noun stands before a phrase wherever it is: then it is the tail of compounds."""
        return all(map(self._follows_noun, starts))

    def _follows_noun(self, start: int) -> bool:
        stream, first = self._stream, start
        while start - first < CONTEXT and stream.strength[first] < PHRASE:
            first -= 1
        return first < start and ends_with_noun(stream.letters[first:start])

    def _is_saying(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether an expression of the dictionary stands between two marks in at least one place."""
        edge_at, size = self._stream.edge_at, len(phrase)
        free = any(edge_at(s) >= PHRASE and edge_at(s + size) >= PHRASE for s in starts)
        return free and is_expression(phrase)

    def _is_enclosed(self, start: int, size: int) -> bool:
        """Whether quotation marks stand right before and right behind a phrase."""
        text = self._stream.documents[int(self._stream.document[start])].text
        first = int(self._stream.offset[start])
        after = int(self._stream.offset[start + size - 1]) + 1
        return first > 0 and text[first - 1] in _OPENING and text[after : after + 1] in _CLOSING

    def _is_quoted(self, starts: Sequence[int], size: int) -> bool:
        """Whether quotation marks enclose a phrase, or the end of a noun phrase, in at least one place."""
        for start in starts:
            text = self._stream.documents[int(self._stream.document[start])].text
            first = int(self._stream.offset[start])
            after = int(self._stream.offset[start + size - 1]) + 1
            if text[after : after + 1] not in _CLOSING or not text[after : after + 1]:
                continue
            if first and text[first - 1] in _OPENING:
                return True
            if any(c in _OPENING for c in text[first:after]) and not starts_with_verb(text[first:after]):
                return True
        return False


def choose_entries(
    stream: Stream, sources: Ints, places: Places, families: Sequence[Family], phrases: Sequence[str]
) -> list[Entry]:
    """Entries of a collection, in order of choice."""
    selection = Selection(stream, sources, places)
    kernels = _kernels(phrases)
    wordings: dict[str, dict[str, None]] = {}  # canonical -> its wordings, in order
    for family in sorted(families, key=lambda f: (-len(f.centre.text), f.centre.text)):
        if not selection.is_family(family):
            continue
        own = (family.centre.text, *(m.text for m in family.members))
        canonical, *others = _with_kernel(selection, places, kernels, own)
        wordings.setdefault(canonical, {canonical: None}).update(dict.fromkeys(others))
        for clause in (family.centre, *family.members):
            for start in clause.starts:
                selection.claim(start, start + len(clause.text), len(wordings))
    known = {wording for own in wordings.values() for wording in own}
    for phrase in phrases:
        if phrase not in known and selection.is_entry(phrase):
            wordings[phrase] = {phrase: None}
            for start in places.of(phrase):
                selection.claim(start, start + len(phrase), len(wordings))
    return [entry_of(places, tuple(own)) for own in wordings.values()]


def _kernels(phrases: Sequence[str]) -> frozenset[str]:
    """Recurring phrases that may name a family of clauses."""
    return frozenset(phrase for phrase in phrases if len(phrase) >= LEAST_KERNEL)


def _with_kernel(
    selection: Selection, places: Places, kernels: frozenset[str], wordings: tuple[str, ...]
) -> tuple[str, ...]:
    """A family's wordings, led by the phrase that they share if the leading clause itself does not recur."""
    centre = wordings[0]
    if len(wordings) == 1 or selection.sources_of(places.of(centre)) > 1:
        return wordings
    least = max(LEAST_KERNEL, int(KERNEL_SHARE * len(centre)))
    for size in range(len(centre) - 1, least - 1, -1):
        for start in range(len(centre) - size + 1):
            part = centre[start : start + size]
            if part in kernels and any(part in other for other in wordings[1:]):
                found = places.of(part)
                if selection.is_complete(part, found, often=2) and not is_frame(part):
                    common = len(found) > EVERYWHERE * sum(len(places.of(w)) for w in wordings)
                    return (part,) if common else (part, *wordings)
    return wordings


def entry_of(places: Places, wordings: Sequence[str]) -> Entry:
    """An entry with all places of its wordings, a place inside a longer one of its own left out."""
    found = {(s, s + len(w)) for w in wordings for s in places.of(w)}
    ordered = sorted(found, key=lambda place: (place[0], -place[1]))
    kept: list[tuple[int, int]] = []
    for start, end in ordered:
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return Entry(wordings[0], tuple(wordings[1:]), tuple(kept))
