"""The stream against texts that are folded one character after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import CLAUSE, LINE, PHRASE, PLAIN, SENTENCE, build_stream
from hujian.fold import fold
from making import make_document

TEXT = st.text("甲2５㍿, .，、。“”年\u0301\U00020000", max_size=12)
"""One character that folds to several letters, marks of every strength, and one beyond the basic plane."""


@given(st.lists(st.lists(TEXT, max_size=3), max_size=3))
def test_every_letter_knows_its_character(texts: list[list[str]]) -> None:
    documents = [make_document(*lines, path=f"{at}.txt") for at, lines in enumerate(texts)]
    folded = [fold(document.text) for document in documents]
    stream = build_stream(documents)
    assert stream.letters == "".join(one.letters for one in folded)
    assert list(map(chr, stream.codes.tolist())) == list(stream.letters)
    assert stream.offset.tolist() == [at for one in folded for at in one.offsets]
    assert stream.document.tolist() == [at for at, one in enumerate(folded) for _ in one.letters]


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("甲乙", [LINE, PLAIN]),
        ("甲、乙，丙。丁\n戊", [LINE, PHRASE, CLAUSE, SENTENCE, LINE]),
        ("甲”。“乙", [LINE, SENTENCE]),
        ("5.5，甲", [LINE, PLAIN, CLAUSE]),
        ("1，5，甲", [LINE, PLAIN, CLAUSE]),
        ("，甲", [LINE]),
        ("㍿，㍿。", [LINE, PLAIN, PLAIN, PLAIN, CLAUSE, PLAIN, PLAIN, PLAIN]),
    ],
)
def test_the_strongest_mark_between_two_letters_is_told(text: str, edges: list[int]) -> None:
    assert build_stream([make_document(*text.split("\n"))]).edge.tolist() == edges


@pytest.mark.parametrize(
    ("text", "at", "starts"),
    [
        ("共2023年", 5, False),
        ("共２０个", 3, False),
        ("共三百元", 3, False),
        ("共2023本", 5, True),
        ("共三百本", 3, True),
        ("新年", 0, True),
    ],
)
def test_no_stretch_begins_between_a_figure_and_its_unit(text: str, at: int, starts: bool) -> None:
    assert Borders(build_stream([make_document(text)])).starts_word(at) is starts
