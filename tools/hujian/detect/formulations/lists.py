"""Lists in wordings, 甲、乙和丙: a wording is cut off where its list has members that it does not hold."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hujian.detect.formulations.enumerations import LEAST_MEMBERS
from hujian.detect.formulations.shares import more_than
from hujian.detect.letters.frames import closes_list, starts_with_verb
from hujian.detect.letters.places import Places
from hujian.detect.letters.segmenter import words_of
from hujian.detect.letters.stream import CLAUSE, PHRASE, Stream, marked
from hujian.detect.letters.vocabulary import CONJUNCTIONS, PARTICLES

MOST = 0.75
"""A list goes on if it does so at more than so many places."""


class Lists:
    """Looks at the lists of one collection."""

    def __init__(self, stream: Stream, places: Places) -> None:
        self._stream = stream
        self._places = places

    def go_on(self, wordings: Sequence[str]) -> bool:
        """Whether a list that the first of some wordings is, or the objects of its verb, goes on behind all.

        They nearly always end before 、 or a conjunction, and never end a clause:
        加大对革命老区、民族地区|、贫困地区的扶持.
        """
        if not starts_with_verb(wordings[0]) and len(self._members(wordings[0])) < 2:
            return False
        ends = [start + len(wording) for wording in wordings for start in self._places.some(wording)]
        if any(self._stream.end_at(end) >= CLAUSE for end in ends):
            return False
        return more_than(MOST, len(ends), map(self._has_more, ends))

    def are_cut(self, wording: str, starts: Sequence[int]) -> bool:
        """Whether the last member of a list is followed by another word wherever it stands: it goes on.

        Three members of one length are complete.
        """
        ends = [start + len(wording) for start in starts]
        if any(self._stream.end_at(end) >= PHRASE or self._stream.letters[end] in PARTICLES for end in ends):
            return False
        members = self._members(wording)
        return len(members) > 1 and not (len(members) >= LEAST_MEMBERS and len({*members}) == 1)

    def are_closed(self, wording: str, starts: Sequence[int]) -> bool:
        """Whether a wording closes a list wherever it stands (甲、乙、|边远山区等的书车)."""
        return closes_list(wording) and all(follows_member(self._stream, start) for start in starts)

    def are_headless(self, wording: str, start: int) -> bool:
        """Whether the first member is shorter than the second: something before it belongs to it.

        (政治)引领和政治吸纳, (想)干事、能干事、干成事.
        """
        strength, opened = self._stream.strength, self._stream.opened
        ends = range(start + 1, start + len(wording))
        cuts = [at - start for at in ends if strength[at] >= PHRASE and not opened[at]]
        if cuts:
            second = (*cuts, len(wording))[1] - cuts[0]
            return cuts[0] < second
        words = words_of(wording)
        first = next((at for at, word in enumerate(words) if word in CONJUNCTIONS), len(words))
        return 0 < sum(map(len, words[:first])) < sum(map(len, words[first + 1 :]))

    def _members(self, wording: str) -> list[int]:
        """Letters of what 、 parts in a wording where it first stands."""
        start = self._places.some(wording)[0]
        end = start + len(wording)
        marks = marked(self._stream.phrases, start + 1, end)
        cuts = [at for at in marks if follows_member(self._stream, at)]
        return [last - first for first, last in itertools.pairwise((start, *cuts, end))]

    def _has_more(self, end: int) -> bool:
        """Whether 、 or a conjunction stands behind what ends before a letter."""
        edge = self._stream.edge_at(end)
        if edge == PHRASE:
            return follows_member(self._stream, end)
        return edge < PHRASE and self._stream.letters[end] in CONJUNCTIONS


def follows_member(stream: Stream, at: int) -> bool:
    """Whether the mark between members of a list stands before a letter."""
    return "、" in stream.marks_before(at)
