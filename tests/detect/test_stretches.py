"""The alignment of a match tiles both sides and tells moves from changes."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from detect.planting import collection, small_collections
from hujian.detect import detect
from hujian.detect.passages.stretches import KINDS, stretches
from hujian.model import Document

letters = st.text("甲乙丙丁戊己庚", max_size=30)


class Piece(NamedTuple):
    kind: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def pieces_of(*sides: tuple[str, str]) -> list[list[Piece]]:
    """The pieces of every pair."""
    found: list[list[Piece]] = [[] for _ in sides]
    for pair, kind, *bounds in zip(*(column.tolist() for column in stretches(sides)), strict=True):
        found[pair].append(Piece(KINDS[kind], *bounds))
    return found


def sides(pieces: list[Piece]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    return (
        sorted((p.a_start, p.a_end) for p in pieces if p.a_end > p.a_start),
        sorted((p.b_start, p.b_end) for p in pieces if p.b_end > p.b_start),
    )


def tiles(side: list[tuple[int, int]], start: int, end: int) -> bool:
    bounds = [start, *(at for pair in side for at in pair), end]
    return all(one == other for one, other in zip(bounds[::2], bounds[1::2], strict=True))


@given(letters, letters)
def test_pieces_tile_both_sides(a: str, b: str) -> None:
    (pieces,) = pieces_of((a, b))
    left, right = sides(pieces)
    assert tiles(left, 0, len(a))
    assert tiles(right, 0, len(b))


@given(letters, letters)
def test_equal_and_moved_pieces_hold_the_same_letters(a: str, b: str) -> None:
    for p in pieces_of((a, b))[0]:
        one, other = a[p.a_start : p.a_end], b[p.b_start : p.b_end]
        assert (one == other) == (p.kind in {"equal", "moved"})
        assert (p.kind == "inserted") == (not one and bool(other))
        assert (p.kind == "deleted") == (bool(one) and not other)


@given(st.lists(st.tuples(letters, letters)))
def test_pairs_do_not_touch_each_other(sides: list[tuple[str, str]]) -> None:
    assert pieces_of(*sides) == [pieces_of(pair)[0] for pair in sides]


def told(a: str, b: str) -> list[tuple[str, str, str]]:
    return [(p.kind, a[p.a_start : p.a_end], b[p.b_start : p.b_end]) for p in pieces_of((a, b))[0]]


def test_kinds() -> None:
    assert told("提出明确要求", "提出了明确要求") == [
        ("equal", "提出", "提出"),
        ("inserted", "", "了"),
        ("equal", "明确要求", "明确要求"),
    ]
    assert told("推动有效市场更好结合", "促进有效市场更好结合")[0] == ("replaced", "推动", "促进")
    assert ("moved", "读书立志", "读书立志") in told("读书立志先写好年度计划", "先写好年度计划读书立志")


def test_a_long_move_is_found_whole() -> None:
    moved = "让每一座图书馆都亮起灯"
    pieces = told(f"{moved}坚持服务到基层和乡村去", f"坚持服务到基层和乡村去{moved}")
    assert {kind for kind, _, _ in pieces} == {"equal", "moved"}


@given(small_collections())
def test_the_stretches_of_a_match_tile_its_places(documents: list[Document]) -> None:
    for match in detect(documents).matches:
        left = sorted((s.a_start, s.a_end) for s in match.stretches if s.a_end > s.a_start)
        right = sorted((s.b_start, s.b_end) for s in match.stretches if s.b_end > s.b_start)
        assert tiles(left, match.a.start, match.a.end)
        assert tiles(right, match.b.start, match.b.end)


def test_marks_go_with_what_they_follow() -> None:
    documents = collection("锤炼党性、指导实践，推动工作开展。", "锤炼党性和指导实践，推动工作开展。")
    (match,) = detect(documents).matches
    text = documents[0].text
    assert next(text[s.a_start : s.a_end] for s in match.stretches if s.kind == "equal") == "锤炼党性、"
