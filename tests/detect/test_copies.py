"""Copies: files that hold the same text but for trifles, in sentences of our own."""

from __future__ import annotations

import itertools

from detect.planting import CLAUSES, collection
from hujian.detect import detect


def test_a_copy_is_told_as_a_copy() -> None:
    text = "。\n".join(CLAUSES) + "。"
    documents = collection(text, text.replace("每周三", "每周五"), CLAUSES[3] + "。")
    detection = detect(documents)
    assert [(c.a, c.b) for c in detection.copies] == [("0.txt", "1.txt")]
    told = [(m.a.document, m.b.document) for m in detection.matches]
    assert told == [("0.txt", "2.txt"), ("1.txt", "2.txt")]  # none between the copies themselves


def test_what_is_new_in_a_second_edition_has_its_parallels() -> None:
    text = "。\n".join(CLAUSES) + "。"
    new = "每逢寒暑假期各馆为乡镇中小学生开设阅读课堂"
    documents = collection(text, f"{text}\n{new}。", f"今年，{new}二十场。")
    detection = detect(documents)
    assert [(c.a, c.b) for c in detection.copies] == [("0.txt", "1.txt")]
    assert [(m.a.document, m.b.document) for m in detection.matches] == [("1.txt", "2.txt")]


def test_tables_that_share_one_sentence_are_no_copies() -> None:
    note = "本表由各馆填报，县图书馆汇总后公布。"
    tables = [
        "\n".join(f"{name}馆\n{first + 3 * row}册" for row in range(9))
        for name, first in (("东", 5), ("西", 7))
    ]
    detection = detect(collection(*(f"{table}\n{note}" for table in tables)))
    assert not detection.copies
    assert len(detection.matches) == 1
    again = detect(collection(f"{tables[0]}\n{note}", f"{tables[0]}\n50册\n{note}"))
    assert len(again.copies) == 1


def test_of_identical_texts_every_pair_is_told() -> None:
    text = "。\n".join(CLAUSES) + "。"
    copies = detect(collection(*[text] * 4)).copies
    assert {(c.a, c.b) for c in copies} == set(itertools.combinations([f"{n}.txt" for n in range(4)], 2))


def test_of_a_chain_of_drafts_first_and_last_are_compared() -> None:
    def line(number: int) -> str:
        return "".join(chr(0x4E00 + number * 40 + k) for k in range(30)) + "。"

    drafts = [
        "\n".join(line(at + 40 * step if at < 3 * step else at) for at in range(40)) for step in range(8)
    ]
    detection = detect(collection(*drafts))
    told = {(m.a.document, m.b.document) for m in detection.matches}
    copies = {(c.a, c.b) for c in detection.copies}
    assert ("0.txt", "7.txt") in told - copies
    assert ("0.txt", "1.txt") in copies - told


def test_what_only_copies_share_is_no_formulation() -> None:
    text = "。\n".join(CLAUSES) + "。"
    assert detect(collection(text, text)).formulations == ()
