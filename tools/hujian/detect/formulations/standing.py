"""How a phrase stands in the texts: what precedes it, what follows it, and where it is free."""

from __future__ import annotations

from collections.abc import Sequence

from hujian.detect.letters.borders import Borders
from hujian.detect.letters.frames import is_expression
from hujian.detect.letters.stream import PHRASE, Ints, Stream
from hujian.detect.letters.vocabulary import PARTICLES

OFTEN = 3
TORN = 0.75
"""A phrase is torn out of a longer one if the same letter follows at more than so many places."""
MANY = 100  # places of a phrase that tell how it is cut into words


class Standing:
    """Looks at the places of phrases in one collection."""

    def __init__(self, stream: Stream, borders: Borders, sources: Ints) -> None:
        self._stream = stream
        self._borders = borders
        self._source = sources[stream.document].data  # of every letter; read one by one

    def recurs(self, starts: Sequence[int]) -> bool:
        """Whether the places lie in at least two different texts."""
        return any(self._source[s] != self._source[starts[0]] for s in starts)

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

    def is_opening(self, starts: Sequence[int], size: int) -> bool:
        """Whether a mark stands before a phrase everywhere, and none behind it: it opens longer clauses."""
        strength = self._stream.strength
        return all(strength[s] >= PHRASE > strength[s + size] for s in starts)

    def is_between_words(self, starts: Sequence[int], size: int) -> bool:
        """Whether words begin and end with a phrase at half of its places, or at half of the first few."""
        some = starts[:MANY]
        starts_word, ends_word = self._borders.starts_word, self._borders.ends_word
        return 2 * sum(starts_word(s) and ends_word(s + size) for s in some) >= len(some)

    def is_saying(self, phrase: str, starts: Sequence[int]) -> bool:
        """Whether an expression of the dictionary stands between two marks in at least one place."""
        edge_at, size = self._stream.edge_at, len(phrase)
        free = any(edge_at(s) >= PHRASE and edge_at(s + size) >= PHRASE for s in starts)
        return free and is_expression(phrase)
