"""Whether a phrase depends on words outside of it: on a coverb, a verb, a noun, a conjunction."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hujian.detect.formulations.lists import Lists
from hujian.detect.letters.frames import (
    begins_with_noun,
    ends_with_noun,
    ends_with_person,
    ends_with_verb,
    leads_on,
    leads_to_object,
    object_of,
    starts_with_verb,
)
from hujian.detect.letters.places import Places
from hujian.detect.letters.predicates import holds_predicate, lacks_predicate
from hujian.detect.letters.segmenter import SEGMENTER, words_of
from hujian.detect.letters.stream import CLAUSE, PHRASE, Stream
from hujian.detect.letters.vocabulary import (
    AIM,
    AND_OTHERS,
    CONJUNCTIONS,
    COVERBS,
    HEADLESS,
    LIGHT_VERBS,
    LOCALIZERS,
    OFFICIAL_VERBS,
    PARTICLES,
    PLACE,
    PLAIN_COVERBS,
)

RARELY = 0.05
"""Share of its places at which a phrase may end at a mark and yet be open: 加强、改进."""
BOUND = 0.5
"""Share of a noun's places from which the word behind it belongs to it."""
JOINING = CONJUNCTIONS | {AND_OTHERS}
INSEPARABLE = 0.9
"""Share of a word's places at which the other half of a collocation stands beside it."""
LONG_NOUN = 6
"""Letters from which a noun phrase is told that only verbs and particles follow."""
GOVERNING = PLAIN_COVERBS | {"将", "以", AIM, PLACE}
"""Coverbs that lead on to a verb behind their object."""
CLOSING = PARTICLES | HEADLESS | LOCALIZERS
"""Letters that close a phrase before a mark and belong to no noun: 了, 等, 中."""
NEAR, FAR = 8, 20
"""Letters around a phrase from which the word beside it is known, and in which a coverb is looked for."""


class Syntax:
    """Reads the words around the places of phrases in one collection."""

    def __init__(self, stream: Stream, places: Places, lists: Lists) -> None:
        self._stream = stream
        self._places = places
        self._lists = lists

    def is_clause(self, start: int, size: int) -> bool:
        """Whether a place is a whole clause but for an official verb before it (坚持扩大内需战略)."""
        ends = self._stream.edge_at(start + size) >= CLAUSE
        return ends and not object_of(self._clause_before(start, CLAUSE))

    def is_open(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase wants a word to follow, and one that is no particle nearly always follows.

        Behind a light verb, or a verb and a person (领会某人), a particle follows, too, before what is done
        or what the verb is about. A verb before nouns alone (为奋力谱写) is cut off from its object.
        """
        ends = [s + len(phrase) for s in starts]
        if sum(self._stream.end_at(end) >= PHRASE for end in ends) > RARELY * len(ends):
            return False
        if "关于" in phrase or phrase.endswith(LIGHT_VERBS):
            return True
        if ends_with_person(phrase) and starts_with_verb(phrase):
            return True
        if lacks_predicate(phrase) or (ends_with_verb(phrase) and self.is_attribute(starts, len(phrase))):
            return True
        closed = sum(self._stream.letters[end] in PARTICLES - COVERBS for end in ends)
        return leads_on(phrase) and closed <= RARELY * len(ends)

    def is_tail(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase is the tail of compounds: a noun stands before it everywhere, and belongs to it.

        So it does if it is bound to the first word, or if another word is put in between at another place.
        """
        before = [*itertools.takewhile(bool, map(self._words_before, starts))]
        if len(before) < len(starts):
            return False
        nouns = {words[-1] for words in before}
        inserted = any(words[-2] in nouns - {words[-1]} for words in before if len(words) > 1)
        return inserted or any(self._is_bound(noun, words_of(phrase)[0]) for noun in nouns)

    def is_dependent(self, starts: Sequence[int]) -> bool:
        """Whether a noun, a conjunction or a coverb stands before a phrase everywhere."""
        bound = CONJUNCTIONS | COVERBS
        return all(self._clause_before(start)[-1:] in bound or self._words_before(start) for start in starts)

    def is_governed(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether the verb in a phrase goes with a coverb outside of it, wherever it stands.

        (为推进)强国建设提供保证, (把)对党忠诚作为首要品质.
        """
        return holds_predicate(phrase) and all(map(self._is_led_by_coverb, starts))

    def _is_led_by_coverb(self, start: int) -> bool:
        """Whether a coverb stands in the clause before a place, and no verb behind it but what 为 aims at."""
        leading = ""
        for word, flag in SEGMENTER.tag(self._clause_before(start, CLAUSE, FAR)):
            if leading == AIM:
                break
            if word in GOVERNING:
                leading = word
            elif flag == "v":
                leading = ""
        return leading != ""

    def is_torn(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether the beginning of a phrase stands outside of it: it never begins freely, but should.

        It is an attribute, (改革)发展的支持, or the first member of a list; or it closes a list everywhere.
        """
        if self._lists.are_closed(phrase, starts):
            return True
        word, *rest = words_of(phrase)
        is_attribute = rest[:1] == ["的"] and word not in OFFICIAL_VERBS
        torn = is_attribute or self._lists.are_headless(phrase, starts[0])
        return torn and not any(map(self.begins, starts))

    def is_noun_phrase(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a longer noun phrase is over without a mark: a verb or a particle follows twice."""
        if len(phrase) < LONG_NOUN or starts_with_verb(phrase) or not ends_with_noun(phrase):
            return False
        if any(word in JOINING for word in words_of(phrase)):
            return False
        behind = [self._clause_behind(start + len(phrase)) for start in starts]
        return sum(bool(text) and not begins_with_noun(text) for text in behind) > 1

    def is_attribute(self, starts: Sequence[int], size: int) -> bool:
        """Whether a noun follows a phrase everywhere: then it is but the first part of compounds.

        A single letter before a mark belongs to what precedes it (政治|关), whatever jieba calls it.
        """
        behind = (self._clause_behind(start + size) for start in starts)
        return all(begins_with_noun(text) or (len(text) == 1 and text not in CLOSING) for text in behind)

    def is_inseparable(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a half of four letters hardly ever stands without the other: a fixed collocation.

        Two words that go with many others (制度改革) are two words side by side, and so are two of different
        kinds (打好基础, 意义重大). What follows a noun, a conjunction or 等 wherever it stands is the end of
        something longer.
        """
        halves = phrase[:2], phrase[2:]
        if any(half in OFFICIAL_VERBS or not SEGMENTER.has_word(half) for half in halves):
            return False
        if len({SEGMENTER.tag(half)[0][1][0] for half in halves}) > 1:
            return False
        if not any(self._places.count(phrase) > INSEPARABLE * self._places.count(half) for half in halves):
            return False
        return any(self.begins(start) for start in starts)

    def is_free(self, start: int, size: int) -> bool:
        """Whether a place stands by itself: no noun and no conjunction before it, no noun behind it."""
        if begins_with_noun(self._clause_behind(start + size)):
            return False
        before = self._clause_before(start)
        return not before or before[-1] in PARTICLES - JOINING or leads_to_object(before)

    def begins(self, start: int) -> bool:
        """Whether a mark, a particle or an official verb stands before a place, no content word."""
        before = self._clause_before(start)
        return not before or before[-1] in PARTICLES - JOINING or words_of(before)[-1] in OFFICIAL_VERBS

    def _is_bound(self, noun: str, word: str) -> bool:
        """Whether a noun is followed by a word at so many of its places that the two are one unit."""
        return self._places.count(noun + word) > BOUND * self._places.count(noun)

    def _words_before(self, start: int) -> tuple[str, ...]:
        """The words before a place, up to a mark, if the last one is a noun."""
        before = self._clause_before(start)
        return words_of(before) if before and ends_with_noun(before) else ()

    def _clause_before(self, start: int, least: int = PHRASE, most: int = NEAR) -> str:
        """A few letters before a place, up to a mark of at least this strength."""
        first = start
        while start - first < most and self._stream.strength[first] < least:
            first -= 1
        return self._stream.letters[first:start]

    def _clause_behind(self, end: int) -> str:
        """A few letters behind a place, up to a mark."""
        last = end
        while last - end < NEAR and self._stream.strength[last] < PHRASE:
            last += 1
        return self._stream.letters[end:last]
