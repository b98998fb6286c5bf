"""The stream against texts that are folded one character after the other."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.detect.letters.borders import Borders
from hujian.detect.letters.numbering import numbering
from hujian.detect.letters.stream import CLAUSE, LINE, PHRASE, PLAIN, SENTENCE, build_stream
from hujian.fold import fold
from hujian.model import ParagraphKind
from making import make_document

TEXT = st.text("甲2５㍿, .，、。“”年\u0301\U00020000", max_size=12)
"""One character that folds to several letters, marks of every strength, and one beyond the basic plane."""


@given(st.lists(st.lists(TEXT, max_size=3), max_size=3))
def test_every_letter_knows_its_character(texts: list[list[str]]) -> None:
    documents = [make_document(*lines, path=f"{at}.txt") for at, lines in enumerate(texts)]
    told = [
        (letter, number, at)
        for number, document in enumerate(documents)
        for folded in [fold(document.text)]
        for letter, at in zip(folded.letters, folded.offsets, strict=True)
        if at not in numbering(document.text)
    ]
    stream = build_stream(documents)
    assert stream.letters == "".join(letter for letter, _, _ in told)
    assert list(map(chr, stream.codes.tolist())) == list(stream.letters)
    assert stream.document.tolist() == [number for _, number, _ in told]
    assert stream.offset.tolist() == [at for _, _, at in told]


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("甲乙", [LINE, PLAIN]),
        ("甲、乙，丙。丁\n戊", [LINE, PHRASE, CLAUSE, SENTENCE, LINE]),
        ("甲”。“乙", [LINE, SENTENCE]),
        ("5.5，甲", [LINE, PLAIN, CLAUSE]),
        ("1，5，甲", [LINE, PLAIN, CLAUSE]),
        ("１２．５，甲", [LINE, PLAIN, PLAIN, CLAUSE]),
        ("1 0 ．3，5 甲", [LINE, PLAIN, PLAIN, PLAIN, PHRASE]),
        ("１　０．３", [LINE, PLAIN, PLAIN]),
        ("甲1. .5", [LINE, PLAIN, PHRASE]),
        ("甲 乙5， 6", [LINE, PHRASE, PLAIN, CLAUSE]),
        ("，甲", [LINE]),
        ("㍿，㍿。", [LINE, PLAIN, PLAIN, PLAIN, CLAUSE, PLAIN, PLAIN, PLAIN]),
    ],
)
def test_the_strongest_mark_between_two_letters_is_told(text: str, edges: list[int]) -> None:
    assert build_stream([make_document(*text.split("\n"))]).edge.tolist() == edges


@pytest.mark.parametrize(
    ("line", "wording"),
    [
        ("一、加强领导", "加强领导"),
        ("（二）加强领导", "加强领导"),
        ("(12) 加强领导", "加强领导"),
        ("3．加强领导", "加强领导"),
        ("①加强领导", "加强领导"),
        ("第三十五条　本办法", "本办法"),
        ("第二十条之一 本办法", "本办法"),
        ("## 第一章 总则", "总则"),
        ("第五条 （一）借书证", "借书证"),
        ("一、（一）借书证", "借书证"),
        ("一、二、三产业", "一二三产业"),
        ("2022、2023年", "20222023年"),
        ("2.5亿元", "25亿元"),
        ("2023年", "2023年"),
        ("第五条规定的书", "第五条规定的书"),  # a sentence
        ("一心一意", "一心一意"),
        ("按第五条 办", "按第五条办"),
        ("一是加强领导", "一是加强领导"),  # words, not layout
    ],
)
def test_the_number_of_a_line_is_no_wording(line: str, wording: str) -> None:
    stream = build_stream([make_document("书", line, "书")])
    assert stream.letters == f"书{wording}书"
    assert [at for at, edge in enumerate(stream.edge) if edge == LINE] == [0, 1, len(wording) + 1]


@pytest.mark.parametrize(
    ("text", "at", "starts"),
    [
        ("共2023年", 5, False),
        ("共２０个", 3, False),
        ("共三百元", 3, False),
        ("共2023本", 5, True),
        ("共三百本", 3, True),
        ("新年", 0, True),
        ("共1 2 本", 2, False),
        ("共1 2 本", 1, True),
        ("共①② 本", 2, True),
    ],
)
def test_no_stretch_begins_in_a_figure_or_before_its_unit(text: str, at: int, starts: bool) -> None:
    assert Borders(build_stream([make_document(text)])).starts_word(at) is starts


def test_particulars_are_told_by_the_kinds_of_paragraphs() -> None:
    lines = ("一、读书会纪要", "二〇二三年五月", "书库已开放。", "县图书馆")
    kinds: dict[int, ParagraphKind] = {1: "dateline", 3: "signature"}
    stream = build_stream([make_document(*lines, kinds=kinds), make_document("书", "刊", path="b.txt")])
    assert "".join(itertools.compress(stream.letters, stream.particulars())) == "二〇二三年五月县图书馆"
    assert (
        "".join(itertools.compress(stream.letters, stream.titles())) == "读书会纪要二〇二三年五月县图书馆书"
    )
