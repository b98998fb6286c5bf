"""What completes a phrase that recurs but is no expression by itself.

信用信息 is followed by 共享 in one text and by 整合共享 in another: one expression, with a word put in.
总量和结构双重 ends with 功能 here and with 调节 there: one expression, its last word replaced.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from hujian.detect.letters.alignment import common
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.frames import LEAST_OBJECT, negations, object_of, starts_with_verb
from hujian.detect.letters.places import Places
from hujian.detect.letters.stream import CLAUSE, PHRASE, Ints, Stream
from hujian.detect.letters.vocabulary import CONJUNCTIONS

REACH = 20
"""Letters behind a phrase within which it is completed: the widest gap in a match, 15, and a word."""
SAMPLES = 4
"""Places, in different sources, that are looked at."""
LEAST_RATIO = 0.6
"""Share of letters that two completions have in common, as in a match of the kind ``adapted``."""
ENOUGH = 6
"""Letters that two objects have in common, from which what stands before them counts as well."""
LONG, CLOSE_RATIO = 10, 0.75
"""Letters, or share of them, that two completions have in common if each has another word in the middle."""
NAMING = 5
"""Letters from which a phrase without a verb is more than the name of what follows it."""
LAST_WORD = range(2, 5)
"""Letters of a last word that may be replaced."""


@dataclass(frozen=True, slots=True)
class Tail:
    """A place of a phrase, and where the words behind it end, up to the end of the clause."""

    start: int
    end: int
    ends: tuple[int, ...]


class Completions:
    """Completes phrases of one collection."""

    def __init__(self, stream: Stream, borders: Borders, sources: Ints, places: Places) -> None:
        self._stream = stream
        self._borders = borders
        self._sources = sources
        self._places = places

    def of(self, phrase: str) -> tuple[str, ...]:
        """Two wordings of one expression that begin with a phrase, the shorter first; or none."""
        pairs = list(itertools.combinations(self._tails(phrase), 2))
        for complete in (self._with_insertion, self._with_replacement):
            for one, other in pairs:
                found = complete(one, other)
                if found:
                    return tuple(sorted(found, key=len))
        return ()

    def _tails(self, phrase: str) -> list[Tail]:
        """The first place between words in every source, a few at most."""
        tails: dict[int, Tail] = {}
        for start in self._places.of(phrase):
            source = int(self._sources[self._stream.document[start]])
            if source not in tails and self._borders.starts_word(start):
                end = start + len(phrase)
                tails[source] = Tail(start, end, tuple(self._word_ends(end)))
                if len(tails) == SAMPLES:
                    break
        return list(tails.values())

    def _word_ends(self, start: int) -> Iterator[int]:
        """Ends of the words from a letter on, in one clause."""
        for end in range(start + 1, min(start + REACH, len(self._stream.letters)) + 1):
            if self._stream.edge_at(end - 1) >= CLAUSE:
                return
            if self._borders.ends_word(end):
                yield end

    def _with_insertion(self, one: Tail, other: Tail) -> tuple[str, ...]:
        """Both up to the last word that they share.

        A mark must stand behind one of them if the other has the same and more, behind both if not.
        """
        for end, word in self._words(one):
            for last, same in self._words(other):
                if word != same:
                    continue
                pair = self._stream.letters[one.start : end], self._stream.letters[other.start : last]
                marks = sum(self._stream.edge_at(at) >= PHRASE for at in (end, last))
                inserted = common(*pair) == min(map(len, pair))
                complete = marks >= 1 if inserted else marks == 2 and _nearly_the_same(*pair)
                if pair[0] != pair[1] and complete and _alike(*pair):
                    return pair
        return ()

    def _words(self, tail: Tail) -> Iterator[tuple[int, str]]:
        """The words behind a phrase with their ends, the last one first.

        Single letters are left out, and what a conjunction joins to another word.
        """
        for start, end in reversed([*itertools.pairwise((tail.end, *tail.ends))]):
            if end - start > 1 and self._stream.letters[start - 1] not in CONJUNCTIONS:
                yield end, self._stream.letters[start:end]

    def _with_replacement(self, one: Tail, other: Tail) -> tuple[str, ...]:
        """Both with the word behind the phrase, where it is the last one before a mark."""
        if not (self._is_followed_by_last_word(one) and self._is_followed_by_last_word(other)):
            return ()
        letters = self._stream.letters
        phrase = letters[one.start : one.end]
        if "的" in phrase or (len(phrase) < NAMING and not starts_with_verb(phrase)):
            return ()  # (干部成长)规律 and 全过程: another noun at the end names another thing
        pair = letters[one.start : one.ends[0]], letters[other.start : other.ends[0]]
        return pair if pair[0] != pair[1] and _alike(*pair) else ()

    def _is_followed_by_last_word(self, tail: Tail) -> bool:
        if not tail.ends or tail.ends[0] - tail.end not in LAST_WORD:
            return False
        return self._stream.edge_at(tail.end) < PHRASE <= self._stream.edge_at(tail.ends[0])


def _figures(text: str) -> list[str]:
    """The digits of a wording: another figure is another statement."""
    return [letter for letter in text if letter.isdigit()]


def _alike(one: str, other: str) -> bool:
    """Whether two wordings may be one expression; the same verb before different objects makes them none."""
    if negations(one) != negations(other) or _figures(one) != _figures(other):
        return False
    objects = object_of(one), object_of(other)
    compared = (one, other) if common(*objects) >= ENOUGH else objects
    return 2 * common(*compared) >= LEAST_RATIO * max(sum(map(len, compared)), 2 * LEAST_OBJECT)


def _nearly_the_same(one: str, other: str) -> bool:
    """Whether two wordings with another word in the middle may be one expression (构建和谐|医患|关系 not)."""
    shared = common(one, other)
    return shared >= LONG or 2 * shared >= CLOSE_RATIO * (len(one) + len(other))
