"""Which families and phrases become entries, given those that were chosen before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from hujian.detect.formulations.clustering import Family
from hujian.detect.formulations.lists import Lists
from hujian.detect.formulations.quotations import Quotations
from hujian.detect.formulations.standing import OFTEN, Standing
from hujian.detect.formulations.syntax import Syntax
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.frames import is_frame, is_set_phrase, starts_with_verb
from hujian.detect.letters.places import Places
from hujian.detect.letters.predicates import holds_predicate
from hujian.detect.letters.stream import CLAUSE, PHRASE, Ints, Stream
from hujian.detect.letters.vocabulary import COVERBS, LOCALIZERS

LEAST_ALONE = 0.34
"""Share of its places at which a phrase of fewer than LONG letters must stand outside of longer entries."""
SELDOM = 0.1
"""Below this share of its places a phrase that stands outside of longer entries must be free there."""
LONG = 7
SELF_EVIDENT = 8
"""Letters from which a phrase that recurs is complete wherever it stands."""
VERY_LONG = 12
"""Letters from which a phrase with different neighbours in longer entries is an entry of its own."""
QUOTED = 0.05
"""Share of its places at which what is a unit stands in quotation marks; fewer single a word out for once."""


class Selection:
    """Remembers which letters lie inside an entry already chosen."""

    def __init__(self, stream: Stream, borders: Borders, sources: Ints, places: Places) -> None:
        self._stream = stream
        self._places = places
        self._lists = Lists(stream, places)
        self._quotations = Quotations(stream)
        self._standing = Standing(stream, borders, sources)
        self._syntax = Syntax(stream, places, self._lists)
        self._titles = stream.titles().tobytes()  # read one by one
        self._furthest = np.zeros(len(stream.letters), np.int32)  # furthest end of an entry over each letter
        self._reach = self._furthest.data  # the same, to be read one by one
        self._owner = np.zeros(len(stream.letters), np.int32)  # which entry that is

    def claim(self, starts: Iterable[int], size: int, entry: int) -> None:
        """Mark so many letters from every start on as a place of the entry with this number."""
        reach, furthest, owner = self._reach, self._furthest, self._owner
        for start in starts:
            end = start + size
            if reach[start] >= end:
                continue  # inside a longer one
            if any(reach[start:end]):
                longer = furthest[start:end] < end
                furthest[start:end][longer] = end
                owner[start:end][longer] = entry
            else:
                furthest[start:end] = end
                owner[start:end] = entry

    def recurs(self, wording: str) -> bool:
        """Whether a wording stands in two sources."""
        return self._standing.recurs(self._places.of(wording))

    def is_between_words(self, wording: str) -> bool:
        """Whether words begin and end with a wording at half of its places."""
        return self._standing.is_between_words(self._places.of(wording), len(wording))

    def is_later_member(self, wording: str) -> bool:
        """Whether a wording only stands behind the mark between members of a list, and is no clause."""
        starts = self._places.of(wording)
        marks = self._stream.strength
        return all(marks[s] == PHRASE and not self._stream.opened[s] for s in starts)

    def is_family(self, family: Family) -> bool:
        """Whether a family of clauses says something and does not lie inside longer entries altogether.

        A clause that elsewhere nearly always goes on with the same letter is a line broken in the midst.
        """
        centre = family.centre.text
        if is_frame(centre):
            return False
        if family.centre.whole and self._standing.goes_on(self._places.some(centre), len(centre)):
            return False
        if self._lists.go_on([clause.text for clause in family.clauses]):
            return False
        return any(self._reach[s] < s + len(clause.text) for clause in family.clauses for s in clause.starts)

    def is_entry(self, phrase: str) -> bool:
        """Whether a recurring phrase is worth an entry, given the longer ones chosen before."""
        starts = self._places.some(phrase)
        size = len(phrase)
        if not self._recurs_in_bodies(starts) or is_frame(phrase):
            return False
        if sum(self._quotations.enclose(start, size) for start in starts) > QUOTED * len(starts):
            return True  # what is in quotation marks is told as a unit
        if self._is_cut(phrase, starts):
            return False
        if self._standing.is_saying(phrase, starts):
            return True
        return self._stands_alone(phrase, starts) and self._is_whole(phrase, starts)

    def _is_cut(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase is torn out of a longer one, or ends inside a list, quotation marks or a word."""
        if self._standing.comes_from(starts) or self._syntax.is_torn(phrase, starts):
            return True
        if self._lists.go_on([phrase]) or self._quotations.are_cut(starts, len(phrase)):
            return True
        return len(phrase) < LONG and not self._standing.is_between_words(starts, len(phrase))

    def is_behind_particle(self, phrase: str, particles: Iterable[str]) -> bool:
        """Whether one of some particles stands before a phrase everywhere."""
        return any(self._standing.always_follows(particle, self._places.of(phrase)) for particle in particles)

    def with_coverb(self, phrase: str) -> str:
        """A phrase with the coverb that opens it, because it stands before it wherever no longer entry does.

        Without a verb behind its object (对党忠诚) only 对 does: 以, 为 … lead on to a verb outside.
        """
        everywhere = self._places.of(phrase)
        starts = self._outside(everywhere, len(phrase)) or everywhere
        before = self._stream.letters[starts[0] - 1 : starts[0]]
        opens = before == "对" or (before in COVERBS and holds_predicate(phrase))
        if not (opens and self._standing.always_follows(before, starts)):
            return phrase
        whole = before + phrase
        return self.with_coverb(whole) if self.recurs(whole) else phrase  # 把|对|党忠诚作为首要品质

    def is_incomplete(self, phrase: str) -> bool:
        """Whether a recurring phrase says something, but is no expression by itself."""
        starts = self._places.some(phrase)
        return (
            self._recurs_in_bodies(starts)
            and not is_frame(phrase)
            and not any(self._reach[s] >= s + len(phrase) for s in starts)
            and (starts_with_verb(phrase) or not self._syntax.is_tail(phrase, starts))
            and not self._is_whole(phrase, starts)
        )

    def touches(self, wordings: Iterable[str]) -> bool:
        """Whether a place of a wording shares letters with an entry already chosen."""
        return any(
            (self._furthest[start : start + len(wording)] > start).any()
            for wording in wordings
            for start in self._places.of(wording)
        )

    def is_part(self, wordings: Sequence[str]) -> bool:
        """Whether longer entries hold an entry's first wording and go on behind it, wherever it stands.

        They must go on behind its other wordings, too. What is told for its quotation marks is no part.
        """
        reach, first, size = self._reach, self._places.of(wordings[0]), len(wordings[0])
        if not first or any(reach[start] <= start + size for start in first):
            return False
        ends = (start + len(wording) for wording in wordings[1:] for start in self._places.of(wording))
        if any(reach[end - 1] <= end for end in ends):
            return False
        return not any(self._quotations.enclose(start, size) for start in first)

    def _recurs_in_bodies(self, starts: Sequence[int]) -> bool:
        """Whether places outside of titles and datelines lie in two sources."""
        titles = self._titles
        first = next((start for start in starts if not titles[start]), None)
        if first is None:
            return False
        return any(self._standing.recurs((first, start)) for start in starts if not titles[start])

    def _stands_alone(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase stands outside of longer entries often enough, or inside of different ones."""
        size = len(phrase)
        alone = [s for s in self._outside(starts, size) if not self._titles[s]]
        if len(alone) < SELDOM * len(starts):
            alone = [s for s in alone if self._syntax.is_free(s, size)]
        if size < LONG and len(alone) < LEAST_ALONE * len(starts):
            return any(self._syntax.is_clause(s, size) for s in alone)
        return bool(alone) or (size >= VERY_LONG and self._is_versatile(phrase, starts))

    def _is_versatile(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether different words follow a phrase, or precede it in different entries."""
        size = len(phrase)
        if self._standing.leads_to_many(starts, size):
            return True
        holders = {int(self._owner[s]) for s in starts if self._reach[s] >= s + size}
        return (
            len(holders) > 1
            and self._standing.comes_from_many(starts)
            and not self._syntax.is_tail(phrase, starts)
        )

    def _outside(self, starts: Iterable[int], size: int) -> list[int]:
        """Places that do not lie inside a longer entry."""
        return [s for s in starts if self._reach[s] < s + size]

    def _is_whole(self, phrase: str, starts: Sequence[int]) -> bool:
        if len(phrase) == 4:
            if phrase[-1] in LOCALIZERS and phrase[0] != phrase[2] and not self._ends(phrase, starts):
                return False  # (外贸稳中)提质; 事中事后 is whole
            known = is_set_phrase(phrase) and (
                phrase[0] == phrase[2] or not self._standing.is_opening(starts, len(phrase))  # 做强做优
            )
            known = known or self._quotations.set_apart(starts, len(phrase))
            return known or (self._syntax.is_inseparable(phrase, starts) and self._ends(phrase, starts))
        return self.is_complete(phrase, starts)

    def _ends(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase ends at a mark in at least one place that lies in no longer entry."""
        size = len(phrase)
        least = CLAUSE if starts_with_verb(phrase) else PHRASE
        return any(self._stream.end_at(s + size) >= least for s in self._outside(starts, size))

    def is_kernel(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a part that clauses share is whole, given what stands before and behind it."""
        if is_frame(phrase) or not self.is_complete(phrase, starts, often=2):
            return False
        size = len(phrase)
        if self._syntax.is_dependent(starts) or self._lists.are_closed(phrase, starts):
            return False
        if self._quotations.are_cut(starts, size) or self._syntax.is_governed(phrase, starts):
            return False
        closed = self._ends(phrase, starts) or any(self._standing.is_head(s, size) for s in starts)
        return closed or (not starts_with_verb(phrase) and not self._syntax.is_attribute(starts, size))

    def is_complete(self, phrase: str, starts: Sequence[int], often: int = OFTEN) -> bool:
        """Whether a phrase ends, or a noun phrase that recurs often begins, at a mark in at least one place.

        What begins with a verb must end a clause: before 、 its object may go on.
        """
        size = len(phrase)
        if self._standing.goes_on(starts, size) or self._syntax.is_open(phrase, starts):
            return False
        if self._lists.are_cut(phrase, starts):
            return False
        if size < SELF_EVIDENT and self._syntax.is_tail(phrase, starts):
            return False
        is_clause, is_head = self._syntax.is_clause, self._standing.is_head
        if self._ends(phrase, starts) or any(is_clause(s, size) or is_head(s, size) for s in starts):
            return True
        return phrase[-1] not in LOCALIZERS and self._is_self_contained(phrase, starts, often)

    def _is_self_contained(self, phrase: str, starts: Sequence[int], often: int) -> bool:
        """Whether a phrase is whole although no mark ends it: by length, or as a noun phrase."""
        if len(phrase) >= SELF_EVIDENT or self._syntax.is_noun_phrase(
            phrase, self._outside(starts, len(phrase))
        ):
            return True
        begins = any(self._stream.strength[s] >= PHRASE for s in starts)
        return begins and not starts_with_verb(phrase) and len(starts) >= often
