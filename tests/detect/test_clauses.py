"""Distinct clauses, their relatives and stars are those that plain dictionaries and loops give."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hujian.detect.formulations.bounds import clause_bounds
from hujian.detect.formulations.clauses import Clauses, distinct_clauses
from hujian.detect.formulations.enumerations import enumerations
from hujian.detect.formulations.openings import bare_start, bare_starts
from hujian.detect.formulations.stars import stars
from hujian.detect.formulations.weights import weights_of
from hujian.detect.letters.stream import CLAUSE, PHRASE, Stream, build_stream
from hujian.detect.letters.suffixes import suffixes
from making import make_document

PARTS = ("甲乙丙丁", "甲乙丙戊", "甲乙丙丁戊己", "我们甲乙丙丁戊己", "二", "的甲乙丙丁戊己", "𠮷甲乙丙丁戊己")
PIECES = st.tuples(st.sampled_from(PARTS), st.sampled_from("，、、。"))
LINES = st.lists(
    st.lists(PIECES, min_size=1, max_size=6).map(lambda pieces: "".join(map("".join, pieces))),
    min_size=1,
    max_size=6,
)
LISTED = ["形成甲甲上、乙乙下、丙丙中的局面，甲甲上、乙乙下、丙丙中", "丁丁戊、甲甲上、乙乙下、丙丙中，甲甲"]
Places = dict[str, list[int]]


def made(lines: list[str]) -> Stream:
    """Every line a text of two paragraphs: the first one of a text may be its title."""
    return build_stream([make_document("题", line, path=f"{at}.txt") for at, line in enumerate(lines)])


def collected(stream: Stream) -> tuple[Clauses, Places, int]:
    """The clauses of a stream; the same in a dictionary; and how many of them are no mere units."""
    units = enumerations(stream)
    bounds = [*zip(*(side.tolist() for side in clause_bounds(stream, units)), strict=True)]
    found: Places = defaultdict(list)
    for start, end in bounds:
        found[stream.letters[start:end]].append(start)
    whole = len(found)
    for start, end in units:
        if (start, end) not in bounds and end - start <= 40:
            found[stream.letters[start:end]].append(start)
    return distinct_clauses(stream, suffixes(stream), units), found, whole


@given(LINES)
@example(LISTED)
def test_every_text_is_one_clause_with_all_its_places(lines: list[str]) -> None:
    clauses, found, whole = collected(made(lines))
    told = clauses.some(np.arange(len(clauses), dtype=np.int32))
    assert [(c.text, list(c.starts)) for c in told] == [(text, sorted(own)) for text, own in found.items()]
    assert [c.whole for c in told] == [at < whole for at in range(len(told))]
    assert [sorted(found).index(c.text) for c in told] == clauses.order.tolist()


@given(LINES)
@example(LISTED)
def test_clauses_lie_between_marks_but_for_their_opening_words(lines: list[str]) -> None:
    stream = made(lines)
    for start, end in zip(*(side.tolist() for side in clause_bounds(stream, [])), strict=True):
        first = max(at for at in range(start + 1) if stream.strength[at] >= CLAUSE)
        part = max(at for at in range(start + 1) if stream.strength[at] >= PHRASE)
        if start == bare_start(stream, first, end) and stream.strength[end] >= CLAUSE:
            assert 4 <= end - start <= 40
        else:
            assert 6 <= end - start <= 40
            assert stream.strength[end] >= PHRASE
            assert start == bare_start(stream, part, end)
        assert stream.letters[start] != "题"


@given(LINES)
def test_opening_words_of_many_clauses_are_those_of_each(lines: list[str]) -> None:
    stream = made(lines)
    starts = np.flatnonzero(stream.edge >= PHRASE).astype(np.int32)
    ends = np.append(starts[1:], np.int32(len(stream.letters)))
    each = [bare_start(stream, *bounds) for bounds in zip(starts.tolist(), ends.tolist(), strict=True)]
    assert bare_starts(stream, starts, ends).tolist() == each


@given(LINES, st.sets(st.tuples(st.integers(0, 5), st.integers(1, 9)), min_size=3))
@settings(max_examples=300)
def test_stars_are_those_of_plain_loops(lines: list[str], links: set[tuple[int, int]]) -> None:
    stream = made(lines)
    clauses, *_ = collected(stream)
    pairs = sorted((a, b) for a, b in links if a < b < len(clauses))
    sides = np.array(pairs, np.int32).reshape(-1, 2).T
    sources = np.arange(len(stream.documents), dtype=np.int32) // 2  # every second text is a copy
    expected = plain_stars(stream, clauses, pairs, sources)
    assert stars(clauses, (sides[0], sides[1]), weights_of(stream, clauses, sources)) == expected


def plain_stars(
    stream: Stream, clauses: Clauses, pairs: list[tuple[int, int]], sources: np.ndarray
) -> list[list[int]]:
    """The best clause that is left leads, and takes its relatives, until none is left."""
    told = clauses.some(np.arange(len(clauses), dtype=np.int32))
    both = {*pairs, *((b, a) for a, b in pairs)}
    relatives = {k: {b for a, b in both if a == k} for k in range(len(told))}
    places = [{(s, s + len(c.text)) for s in c.starts} for c in told]
    edge = stream.strength
    partial = [all(edge[s] < CLAUSE or edge[e] < CLAUSE for s, e in own) for own in places]

    def held(members: list[int]) -> set[int]:
        return {int(sources[stream.document[s]]) for k in members for s in told[k].starts}

    order = sorted(
        relatives,
        key=lambda k: (partial[k], -len(held([k])), -len(places[k]), -len(relatives[k]), told[k].text),
    )
    found: list[list[int]] = []
    taken: set[int] = set()
    for centre in order:
        chosen = [place for star in found for k in star for place in places[k]]
        inside = all(any(s <= start and end <= e for s, e in chosen) for start, end in places[centre])
        if centre in taken or (partial[centre] and inside):
            continue
        star = [centre, *sorted(relatives[centre] - taken, key=order.index)]
        if len(held(star)) > 1:
            found.append(star)
            taken |= {*star}
    return found


def test_a_part_of_a_chosen_enumeration_leads_no_star_of_its_own() -> None:
    enumeration = "任期考验、市场经济考验、外部环境考验"
    stream = made([f"面临的{enumeration}，二二二二二二。", f"经受的{enumeration}，三三三三三三。"])
    clauses, *_ = collected(stream)
    nothing = np.zeros(0, np.int32)
    weights = weights_of(stream, clauses, np.arange(2, dtype=np.int32))
    found = stars(clauses, (nothing, nothing), weights)
    leaders = clauses.some(np.array([star[0] for star in found], np.int32))
    assert [clause.text for clause in leaders] == ["任期考验市场经济考验外部环境考验"]
