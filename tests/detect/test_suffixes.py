"""The suffix array against suffixes that are cut out and sorted one by one."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hujian.detect.letters.stream import LINE, Stream, build_stream
from hujian.detect.letters.suffixes import Suffixes, suffixes
from making import make_document

TEXTS = st.lists(st.lists(st.text("甲乙丙", max_size=6), max_size=4), max_size=3)
"""Few different letters, so that nearly everything recurs; empty lines and empty texts among them."""


def made(texts: list[list[str]]) -> tuple[Stream, Suffixes]:
    documents = [make_document(*lines, path=f"{at}.txt") for at, lines in enumerate(texts)]
    stream = build_stream(documents)
    return stream, suffixes(stream)


def cut_out(stream: Stream) -> list[str]:
    """Every suffix, up to the end of its line."""
    ends = [*np.flatnonzero(stream.edge == LINE).tolist(), len(stream.letters)]
    return [stream.letters[at : next(end for end in ends if end > at)] for at in range(len(stream.letters))]


def shared_letters(one: str, other: str) -> int:
    """Letters with which both begin."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@given(TEXTS)
def test_suffixes_are_in_order_and_tell_what_neighbours_share(texts: list[list[str]]) -> None:
    stream, found = made(texts)
    own = cut_out(stream)
    in_order = [own[place] for place in found.places.tolist()]
    assert sorted(found.places.tolist()) == list(range(len(own)))
    assert in_order == sorted(own)
    assert found.left.tolist() == [len(suffix) for suffix in own]
    shared = [shared_letters(*pair) for pair in itertools.pairwise(in_order)]
    assert found.common.tolist()[: len(shared)] == shared


@given(TEXTS, st.integers(1, 5))
def test_equal_grams_have_equal_numbers_and_none_crosses_a_line(texts: list[list[str]], size: int) -> None:
    stream, found = made(texts)
    grams = [suffix[:size] if len(suffix) >= size else None for suffix in cut_out(stream)]
    numbers = found.gram_numbers(size).tolist()
    assert [gram is None for gram in grams] == [number == -1 for number in numbers]
    pairs = {(gram, number) for gram, number in zip(grams, numbers, strict=True) if gram is not None}
    assert len(pairs) == len({gram for gram, _ in pairs}) == len({number for _, number in pairs})


@given(TEXTS, st.integers(1, 5))
def test_lines_that_are_shorter_than_a_gram_have_numbers_of_their_own(
    texts: list[list[str]], size: int
) -> None:
    stream, found = made(texts)
    numbers, grams = found.gram_and_line_numbers(size), found.gram_numbers(size)
    lines = [line for text in texts for line in text if line]
    short = np.flatnonzero(numbers != grams).tolist()
    assert [stream.letters[at : at + found.left[at]] for at in short] == [
        line for line in lines if len(line) < size
    ]
    pairs = {(stream.letters[at : at + found.left[at]], int(numbers[at])) for at in short}
    assert len(pairs) == len({line for line, _ in pairs}) == len({number for _, number in pairs})
    assert not {number for _, number in pairs} & set(grams.tolist())
