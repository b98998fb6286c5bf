"""What makes a pair of stretches a match: long, alike, complete enough, and more than a name or a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.detect.letters.alignment import LEAST_COMMON, LEAST_RATIO, equal_runs
from hujian.detect.letters.frames import is_frame, says_something
from hujian.detect.letters.stream import PHRASE, Stream
from hujian.detect.letters.suffixes import Grams
from hujian.detect.passages.passage import Passage

MEDIUM = 11
LEAST_COVER, SHORT_COVER = 0.5, 0.6
"""A stretch inside a clause must fill so much of the clause on one side, a shorter one than MEDIUM letters
more, else it is a name in passing."""
WELL_KNOWN = 12
"""Letters from which a stretch inside a clause counts whatever the clause."""
NAME_COVER, NAME_RATIO = 0.8, 0.7
"""What recurs everywhere must fill so much of the clauses on both sides, and so much of what is matched: else
it is a name or a slogan, or several in a row."""
LONG, CLOSE = 20, 0.8
"""A passage with fewer common letters and less alike must have as many clauses on both sides: else words
of two statements were strung together."""
FIT = (0.0, 1.0, 1.0, 2.0, 3.0)
"""Common letters that an end at a mark on both sides is worth, by strength of the mark."""
LEAST_WORDS = 5
"""Letters of words that a passage must have beside its figures: 亿元，增长百分之六点五 says nothing."""
DISPOSING = "把将"  # they put what is disposed of before the verb
_DISPOSED = re.compile(f"[{DISPOSING}](.)")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]*")
_FOREIGN = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffff]+")
_FIGURE = re.compile(r"百分之|[〇零一二三四五六七八九十百千万亿点]{2,}元?|[万亿]元")


class Judge:
    """Judges passages of one collection.

    Args:
        stream: the collection.
        grams: how often what a passage shares stands in it.
    """

    def __init__(self, stream: Stream, grams: Grams) -> None:
        self._stream = stream
        self._letters = stream.letters
        self._grams = grams

    def is_match(self, passage: Passage) -> bool:
        """Whether a passage is long, alike and complete enough."""
        if passage.common < LEAST_COMMON or passage.ratio < LEAST_RATIO - 1e-9:
            return False
        if not self._has_enough_words(passage) or not self._stands_out(passage):
            return False
        return passage.common >= LONG or passage.ratio >= CLOSE or self._has_equal_clauses(passage)

    def fit(self, passage: Passage) -> float:
        """How well the ends lie at corresponding marks: of two that compete, the better fitting one wins."""
        edge = self._stream.edge_at
        start = min(edge(passage.a_start), edge(passage.b_start))
        end = min(edge(passage.a_end), edge(passage.b_end))
        return FIT[start] + FIT[end]

    def _sides(self, passage: Passage) -> tuple[str, str]:
        return self._letters[passage.a_start : passage.a_end], self._letters[passage.b_start : passage.b_end]

    def _has_enough_words(self, passage: Passage) -> bool:
        """Whether both sides have enough Chinese letters, and not only in figures."""
        a, b = self._sides(passage)
        return _has_words(a) and (a == b or _has_words(b))

    def _has_equal_clauses(self, passage: Passage) -> bool:
        """Whether both sides have the same number of clauses."""
        marks = self._stream.clause_marks
        return marks(passage.a_start, passage.a_end) == marks(passage.b_start, passage.b_end)

    def _stands_out(self, passage: Passage) -> bool:
        """Whether a passage is a clause or a good part of one, not a name inside two different clauses."""
        covers = self._cover(passage.a_start, passage.a_end), self._cover(passage.b_start, passage.b_end)
        if (min(covers) < NAME_COVER or passage.ratio < NAME_RATIO) and self._is_name(passage):
            return False
        if passage.common >= WELL_KNOWN:
            return True
        if self._lacks_object(passage) or all(map(is_frame, self._sides(passage))):
            return False
        if min(covers) < 1 and not any(says_something(word) for word in self._shared_words(passage)):
            return False
        least = LEAST_COVER if passage.common >= MEDIUM else SHORT_COVER
        return max(covers) >= least or (passage.common > LEAST_COMMON and self.fit(passage) > 0)

    def _cover(self, start: int, end: int) -> float:
        """Share of the clauses it lies in that a stretch fills."""
        first, last = self._stream.clause_around(start, end)
        return (end - start) / (last - first)

    def _is_name(self, passage: Passage) -> bool:
        """Whether all that a passage shares stands in the collection more often than there are texts."""
        if not self._grams.has_name(passage.a_start, passage.a_end):
            return False  # nearly always, and told without an alignment
        return self._grams.are_names(passage.a_start, equal_runs(*self._sides(passage)))

    def _lacks_object(self, passage: Passage) -> bool:
        """Whether what 把 or 将 has put before the verb is cut off on both sides, or another thing on each.

        (把稳增长)放在更加突出的位置: what is left could be said of anything.
        """
        if all(self._object_cut_off(start) for start in (passage.a_start, passage.b_start)):
            return True
        a, b = map(_disposed, self._sides(passage))
        return a is not None and b is not None and a != b

    def _object_cut_off(self, start: int) -> bool:
        """Whether a stretch begins, inside a phrase, behind 把 or 将 and at least one letter more."""
        clause, _ = self._stream.clause_around(start, start)
        at = max(self._letters.rfind(word, clause, max(clause, start - 1)) for word in DISPOSING)
        return at >= 0 and max(self._stream.strength[at + 1 : start + 1]) < PHRASE

    def _shared_words(self, passage: Passage) -> Iterator[str]:
        """The longer equal runs of a passage."""
        a, b = self._sides(passage)
        return (a[at : at + length] for at, _, length in equal_runs(a, b) if length > 1)


def _has_words(text: str) -> bool:
    """Whether a text has enough Chinese letters, and not only in figures."""
    chinese = text if _CHINESE.fullmatch(text) else _FOREIGN.sub("", text)
    if len(chinese) < LEAST_COMMON:
        return False
    return _FIGURE.search(chinese) is None or len(_FIGURE.sub("", chinese)) >= LEAST_WORDS


def _disposed(text: str) -> str | None:
    """The first letter of what the first 把 or 将 of a text puts before the verb."""
    found = _DISPOSED.search(text)
    return found[1] if found else None
