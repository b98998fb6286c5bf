"""Of a formula that recurs the places with the same surroundings are put side by side."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detect.planting import CLAUSES, collection
from hujian.detect import detect
from hujian.detect.letters.stream import build_stream
from hujian.detect.passages.surroundings import MOST, REACH, WORTH, Surroundings

FORMULA = CLAUSES[0]
TEXTS = st.text("甲乙丙丁戊，", min_size=60, max_size=120)
AT = st.integers(0, 40)


def test_corresponding_places_are_put_side_by_side() -> None:
    elsewhere = f"城里学生自习多，夏天太热没处坐，{FORMULA}。"
    here = f"山区孩子爱看绘本，冬天路滑来得少，{FORMULA}。"
    documents = collection(f"{elsewhere}\n{here}", f"今年春天雨多，山区的绘本不够，{FORMULA}。")
    (match,) = detect(documents).matches
    assert match.a.start > documents[0].text.index("\n")


@given(TEXTS, TEXTS, AT, AT)
def test_their_worth_is_that_of_the_pairs_of_letters_around(one: str, other: str, a: int, b: int) -> None:
    stream = build_stream(collection(one, other))
    second = int(stream.starts[1])
    row = np.array([[a, a + 8, second + b, second + b + 8, 8]], np.int32)
    if row.max() >= len(stream.letters):
        return

    def pairs(first: int) -> set[tuple[str, str]]:
        at = range(first, first + REACH)
        inside = [stream.letters[min(max(k, 0), len(stream.letters) - 1)] for k in at]
        return set(itertools.pairwise(inside))

    before = pairs(a - REACH) & pairs(second + b - REACH)
    behind = pairs(a + 8) & pairs(second + b + 8)
    expected = WORTH * min(len(before) + len(behind), MOST)
    assert Surroundings(stream).worth(row).tolist() == [expected]
