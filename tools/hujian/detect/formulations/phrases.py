"""Phrases that recur inside clauses: maximal repeats, cut to whole words and to one clause."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from hujian.detect.formulations.openings import bare_start
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.frames import is_coined, without_verb
from hujian.detect.letters.function_words import strip_function_words
from hujian.detect.letters.repeats import Repeats
from hujian.detect.letters.stream import CLAUSE, PHRASE, Ints, Stream, marked
from hujian.detect.letters.suffixes import Longs
from hujian.detect.letters.vocabulary import NUMERALS, OFFICIAL_VERBS, SUFFIXES

SHORTEST, LONGEST = 4, 60
SAMPLES = 6
"""Places, in different sources, at which word edges are looked up."""
WITNESSES = 2
"""A phrase must begin and end between words in so many sources."""
MOST_REPEATS = 5000
LETTERS_A_REPEAT = 250
"""So many repeats are looked at, or one for every 250 letters: an index grows with the text, no faster."""


def recurring_phrases(stream: Stream, borders: Borders, repeats: Repeats, sources: Ints) -> list[str]:
    """Folded phrases of at least four letters, longest first."""
    found: set[str] = set()
    chosen = _weightiest(repeats, max(MOST_REPEATS, len(stream.letters) // LETTERS_A_REPEAT))
    document, source = stream.document.data, sources.data  # read one by one
    rows = (repeats.length[chosen], repeats.first[chosen], repeats.last[chosen])
    for length, first, last in zip(*(row.tolist() for row in rows), strict=True):
        places = sorted(repeats.places[first:last].tolist())
        samples = _one_a_source(document, source, places)
        if len(samples) < WITNESSES:
            continue
        for start, end in _pieces(stream, samples, length):
            found.update(_whole_words(stream, borders, samples, start, end))
    return sorted(found, key=lambda w: (-len(w), w))


def _weightiest(repeats: Repeats, most: int) -> Longs:
    """The repeats with the most letters outside their first place."""
    weight = (repeats.last - repeats.first - 1) * np.minimum(repeats.length, LONGEST)
    order = np.lexsort((repeats.first, repeats.length, -weight))
    return np.sort(order[:most])


def _one_a_source(document: memoryview, sources: memoryview, places: list[int]) -> list[int]:
    """The first place in every source, a few at most."""
    first: dict[int, int] = {}
    for place in places:
        first.setdefault(sources[document[place]], place)
        if len(first) == SAMPLES:
            break
    return list(first.values())


def _pieces(stream: Stream, samples: list[int], length: int) -> Iterator[tuple[int, int]]:
    """A repeat's parts between clause marks.

    A phrase at one place (坚持真理、修正错误) may be two clauses at another. It stays whole if most places do
    not part it, or if it is no mere part of the clauses where they do.
    """
    marks = [
        frozenset(at - place for at in marked(stream.clauses, place + 1, place + length)) for place in samples
    ]
    everywhere = sorted(frozenset.intersection(*marks))
    for start, end in itertools.pairwise([0, *everywhere, length]):
        inside = range(start + 1, end)
        parted = [place for place, own in zip(samples, marks, strict=True) if not own.isdisjoint(inside)]
        is_part = any(
            stream.edge_at(place + start) < PHRASE or stream.edge_at(place + end) < PHRASE for place in parted
        )
        is_cut = is_part and 2 * len(parted) >= len(samples)
        cuts = sorted(frozenset.union(*marks).intersection(inside)) if is_cut else []
        pieces = itertools.pairwise([start, *cuts, end])
        yield from (piece for piece in pieces if piece[1] - piece[0] >= SHORTEST)


def _starts_word(stream: Stream, borders: Borders, at: int) -> bool:
    """Whether a word begins at a letter, or the second half of what jieba takes for one (大力|发展).

    The first half is an official word, and so is the second or the whole. A suffix that jieba parts from its
    word (制度|化) begins none, and neither does a measure word behind a numeral (第五|次).
    """
    letters = stream.letters
    if letters[at - 1] in NUMERALS and stream.strength[at] < PHRASE:
        return False
    if borders.starts_word(at):
        return not (letters[at] in SUFFIXES and borders.ends_word(at + 1) and stream.strength[at] < PHRASE)
    if letters[at - 2 : at] not in OFFICIAL_VERBS:
        return False
    return letters[at : at + 2] in OFFICIAL_VERBS or letters[at - 2 : at + 2] in OFFICIAL_VERBS


def _whole_words(stream: Stream, borders: Borders, samples: list[int], start: int, end: int) -> Iterator[str]:
    """The longest part that consists of whole words in two sources, without function words at its ends.

    A coined phrase of four letters (惠企利民) is in no dictionary, so that it may be cut in one way here and
    in another there: it needs one witness.
    """
    if end - start == SHORTEST:
        whole = stream.letters[samples[0] + start : samples[0] + end]
        witnesses = sum(
            _starts_word(stream, borders, p + start) and borders.ends_word(p + end) for p in samples
        )
        if witnesses and is_coined(whole):
            yield whole
            return
    starts = (
        s
        for s in range(start, end)
        if sum(_starts_word(stream, borders, p + s) for p in samples) >= WITNESSES
    )
    ends = (e for e in range(end, start, -1) if sum(borders.ends_word(p + e) for p in samples) >= WITNESSES)
    first, last = next(starts, end), next(ends, start)
    if last - first < SHORTEST:
        return
    if stream.strength[samples[0] + first] >= CLAUSE:
        first = bare_start(stream, samples[0] + first, samples[0] + last) - samples[0]
    wording = stream.letters[samples[0] + first : samples[0] + last]
    closed = any(stream.edge_at(place + last) >= PHRASE for place in samples)
    left, right = strip_function_words(wording, closed=closed)
    if SHORTEST <= right - left <= LONGEST:
        yield without_verb(wording[left:right])
