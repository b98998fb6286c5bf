"""What holds for every text, however strange."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hujian.clean import Recurring, clean, clean_all, findings_of, load_rules, recurring_of, restore
from hujian.clean.characters import BLANK, CONTROL, UNSEEN_ASTRAL, ZERO_WIDTH, key_of
from hujian.model import CleanText, Encoding, SourceFile

RULES, _ = load_rules(None)
UTF8 = Encoding("utf-8", "utf-8", b"", "测试")
PIECES = [
    *"\n\n\n\r\t\f\v\x85\u2028\u2029 \u3000\u00a0\u200b\u200d\ufeff\u00ad\0\x1b\ufffd\ud800\udc00",
    *"中文的会议报告讲话同志们一二三，。：；！？“”（）,;:!?().×X*□○%#-—=1234Aé👩👧\U000e0041\U0001fffe",
    "\r\n",
    "　　",
    "    ",
    "\n\u200b\n",
    "\n— 3 —\n",
    "\n第 3 页 共 9 页\n",
    "\n-----\n",
    "\n## ",
    "<!-- 完 -->\n",
    "会员群：      QQ群：      \n",
    "仅供学习 禁止外传\n",
    "扫码关注公众号，免费领取全套材料\n",
    "【打击倒卖活动】\n",
    "在全市阅读推广会上的讲话\n",
    "同志们：\n",
    "这是一句有头有尾的话，说的是阅览室的开放时间，一直说到这里才算完。\n",
    "这是一句没有说完的话，说的是阅览室的开放时间，一直说到",
    "本作品来自网络，属于公有领域，依著作权法不受保护\n",
]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80)


def made(text: str, path: str = "稿.txt") -> SourceFile:
    return SourceFile(path, b"", "", text, UTF8)


def cleaned(text: str) -> CleanText:
    return clean(made(text), RULES)


@given(texts)
@example("\n\n\u200b\n　　\n")
@example("a\r\r\nb\r")
def test_the_ledger_restores_the_source(text: str) -> None:
    assert restore(cleaned(text)) == text


@given(texts)
def test_kept_and_removed_tile_the_source(text: str) -> None:
    result = cleaned(text)
    edits = [(e.start, e.end) for e in result.ledger if e.edit_class != "flag"]
    kept = [(s.start, s.end) for s in result.segments if (s.start, s.end) not in set(edits)]
    covered = sorted(edits + kept)
    assert all(start < end for start, end in covered)
    assert [start for start, _ in covered] == [0, *(end for _, end in covered[:-1])] or not text
    assert (covered[-1][1] if covered else 0) == len(text)
    assert all(e.before == text[e.start : e.end] for e in result.ledger)
    assert list(result.ledger) == sorted(result.ledger, key=lambda e: (e.start, e.end, e.rule))


@given(texts)
def test_segments_tile_the_clean_text_and_lead_back(text: str) -> None:
    result = cleaned(text)
    assert [s.clean_start for s in result.segments] == [0, *(s.clean_end for s in result.segments[:-1])][
        : len(result.segments)
    ]
    replaced = {(e.start, e.end): e.after for e in result.ledger if e.edit_class != "flag"}
    for at, character in enumerate(result.text):
        start, end = result.to_source(at, at + 1)
        assert text[start:end] == character or replaced[start, end] == character


@given(texts)
def test_cleaning_again_changes_nothing(text: str) -> None:
    once = cleaned(text)
    again = cleaned(once.text)
    assert again.text == once.text
    assert [e for e in again.ledger if e.edit_class != "flag"] == []


@given(texts)
def test_what_is_published_is_in_order(text: str) -> None:
    clean_text = cleaned(text).text
    if clean_text:
        for line in clean_text.split("\n"):
            assert line
            assert line == line.strip(" \t\u00a0\u1680\u2000\u202f\u205f\u3000")
    assert not set(clean_text) & set("\r\v\f\t\0\x85\u2028\u2029\u200b\ufeff\ufffd\ud800\udfff")
    clean_text.encode("utf-8")


@given(texts)
def test_nothing_that_can_be_seen_goes_without_an_entry_of_a_rule_that_may(text: str) -> None:
    """Layout rules take only what is not seen; whatever else goes, goes by a rule that says so."""
    outspoken = {"spam-header", "spam-footer", "decoration", "page-number", "page-break", "markup-comment"}
    outspoken |= {"heading-mark", "lost-character"}
    for edit in cleaned(text).ledger:
        if edit.edit_class != "flag" and edit.rule not in outspoken:
            assert key_of(edit.before) == "", edit


@given(st.lists(texts, max_size=6))
def test_a_collection_is_cleaned_alike_in_any_order(many: list[str]) -> None:
    sources = [made(text, f"{number}.txt") for number, text in enumerate(many)]
    forwards = clean_all(sources, RULES)
    backwards = clean_all(sources[::-1], RULES)
    assert forwards == backwards[::-1]
    recurring = recurring_of(sources)
    for result in forwards:
        again = clean(made(result.text), RULES, recurring)
        assert again.text == result.text
        findings_of(result)


@given(texts)
def test_flags_stand_on_kept_text_and_change_nothing(text: str) -> None:
    for edit in cleaned(text).ledger:
        if edit.edit_class == "flag":
            assert edit.before == edit.after == text[edit.start : edit.end] != ""


@pytest.mark.parametrize(
    "text",
    [
        " " * 100_000 + "x" + " " * 100_000,
        "x" + "\n" * 100_000 + "x",
        "(" * 50_000,
        "（" + "字" * 100_000,
        "×" * 50_000,
        "- " * 50_000 + "x",
        "\u200b\n" * 50_000,
        "\f" * 50_000,
        "×字" * 30_000,
        "#" * 100_000,
        "一，" * 10_000 + "\n\u200b" * 10_000,
    ],
)
def test_hostile_texts_take_no_endless_time(text: str) -> None:
    """Quadratic patterns would take minutes here; the whole test run would hang."""
    assert restore(cleaned(text)) == text


def test_the_classes_of_characters_are_valid_and_apart() -> None:
    assert {len(part) > 0 for part in (BLANK, CONTROL, UNSEEN_ASTRAL, ZERO_WIDTH)} == {True}
    assert Recurring().counts == {}
