"""How a phrase stands in the texts: what precedes it, what follows it, and where it is free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from hujian.detect.frames import (
    PARTICLES,
    ends_with_noun,
    is_expression,
    leads_on,
    object_of,
    starts_with_verb,
    words_of,
)
from hujian.detect.places import Places
from hujian.detect.stream import CLAUSE, PHRASE, Ints, Stream

OFTEN = 3
TORN = 0.75
"""A phrase is torn out of a longer one if the same letter follows at more than so many places."""
BOUND = 0.5
"""Share of a noun's places from which the word behind it belongs to it."""
CONTEXT = 8  # letters before a phrase from which the word before it is known
_OPENING, _CLOSING = frozenset("“‘「『《"), frozenset("”’」』》")


class Standing:
    """Looks at the places of phrases in one collection."""

    def __init__(self, stream: Stream, sources: Ints, places: Places) -> None:
        self._stream = stream
        self._sources = sources
        self._places = places

    def sources_of(self, starts: Iterable[int]) -> int:
        """In how many different texts the places lie."""
        return len({int(self._sources[self._stream.document[s]]) for s in starts})

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
        """Whether one and the same letter, no particle, nearly always follows: then the phrase is torn."""
        letters, edge_at = self._stream.letters, self._stream.edge_at
        after = Counter(letters[s + size] if edge_at(s + size) < PHRASE else str(s) for s in starts)
        (letter, count), *_ = after.most_common(1)
        return len(starts) > 1 and letter not in PARTICLES and count > TORN * len(starts)

    def is_open(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase wants a word to follow, and one that is no particle follows at every place."""
        ends = [s + len(phrase) for s in starts]
        if "关于" in phrase:
            return not any(self._stream.edge_at(end) >= PHRASE for end in ends)
        return leads_on(phrase) and not any(
            self._stream.edge_at(end) >= PHRASE or self._stream.letters[end] in PARTICLES for end in ends
        )

    def comes_from(self, starts: Sequence[int]) -> bool:
        """Whether one and the same letter, no particle, nearly always stands before: then it is torn.

        Not so where it also stands behind a mark, or without that letter in two sources.
        """
        letters, strength = self._stream.letters, self._stream.strength
        before = [letters[s - 1] if strength[s] < PHRASE else str(s) for s in starts]
        (letter, count), *_ = Counter(before).most_common(1)
        if len(starts) < OFTEN or letter in PARTICLES or count <= TORN * len(starts):
            return False
        others = [s for s, own in zip(starts, before, strict=True) if own != letter]
        return self.sources_of(others) < 2 and not any(strength[s] >= PHRASE for s in others)

    def is_tail(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether a phrase is the tail of compounds: a noun stands before it everywhere, and belongs to it.

        So it does if it is bound to the first word, or if another word is put in between at another place.
        """
        before = [self._words_before(start) for start in starts]
        nouns = {words[-1] for words in before if words}
        if not all(before):
            return False
        inserted = any(words[-2] in nouns - {words[-1]} for words in before if len(words) > 1)
        return inserted or any(self._is_bound(noun, words_of(phrase)[0]) for noun in nouns)

    def _words_before(self, start: int) -> tuple[str, ...]:
        """The words before a place, up to a mark, if the last one is a noun."""
        stream, first = self._stream, start
        while start - first < CONTEXT and stream.strength[first] < PHRASE:
            first -= 1
        before = stream.letters[first:start]
        return words_of(before) if before and ends_with_noun(before) else ()

    def _is_bound(self, noun: str, word: str) -> bool:
        """Whether a noun is followed by a word at so many of its places that the two are one unit."""
        return len(self._places.of(noun + word)) > BOUND * len(self._places.of(noun))

    def is_saying(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether an expression of the dictionary stands between two marks in at least one place."""
        edge_at, size = self._stream.edge_at, len(phrase)
        free = any(edge_at(s) >= PHRASE and edge_at(s + size) >= PHRASE for s in starts)
        return free and is_expression(phrase)

    def is_enclosed(self, start: int, size: int) -> bool:
        """Whether quotation marks stand right before and right behind a phrase."""
        text = self._stream.documents[int(self._stream.document[start])].text
        first = int(self._stream.offset[start])
        after = int(self._stream.offset[start + size - 1]) + 1
        return first > 0 and text[first - 1] in _OPENING and text[after : after + 1] in _CLOSING

    def is_quoted(self, starts: Sequence[int], size: int) -> bool:
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
