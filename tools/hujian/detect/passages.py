"""Passages: stretches that two documents share.

Kernels (chains of blocks) are grown to clause edges, judged, and compete for letters: no letter is matched
twice in a pair of documents.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hujian.detect.alignment import LEAST_COMMON, LEAST_RATIO, LIGHT, equal_runs, solid_runs
from hujian.detect.borders import Borders
from hujian.detect.chains import Chain, halves
from hujian.detect.frames import says_something
from hujian.detect.grow import Grower
from hujian.detect.passage import Passage
from hujian.detect.stream import PHRASE, Stream
from hujian.detect.trim import Trimmer

LEAST_COVER = 0.5
"""A stretch inside a clause must fill so much of the clause on one side, else it is a name in passing."""
WELL_KNOWN = 12
"""Letters from which a stretch inside a clause counts whatever the clause."""

COVERBS = "把将"
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


@dataclass(slots=True)
class _Node:
    """A chain with its passage and, where that is loose, those of its halves."""

    chain: Chain
    passage: Passage | None
    halves: tuple[int, ...] = ()  # indexes of nodes


def passages(stream: Stream, borders: Borders, kernels: Iterable[Chain]) -> list[Passage]:
    """Judged passages, no letter matched twice in a pair of documents, by place."""
    grower = Grower(stream, borders)
    return _once_only(stream, borders, Trimmer(stream, borders), _judged(stream, grower, list(kernels)))


def _judged(stream: Stream, grower: Grower, chains: list[Chain]) -> list[Passage]:
    """The passages of chains; a loose one gives way to those of its halves if they keep most of it."""
    nodes: list[_Node] = []
    level = chains
    while level:
        base = len(nodes) + len(level)
        following: list[Chain] = []
        for chain, kernel in zip(level, grower.kernels(level), strict=True):
            grown = () if kernel is None else grower.grow(kernel)
            node = _Node(chain, next((p for p in grown if is_match(stream, p)), None))
            if len(chain.blocks) > 1 and _is_poor(chain, node.passage):
                node.halves = (base + len(following), base + len(following) + 1)
                following += halves(chain)
            nodes.append(node)
        level = following
    chosen: dict[int, list[Passage]] = {}
    for at in range(len(nodes) - 1, -1, -1):  # halves come behind their chain
        chosen[at] = _chosen(nodes[at], [p for half in nodes[at].halves for p in chosen.pop(half)])
    return [passage for at in range(len(chains)) for passage in chosen[at]]


def _is_poor(chain: Chain, passage: Passage | None) -> bool:
    """Whether a chain's passage is loose, or has lost letters enough for a match of their own."""
    if passage is None or passage.ratio < LOOSE:
        return True
    return passage.common <= chain.matched - LEAST_COMMON


def _chosen(node: _Node, parts: list[Passage]) -> list[Passage]:
    """A node's own passage, or those of its halves."""
    if node.passage is None:
        return parts
    if node.halves and sum(p.common for p in parts) >= KEPT * node.passage.common:
        return parts
    return [node.passage]


def _fit(stream: Stream, passage: Passage) -> float:
    """How well the ends lie at corresponding marks: of two places that compete, the better fitting wins."""
    edge = stream.edge_at
    start = min(edge(passage.a_start), edge(passage.b_start))
    end = min(edge(passage.a_end), edge(passage.b_end))
    return FIT[start] + FIT[end]


_COVERB = re.compile("[把将](.)")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]*")
_FOREIGN = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffff]+")
_FIGURE = re.compile(r"百分之|[〇零一二三四五六七八九十百千万亿点]{2,}元?|[万亿]元")
LEAST_WORDS = 5
"""Letters of words that a passage must have beside its figures: 亿元，增长百分之六点五 says nothing."""


def _enough_chinese(stream: Stream, passage: Passage) -> bool:
    """Whether both sides have enough Chinese letters, and not only in figures."""
    a = stream.letters[passage.a_start : passage.a_end]
    b = stream.letters[passage.b_start : passage.b_end]
    return _has_words(a) and (a == b or _has_words(b))


def _has_words(text: str) -> bool:
    """Whether a text has enough Chinese letters, and not only in figures."""
    chinese = text if _CHINESE.fullmatch(text) else _FOREIGN.sub("", text)
    if len(chinese) < LEAST_COMMON:
        return False
    return _FIGURE.search(chinese) is None or len(_FIGURE.sub("", chinese)) >= LEAST_WORDS


def is_match(stream: Stream, passage: Passage) -> bool:
    """Whether a passage is long, alike and complete enough."""
    if passage.common < LEAST_COMMON or passage.ratio < LEAST_RATIO - 1e-9:
        return False
    if not _enough_chinese(stream, passage) or not _stands_out(stream, passage):
        return False
    return passage.common >= LONG or passage.ratio >= CLOSE or _clauses(stream, passage)


def _clauses(stream: Stream, passage: Passage) -> bool:
    """Whether both sides have the same number of clauses."""
    a = stream.clause_marks(passage.a_start, passage.a_end)
    return a == stream.clause_marks(passage.b_start, passage.b_end)


def _stands_out(stream: Stream, passage: Passage) -> bool:
    """Whether a passage is a clause or a good part of one, not a name inside two different clauses."""
    if passage.common >= WELL_KNOWN:
        return True
    if _lacks_object(stream, passage):
        return False
    cover = max(
        _cover(stream, passage.a_start, passage.a_end), _cover(stream, passage.b_start, passage.b_end)
    )
    bare = cover < 1 or passage.ratio < LIGHT
    if bare and not any(says_something(word) for word in _shared_words(stream, passage)):
        return False
    return cover >= LEAST_COVER or (passage.common > LEAST_COMMON and _fit(stream, passage) > 0)


def _lacks_object(stream: Stream, passage: Passage) -> bool:
    """Whether what 把 or 将 has put before the verb is cut off on both sides, or another thing on each.

    (把稳增长)放在更加突出的位置: what is left could be said of anything.
    """
    if all(_object_cut_off(stream, start) for start in (passage.a_start, passage.b_start)):
        return True
    a = _disposed(stream.letters[passage.a_start : passage.a_end])
    b = _disposed(stream.letters[passage.b_start : passage.b_end])
    return a is not None and b is not None and a != b


def _object_cut_off(stream: Stream, start: int) -> bool:
    """Whether a stretch begins, inside a phrase, behind 把 or 将 and at least one letter more."""
    clause, _ = stream.clause_around(start, start)
    at = max(stream.letters.rfind(word, clause, max(clause, start - 1)) for word in COVERBS)
    return at >= 0 and max(stream.strength[at + 1 : start + 1]) < PHRASE


def _disposed(text: str) -> str | None:
    """The first letter of what the first 把 or 将 of a text puts before the verb."""
    found = _COVERB.search(text)
    return found[1] if found else None


def _shared_words(stream: Stream, passage: Passage) -> Iterator[str]:
    """The longer equal runs of a passage."""
    a = stream.letters[passage.a_start : passage.a_end]
    b = stream.letters[passage.b_start : passage.b_end]
    return (a[at : at + length] for at, _, length in equal_runs(a, b) if length > 1)


def _cover(stream: Stream, start: int, end: int) -> float:
    """Share of the clauses it lies in that a stretch fills."""
    first, last = stream.clause_around(start, end)
    return (end - start) / (last - first)


def _once_only(stream: Stream, borders: Borders, trimmer: Trimmer, found: list[Passage]) -> list[Passage]:
    """Best first; what lies in letters already matched is cut off."""
    taken = _Taken(stream)
    rivals = _rivals(stream, found)
    kept = [passage for passage, rival in zip(found, rivals, strict=True) if not rival]
    order = sorted(
        itertools.compress(found, rivals),
        key=lambda p: (-p.worth - _fit(stream, p), p.a_start, p.b_start, p.a_end, p.b_end),
    )
    for passage in order:
        used_a, used_b = taken.of(passage)
        rest = _free_part(stream, borders, trimmer, passage, (used_a, used_b))
        if rest is None:
            continue
        for a, b in _pairs(stream, rest):
            used_a.add(a)
            used_b.add(b)
        kept.append(rest)
    return sorted(kept, key=lambda p: (p.a_start, p.b_start))


def _rivals(stream: Stream, found: Sequence[Passage]) -> list[bool]:
    """Which passages share letters with another one of the same two documents, on either side."""
    starts = np.array([(p.a_start, p.b_start) for p in found], np.int64).reshape(-1, 2)
    ends = np.array([(p.a_end, p.b_end) for p in found], np.int64).reshape(-1, 2)
    documents = stream.document[starts].astype(np.int64)
    apart = (documents[:, 0] * len(stream.documents) + documents[:, 1]) * (len(stream.letters) + 1)
    rival = np.zeros(len(found), bool)
    for side in (0, 1):
        order = np.argsort(starts[:, side] + apart, kind="stable")
        start, end = (starts[:, side] + apart)[order], (ends[:, side] + apart)[order]
        rival[order[1:][np.maximum.accumulate(end)[:-1] > start[1:]]] = True
        rival[order[:-1][end[:-1] > start[1:]]] = True
    return list(map(bool, rival.tolist()))


def _pairs(stream: Stream, passage: Passage) -> Iterator[tuple[int, int]]:
    """Pairs of letters that a passage aligns."""
    a = stream.letters[passage.a_start : passage.a_end]
    b = stream.letters[passage.b_start : passage.b_end]
    for at_a, at_b, length in solid_runs(a, b):
        for k in range(length):
            yield passage.a_start + at_a + k, passage.b_start + at_b + k


def _free_part(
    stream: Stream, borders: Borders, trimmer: Trimmer, passage: Passage, used: tuple[set[int], set[int]]
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
    part = trimmer.trim(best[0][0], best[-1][0] + 1, best[0][1], best[-1][1] + 1)
    return part if part is not None and is_match(stream, part) else None
