"""Of a formula that recurs the places that correspond are put side by side."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detect.planting import CLAUSES, collection
from hujian.detect import detect
from hujian.detect.letters.stream import build_stream
from hujian.detect.passages.surroundings import APART, MOST, REACH, WORTH, Surroundings

FORMULA = CLAUSES[0]
HERE, THERE = ("".join(f"\n{clause}。" for clause in some) for some in (CLAUSES[1:8], CLAUSES[8:]))
TEXTS = st.text("甲乙丙丁戊，", min_size=60, max_size=120)
AT = st.integers(0, 40)


def test_corresponding_places_are_put_side_by_side() -> None:
    elsewhere = f"城里学生自习多，夏天太热没处坐，{FORMULA}。"
    here = f"山区孩子爱看绘本，冬天路滑来得少，{FORMULA}。"
    documents = collection(f"{elsewhere}\n{here}", f"今年春天雨多，山区的绘本不够，{FORMULA}。")
    (match,) = detect(documents).matches
    assert match.a.start > documents[0].text.index("\n")


def test_the_opening_of_a_text_corresponds_to_an_opening() -> None:
    """Nothing else tells which of two places of a formula is meant: texts of a kind keep their order."""
    twice = f"山区孩子爱看绘本，{FORMULA}。{HERE}\n冬天路滑来得少，{FORMULA}。\n散会。"
    opening, closing = f"夏天没处坐，{FORMULA}。{THERE}", f"{THERE}\n夏天没处坐，{FORMULA}。\n完了。"
    for once, is_first in ((opening, True), (closing, False)):
        documents = collection(twice, once)
        (match,) = detect(documents).matches
        assert (match.a.start < documents[0].text.index("\n")) is is_first


def test_sides_that_lie_apart_lose() -> None:
    stream = build_stream(collection("甲" * 100, "乙" * 200))
    rows = np.array([[10, 20, 120, 130, 8], [0, 8, 300 - 8, 300, 8], [50, 60, 150, 160, 8]], np.int32)
    assert Surroundings(stream).loss(rows).tolist() == [0, APART * 0.96, APART * 0.25]


@given(TEXTS, TEXTS, AT, AT)
def test_their_worth_is_that_of_the_pairs_of_letters_around(one: str, other: str, a: int, b: int) -> None:
    stream = build_stream(collection(one, other))
    second = int(stream.starts[1])
    row = np.array([[a, a + 8, second + b, second + b + 8, 8]], np.int32)
    if row.max() >= len(stream.letters):
        return

    def pairs(text: str, first: int) -> set[tuple[str, str]]:
        inside = [text[min(max(at, 0), len(text) - 1)] for at in range(first, first + REACH)]
        return set(itertools.pairwise(inside))

    texts = stream.letters[:second], stream.letters[second:]
    before, behind = (
        set.intersection(*(pairs(text, at + beside) for text, at in zip(texts, (a, b), strict=True)))
        for beside in (-REACH, 8)
    )
    expected = WORTH * min(len(before) + len(behind), MOST)
    assert Surroundings(stream).worth(row).tolist() == [expected]
