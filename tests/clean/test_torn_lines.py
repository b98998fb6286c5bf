"""Sentences torn over several lines are whole again; what may begin a line is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hujian.clean import Rules, clean, restore
from hujian.model import SourceFile

Make = Callable[..., SourceFile]
TITLE = "在全市阅读工作会议上的讲话"
TORN = [
    "要认真贯彻《\n书房条例\n》，把书房办好。",
    "要认真贯彻《\n　　书房条例\n\n　　》，把书房办好。",
    "我们制定了《\n书房条例（草案）\n》和《\n读者公约\n》，把书房办好。",
    "我市同\n云麓市图书馆\n、望溪区图书馆一起办书房。",
    "会议听取了关于书房的\n工作报告\n。会议认为，工作是扎实的。",
    "五年来，我们执行\n书房条例\n，把书房办好。",
    "他说：“书房要天天开门。\n”这句话大家都记得。",
    "他写了《书从哪里来？\n》这篇文章。",
]
WHOLE = [
    "把书房办好。\n《书房条例》是去年通过的。",
    "把书房办好。\n”这个引号是多出来的。",
    "把书房办好。\n、这一行丢了序号。",
    "一、工作回顾\n书房\n一年来，书房办得很好。",
    "床前明月光，\n疑是地上霜。",
    "“第一段引文。\n“第二段引文。”",
    "同志们，\n今天开会。",
]


@pytest.mark.parametrize("text", TORN)
def test_a_torn_sentence_is_joined_with_nothing_lost(rules: Rules, make: Make, text: str) -> None:
    source = make(f"{TITLE}\n{text}\n下一段。")
    result = clean(source, rules)
    whole = text.replace("\n", "").replace("\u3000", "")
    assert result.text == f"{TITLE}\n{whole}\n下一段。"
    assert "torn-line" in {edit.rule for edit in result.ledger}
    assert restore(result) == source.text


@pytest.mark.parametrize("text", WHOLE)
def test_other_lines_stay_apart(rules: Rules, make: Make, text: str) -> None:
    assert clean(make(f"{TITLE}\n{text}"), rules).text == f"{TITLE}\n{text}"
