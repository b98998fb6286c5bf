"""Hard-wrapped texts are whole again, letter for letter; poems, lists and ordinary texts are left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hujian.clean import Rules, clean, findings_of, load_rules, restore
from hujian.clean.characters import SENTENCE_END
from hujian.model import CleanText, SourceFile
from hujian.read import read_folder

CONTENT = Path(__file__).parents[2] / "content"
Make = Callable[..., SourceFile]
NO_LINE_BEGINS = "，。、；：！？”’）》%％"


def wrapped(text: str, columns: int, indent: str) -> str:
    """As a terminal's editor breaks lines: no mark at a line's beginning, no figure or word torn."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = indent if SENTENCE_END.search(paragraph) else ""
        width = 2 * len(line)
        for at, letter in enumerate(paragraph):
            within = paragraph[at - 1 : at].isascii() and letter.isascii() and at > 0
            if width >= columns - 1 and letter not in NO_LINE_BEGINS and not within:
                lines.append(line)
                line, width = "", 0
            line += letter
            width += 1 if letter.isascii() else 2
        lines.append(line)
    return "\n".join(lines) + "\n"


def texts(rules: Rules) -> list[CleanText]:
    return [clean(source, rules) for source in read_folder(CONTENT).sources]


@pytest.mark.parametrize("columns", [60, 76])
def test_the_sample_texts_hard_wrapped_are_whole_again(columns: int, rules: Rules, make: Make) -> None:
    for text in texts(rules):
        source = make(wrapped(text.text, columns, "　　"))
        again = clean(source, rules)
        assert again.text == text.text, text.source.path
        assert restore(again) == source.text
        joined = [edit for edit in again.ledger if edit.rule == "hard-wrap"]
        assert len(joined) == source.text.count("\n") - 1 - text.text.count("\n")
        assert all("宽度" in edit.reason for edit in joined)


def test_empty_lines_set_paragraphs_off_as_indents_do(rules: Rules, make: Make) -> None:
    for text in texts(rules):
        apart = wrapped(text.text.replace("\n", "\n\n"), 76, "")
        assert clean(make(apart), rules).text == text.text, text.source.path


def test_without_indents_only_sentences_are_whole_again(rules: Rules, make: Make) -> None:
    """Where a full line ends with a stop, nobody can say whether the paragraph does."""
    for text in texts(rules):
        again = clean(make(wrapped(text.text, 76, "")), rules)
        assert again.text.replace("\n", "") == text.text.replace("\n", "")
        running = [line for line in again.text.split("\n") if len(line) > 30]
        torn = [line for line in running if not SENTENCE_END.search(line)]
        assert len(torn) <= 1, torn  # before what looks like a number


def test_words_of_other_scripts_stay_apart(rules: Rules, make: Make) -> None:
    line = "　　这一行讲的是图书馆，读者可以在馆里查阅各种资料，也可以借回 open\naccess 的期刊。\n"
    assert "借回 open access 的期刊。" in clean(make(line * 6), rules).text


POEM = "春风拂过小城的街巷\n灯火照着读书的人家\n一页一页翻过了流年\n一字一字记住了乡音\n" * 5
LIST = (
    "张三，男，一九八〇年生，云麓市图书馆馆员，本科学历\n李四，女，一九八二年生，云麓市文化馆馆员，大专学历\n"
    * 5
)
SENTENCES = "今天开会的有各个乡镇的文化站长，还有县图书馆的同志，大家辛苦了。\n" * 8


@pytest.mark.parametrize("text", [POEM, LIST, SENTENCES])
def test_poems_lists_and_lines_that_are_sentences_stay(text: str, rules: Rules, make: Make) -> None:
    result = clean(make(text), rules)
    assert result.text == text.rstrip("\n")
    assert not [edit for edit in result.ledger if edit.rule in {"hard-wrap", "broken-line"}]


FEW = (
    "在全县教育工作会议上的讲话\n（2018年9月10日）\n同志们：\n"
    "    今天我们召开全县教育工作会议，主要任务是深入学习贯彻\n全国教育大会精神，总结工作，部署任务。"
    "下面，我讲四\n点意见。\n    一、提高认识。教育是国之大计、党之大计，必须摆\n在优先位置。\n"
    "    二、狠抓落实。\n"
)


def test_a_few_broken_lines_are_told_and_left(rules: Rules, make: Make) -> None:
    result = clean(make(FEW), rules)
    assert "深入学习贯彻\n全国教育大会" in result.text
    (finding,) = [f for f in findings_of(result) if f.code == "broken-line"]
    assert "有 3 行" in finding.message
    assert "贯彻 全国" in finding.message
    assert finding.remedy


def test_the_keeper_may_turn_the_joining_off(make: Make) -> None:
    text = wrapped(SENTENCES.replace("\n", "") * 3, 60, "　　")
    joined, _ = load_rules(None)
    off, _ = load_rules('off = ["hard-wrap"]\n')
    assert "\n" not in clean(make(text), joined).text
    assert "\n" in clean(make(text), off).text
