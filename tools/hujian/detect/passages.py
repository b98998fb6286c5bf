"""Passages: stretches that two documents share.

Kernels (chains of blocks) are grown to clause edges, judged, and compete for letters: no letter is matched
twice in a pair of documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hujian.detect.alignment import LEAST_COMMON, LEAST_RATIO, LIGHT, equal_runs, solid_runs
from hujian.detect.borders import Borders
from hujian.detect.chains import Chain, halves
from hujian.detect.frames import says_something
from hujian.detect.grow import Grower, Passage
from hujian.detect.stream import CLAUSE, Stream

LEAST_COVER = 0.5
"""A stretch inside a clause must fill so much of the clause on one side, else it is a name in passing."""
WELL_KNOWN = 12
"""Letters from which a stretch inside a clause counts whatever the clause."""

LOOSE = 0.68
"""A passage of several blocks below this ratio is taken apart ..."""
KEPT = 0.75
"""... if its parts keep so much of its common letters."""
LONG, CLOSE = 20, 0.8
"""A passage with fewer common letters and less alike must have as many clauses on both sides: else words
of two statements were strung together."""
FIT = (0.0, 1.0, 1.0, 2.0, 3.0)
"""Common letters that an end at a mark on both sides is worth, by strength of the mark."""


class _Taken:
    """Letters already matched, by pair of documents."""

    def __init__(self, stream: Stream) -> None:
        self._document = stream.document
        self._taken: dict[tuple[int, int], tuple[set[int], set[int]]] = {}

    def of(self, passage: Passage) -> tuple[set[int], set[int]]:
        pair = (int(self._document[passage.a_start]), int(self._document[passage.b_start]))
        return self._taken.setdefault(pair, (set(), set()))


def passages(stream: Stream, borders: Borders, kernels: Iterable[Chain]) -> list[Passage]:
    """Judged passages, no letter matched twice in a pair of documents, by place."""
    grower = Grower(stream, borders)
    found = [passage for chain in kernels for passage in _from_kernel(stream, grower, chain)]
    return _once_only(stream, borders, grower, found)


def _from_kernel(stream: Stream, grower: Grower, chain: Chain) -> list[Passage]:
    """The passage of a chain; if it is loose, those of its halves where they keep most of its letters."""
    passage = next((p for p in grower.grow(chain) if is_match(stream, p)), None)
    whole = [] if passage is None else [passage]
    if len(chain.blocks) < 2 or (passage is not None and passage.ratio >= LOOSE):
        return whole
    parts = [p for half in halves(chain) for p in _from_kernel(stream, grower, half)]
    if passage is None or sum(p.common for p in parts) >= KEPT * passage.common:
        return parts
    return whole


def _fit(stream: Stream, passage: Passage) -> float:
    """How well the ends lie at corresponding marks: of two places that compete, the better fitting wins."""
    edge = stream.edge_at
    start = min(edge(passage.a_start), edge(passage.b_start))
    end = min(edge(passage.a_end), edge(passage.b_end))
    return FIT[start] + FIT[end]


def _han(text: str) -> int:
    """Chinese letters in a stretch."""
    return sum("\u3400" <= c <= "\u9fff" or c >= "\U00020000" for c in text)


def is_match(stream: Stream, passage: Passage) -> bool:
    """Whether a passage is long, alike and complete enough."""
    if passage.common < LEAST_COMMON or passage.ratio < LEAST_RATIO - 1e-9:
        return False
    a = stream.letters[passage.a_start : passage.a_end]
    b = stream.letters[passage.b_start : passage.b_end]
    if min(_han(a), _han(b)) < LEAST_COMMON or not _stands_out(stream, passage):
        return False
    return passage.common >= LONG or passage.ratio >= CLOSE or _clauses(stream, passage)


def _clauses(stream: Stream, passage: Passage) -> bool:
    """Whether both sides have the same number of clauses."""
    a = stream.edge[passage.a_start + 1 : passage.a_end] >= CLAUSE
    b = stream.edge[passage.b_start + 1 : passage.b_end] >= CLAUSE
    return int(a.sum()) == int(b.sum())


def _stands_out(stream: Stream, passage: Passage) -> bool:
    """Whether a passage is a clause or a good part of one, not a name inside two different clauses."""
    if passage.common >= WELL_KNOWN:
        return True
    cover = max(
        _cover(stream, passage.a_start, passage.a_end), _cover(stream, passage.b_start, passage.b_end)
    )
    bare = cover < 1 or passage.ratio < LIGHT
    if bare and not any(says_something(word) for word in _shared_words(stream, passage)):
        return False
    return cover >= LEAST_COVER or (passage.common > LEAST_COMMON and _fit(stream, passage) > 0)


def _shared_words(stream: Stream, passage: Passage) -> Iterator[str]:
    """The longer equal runs of a passage."""
    a = stream.letters[passage.a_start : passage.a_end]
    b = stream.letters[passage.b_start : passage.b_end]
    return (a[at : at + length] for at, _, length in equal_runs(a, b) if length > 1)


def _cover(stream: Stream, start: int, end: int) -> float:
    """Share of the clauses it lies in that a stretch fills."""
    first, last = start, end
    while stream.edge[first] < CLAUSE:
        first -= 1
    while stream.edge_at(last) < CLAUSE:
        last += 1
    return (end - start) / (last - first)


def _once_only(stream: Stream, borders: Borders, grower: Grower, found: list[Passage]) -> list[Passage]:
    """Best first; what lies in letters already matched is cut off."""
    taken = _Taken(stream)
    kept = []
    for passage in sorted(
        found, key=lambda p: (-p.worth - _fit(stream, p), p.a_start, p.b_start, p.a_end, p.b_end)
    ):
        used_a, used_b = taken.of(passage)
        rest = _free_part(stream, borders, grower, passage, (used_a, used_b))
        if rest is None:
            continue
        for a, b in _pairs(stream, rest):
            used_a.add(a)
            used_b.add(b)
        kept.append(rest)
    return sorted(kept, key=lambda p: (p.a_start, p.b_start))


def _pairs(stream: Stream, passage: Passage) -> Iterator[tuple[int, int]]:
    """Pairs of letters that a passage aligns."""
    a = stream.letters[passage.a_start : passage.a_end]
    b = stream.letters[passage.b_start : passage.b_end]
    for at_a, at_b, length in solid_runs(a, b):
        for k in range(length):
            yield passage.a_start + at_a + k, passage.b_start + at_b + k


def _free_part(
    stream: Stream, borders: Borders, grower: Grower, passage: Passage, used: tuple[set[int], set[int]]
) -> Passage | None:
    """The passage itself if its letters are free, its longest free part if that is a match, or None."""
    used_a, used_b = used
    pairs = list(_pairs(stream, passage))
    if not any(a in used_a or b in used_b for a, b in pairs):
        return passage
    best: list[tuple[int, int]] = []
    current: list[tuple[int, int]] = []
    for a, b in [*pairs, (-1, -1)]:
        if a < 0 or a in used_a or b in used_b:
            best, current = max(best, current, key=len), []
        else:
            current.append((a, b))
    while best and not (borders.starts_word(best[0][0]) and borders.starts_word(best[0][1])):
        best.pop(0)
    while best and not (borders.ends_word(best[-1][0] + 1) and borders.ends_word(best[-1][1] + 1)):
        best.pop()
    if len(best) < LEAST_COMMON:
        return None
    part = grower.tidy(best[0][0], best[-1][0] + 1, best[0][1], best[-1][1] + 1)
    return part if part is not None and is_match(stream, part) else None
