"""How a phrase stands in the texts: what precedes it, what follows it, and where it is free."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hujian.detect.formulations.lists import Lists
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.frames import (
    begins_with_noun,
    ends_with_noun,
    ends_with_person,
    ends_with_verb,
    is_expression,
    lacks_predicate,
    leads_on,
    object_of,
    starts_with_verb,
)
from hujian.detect.letters.places import Places
from hujian.detect.letters.segmenter import SEGMENTER, words_of
from hujian.detect.letters.stream import CLAUSE, PHRASE, Ints, Stream
from hujian.detect.letters.vocabulary import (
    AND_OTHERS,
    CONJUNCTIONS,
    COVERBS,
    LIGHT_VERBS,
    OFFICIAL_VERBS,
    PARTICLES,
)

OFTEN = 3
TORN = 0.75
"""A phrase is torn out of a longer one if the same letter follows at more than so many places."""
RARELY = 0.05
"""Share of its places at which a phrase may end at a mark and yet be open: 加强、改进."""
BOUND = 0.5
"""Share of a noun's places from which the word behind it belongs to it."""
JOINING = CONJUNCTIONS | {AND_OTHERS}
INSEPARABLE = 0.9
"""Share of a word's places at which the other half of a collocation stands beside it."""
LONG_NOUN = 6
"""Letters from which a noun phrase is told that only verbs and particles follow."""
MANY = 100  # places of a phrase that tell how it is cut into words
CONTEXT = 8  # letters before a phrase from which the word before it is known


class Standing:
    """Looks at the places of phrases in one collection."""

    def __init__(self, stream: Stream, borders: Borders, sources: Ints, places: Places, lists: Lists) -> None:
        self._stream = stream
        self._borders = borders
        self._source = sources[stream.document].data  # of every letter; read one by one
        self._places = places
        self._lists = lists

    def recurs(self, starts: Sequence[int]) -> bool:
        """Whether the places lie in at least two different texts."""
        return any(self._source[s] != self._source[starts[0]] for s in starts)

    def is_clause(self, start: int, size: int) -> bool:
        """Whether a place is a whole clause but for an official verb before it (坚持扩大内需战略)."""
        if self._stream.edge_at(start + size) < CLAUSE:
            return False
        first = start
        while start - first < CONTEXT and self._stream.strength[first] < CLAUSE:
            first -= 1
        return first == start or not object_of(self._stream.letters[first:start])

    def is_head(self, start: int, size: int) -> bool:
        """Whether a place is what an attribute belongs to: 的 before it and a mark behind it."""
        return (
            self._stream.edge_at(start + size) >= PHRASE and self._stream.letters[start - 1 : start] == "的"
        )

    def goes_on(self, starts: Sequence[int], size: int) -> bool:
        """Whether one and the same word nearly always follows, maybe behind 的: then the phrase is torn."""
        if len(starts) < 2:
            return False
        least, ended, after = TORN * len(starts), 0, []
        for start in starts:
            if word := self._next_letters(start + size):
                after.append(word)
                continue
            ended += 1
            if len(starts) - ended <= least:  # most phrases are over at enough of their places
                return False
        after.sort()
        usual = after[len(after) // 2]  # what follows at more than half of the places stands in the middle
        return after.count(usual) > least

    def _next_letters(self, at: int) -> str:
        """The letter at a place, 的 with the one behind it; nothing for a mark or another particle."""
        letters, edge = self._stream.letters, self._stream.strength
        if edge[at] >= PHRASE:
            return ""
        if letters[at] == "的" and edge[at + 1] < PHRASE:
            return letters[at : at + 2]
        return "" if letters[at] in PARTICLES else letters[at]

    def leads_to_many(self, starts: Sequence[int], size: int) -> bool:
        """Whether different words follow a phrase, or a mark here and a word there.

        A particle is no other word (建设规律的认识 is 建设规律认识).
        """
        letters, edge_at = self._stream.letters, self._stream.edge_at
        after = {letters[s + size] if edge_at(s + size) < PHRASE else "" for s in starts}
        return len(after - PARTICLES) > 1 or ("" in after and len(after) > 1)

    def always_follows(self, letter: str, starts: Sequence[int]) -> bool:
        """Whether one letter stands before all places, and no mark between."""
        letters, strength = self._stream.letters, self._stream.strength
        return all(letters[s - 1 : s] == letter and strength[s] < PHRASE for s in starts)

    def comes_from_many(self, starts: Sequence[int]) -> bool:
        """Whether different letters, particles aside, or marks stand before a phrase."""
        letters, strength = self._stream.letters, self._stream.strength
        return len({letters[s - 1] if strength[s] < PHRASE else "" for s in starts} - PARTICLES) > 1

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

    def comes_from(self, starts: Sequence[int]) -> bool:
        """Whether one and the same letter, no particle, nearly always stands before: then it is torn.

        Not so where it also stands behind a mark, or without that letter in two sources.
        """
        if len(starts) < OFTEN:
            return False
        letters, strength = self._stream.letters, self._stream.strength
        before = sorted(letters[s - 1] for s in starts if strength[s] < PHRASE)
        if len(before) <= TORN * len(starts):
            return False
        letter = before[len(before) // 2]  # what stands before more than half of the places is in the middle
        if letter in PARTICLES or before.count(letter) <= TORN * len(starts):
            return False
        others = [s for s in starts if strength[s] >= PHRASE or letters[s - 1] != letter]
        return not self.recurs(others) and not any(strength[s] >= PHRASE for s in others)

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

    def is_opening(self, starts: Sequence[int], size: int) -> bool:
        """Whether a mark stands before a phrase everywhere, and none behind it: it opens longer clauses."""
        strength = self._stream.strength
        return all(strength[s] >= PHRASE > strength[s + size] for s in starts)

    def is_noun_phrase(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a longer noun phrase is over without a mark: a verb or a particle follows twice."""
        if len(phrase) < LONG_NOUN or starts_with_verb(phrase) or not ends_with_noun(phrase):
            return False
        if any(word in JOINING for word in words_of(phrase)):
            return False
        behind = [self._clause_behind(start + len(phrase)) for start in starts]
        return sum(bool(text) and not begins_with_noun(text) for text in behind) > 1

    def is_attribute(self, starts: Sequence[int], size: int) -> bool:
        """Whether a noun follows a phrase everywhere: then it is but the first part of compounds."""
        return all(begins_with_noun(self._clause_behind(start + size)) for start in starts)

    def _words_before(self, start: int) -> tuple[str, ...]:
        """The words before a place, up to a mark, if the last one is a noun."""
        before = self._clause_before(start)
        return words_of(before) if before and ends_with_noun(before) else ()

    def _clause_before(self, start: int) -> str:
        """A few letters before a place, up to a mark."""
        first = start
        while start - first < CONTEXT and self._stream.strength[first] < PHRASE:
            first -= 1
        return self._stream.letters[first:start]

    def _clause_behind(self, end: int) -> str:
        """A few letters behind a place, up to a mark."""
        last = end
        while last - end < CONTEXT and self._stream.strength[last] < PHRASE:
            last += 1
        return self._stream.letters[end:last]

    def _is_bound(self, noun: str, word: str) -> bool:
        """Whether a noun is followed by a word at so many of its places that the two are one unit."""
        return self._places.count(noun + word) > BOUND * self._places.count(noun)

    def is_between_words(self, starts: Sequence[int], size: int) -> bool:
        """Whether words begin and end with a phrase at half of its places, or at half of the first few."""
        some = starts[:MANY]
        starts_word, ends_word = self._borders.starts_word, self._borders.ends_word
        return 2 * sum(starts_word(s) and ends_word(s + size) for s in some) >= len(some)

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

    def begins(self, start: int) -> bool:
        """Whether a mark, a particle or an official verb stands before a place, no content word."""
        before = self._clause_before(start)
        return not before or before[-1] in PARTICLES - JOINING or words_of(before)[-1] in OFFICIAL_VERBS

    def is_saying(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether an expression of the dictionary stands between two marks in at least one place."""
        edge_at, size = self._stream.edge_at, len(phrase)
        free = any(edge_at(s) >= PHRASE and edge_at(s + size) >= PHRASE for s in starts)
        return free and is_expression(phrase)
