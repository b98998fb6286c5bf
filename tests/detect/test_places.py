"""Every place of a wording is found, and none that crosses the end of a line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hujian.detect.letters import places as room
from hujian.detect.letters.places import Places
from hujian.detect.letters.stream import build_stream
from hujian.detect.letters.suffixes import suffixes
from making import make_document

LINES = st.lists(st.text("甲乙丙𠮷", min_size=1, max_size=12), min_size=1, max_size=6)


def places_in(lines: list[str]) -> Places:
    stream = build_stream([make_document(*lines)])
    return Places(stream, suffixes(stream))


@given(LINES, st.text("甲乙丙𠮷丁", max_size=6))
@example(["甲乙", "甲乙丙", "乙丙"], "甲乙丙")  # a short line sorts between two openings
def test_places_are_those_of_a_plain_search(lines: list[str], wording: str) -> None:
    found, first, expected = places_in(lines), 0, []
    for line in lines:
        expected += [first + at for at in range(len(line)) if wording and line.startswith(wording, at)]
        first += len(line)
    assert list(found.of(wording)) == expected
    assert found.count(wording) == len(expected)


@given(LINES, st.data())
def test_one_suffix_with_a_wording_tells_all_of_them(lines: list[str], data: st.DataObject) -> None:
    stream = build_stream([make_document(*lines)])
    sorted_suffixes = suffixes(stream)
    row = data.draw(st.integers(0, len(stream.letters) - 1))
    start = sorted_suffixes.places.item(row)
    size = data.draw(st.integers(1, sorted_suffixes.left.item(start)))
    wording = stream.letters[start : start + size]
    told = Places(stream, sorted_suffixes)
    told.remember(wording, row)
    assert list(told.of(wording)) == list(Places(stream, sorted_suffixes).of(wording))


def test_a_sample_of_very_many_places_is_spread_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SAMPLE", 4)
    found = places_in(["甲乙"] * 10)
    assert list(found.some("甲乙")) == [0, 6, 12, 18]
    assert len(found.of("甲乙")) == 10
