"""Which wordings become formulations, in sentences of our own."""

from __future__ import annotations

import pytest

from detect.planting import every_wording, found, wordings
from hujian.detect.letters.function_words import strip_function_words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (  # a word put in
            "市馆加快馆藏目录共享步伐。",
            "县馆推进各校馆藏目录整合共享，读者叫好。",
            {"馆藏目录共享", "馆藏目录整合共享"},
        ),
        (  # the last word replaced
            "要发挥阅览室的借阅和自修双重功能，方便读者。",
            "县馆加强借阅和自修双重管理，添置书桌。",
            {"借阅和自修双重功能", "借阅和自修双重管理"},
        ),
    ],
)
def test_what_is_incomplete_is_completed(one: str, other: str, expected: set[str]) -> None:
    assert expected in wordings(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "市馆加快馆藏目录共享步伐。",
            "县馆推进各校馆藏目录编制和共享，读者叫好。",
        ),  # 编制和共享 is one object
        ("大力发展数字阅览，方便读者。", "大力发展数字教学，方便学生。"),  # the same verb, another object
        ("市馆藏书支出增长3.9%，读者叫好。", "县馆藏书支出增长10.6%，还要努力。"),  # another figure
        (
            "全县各图书馆及其分馆应当登记台账，大家放心。",
            "全县各图书馆及其分馆应当清扫书库，读者放心。",
        ),  # another duty
        (
            "全县各级图书馆及其分馆负责人应当每月登记借阅台账，大家放心。",
            "全县各级图书馆及其分馆负责人应当随时清扫书库院落楼道，读者放心。",
        ),  # however long the opening
    ],
)
def test_what_is_said_of_something_else_is_no_variant(one: str, other: str) -> None:
    assert all(len(f.variants) == 0 for f in found(one, other))


def test_whose_duty_it_is_makes_no_difference() -> None:
    one, other = "各馆不得外借孤本善本", "新来的志愿者队员不得外借孤本善本"
    assert wordings(f"{one}，大家放心。", f"{other}，读者放心。") == [{one, other, "不得外借孤本善本"}]


def test_two_clauses_built_alike_are_one_formulation() -> None:
    pair = "充分发挥总馆的引领作用，更好发挥分馆作用"
    other = "充分发挥总馆在联盟中的引领作用，更好发挥分馆作用"
    (formulation,) = found(f"要{pair}，方便读者。", f"我们要{other}，多办活动。")
    assert {formulation.canonical, *formulation.variants} == {pair, other}
    assert len(formulation.occurrences) == 2


def test_a_couplet_is_one_formulation_whatever_stands_before_it() -> None:
    couplet = "前脚刚跨进书海，后脚就迷失书海"
    here, there = f"要多办活动，让读者{couplet}。", f"谨防出现年轻人“{couplet}”现象。"
    assert wordings(here, there) == [{couplet, f"“{couplet}”现象"}]
    couplet = "提高了服务的针对性，增强了活动的互动性"
    assert {couplet} in wordings(f"市馆很忙，{couplet}。", f"{couplet}，读者叫好。")


def test_a_row_of_quotations_is_told_though_longer_ones_hold_it() -> None:
    here, there = (
        "县馆实行“揭榜护书”、“赛马选书”等制度，读者叫好。",
        "市馆推行“揭榜护书”、“赛马选书”等办法，人人参加。",
    )
    assert {"“揭榜护书”、“赛马选书”"} in wordings(here, there)


def test_a_phrase_here_may_be_two_clauses_there() -> None:
    inside = "形成惜护残卷、缮补孤本的风气，人人参加。"
    assert wordings("馆员常年不断，惜护残卷，缮补孤本，读者都夸。", inside) == [{"惜护残卷，缮补孤本"}]
    parts = "馆员都要惜护残卷，缮补孤本还有专人，读者都夸。"
    cut = "今年修补流动书车旧座椅，添置少儿绘本新书架还有专人。", "形成旧座椅、添置少儿绘本的风气，人人参加。"
    assert not any("旧座椅，添置" in wording for wording in every_wording(*cut))
    others = "谈起惜护残卷、缮补孤本时大家激动，散会。", "老馆长爱惜护残卷、缮补孤本胜过吃饭，下雨。"
    assert wordings(parts, inside, *others) == [{"惜护残卷、缮补孤本"}]


def test_a_second_half_is_told_with_the_first_one_it_answers() -> None:
    pair, other = "读者走到哪里、馆员就走到哪里", "书香活动走到哪里，馆员就走到哪里"
    assert {pair, other} in wordings(f"市馆很忙，{pair}。", f"要{other}，读者叫好。")
    alone = "县馆不久之后，馆员就走到哪里。"  # here it answers nothing
    assert not any(pair in own for own in wordings(f"市馆很忙，{pair}。", f"要{other}。", alone))


def test_an_end_inside_a_longer_formulation_is_no_end() -> None:
    long = "统筹古籍修复和馆藏建设发展"
    every = set().union(
        *wordings(
            f"{long}。前面报告的馆藏建设发展多方面工作照旧。",
            f"{long}。困难地区馆藏建设发展的支持力度加大。",
            f"{long}。",
        )
    )
    assert long in every
    assert "馆藏建设发展" not in every


def test_two_words_that_stand_only_together_are_a_term() -> None:
    one, other = "让智慧书架、流动书车进校园。", "今天介绍智慧书架，展示新书。"
    assert {"智慧书架"} in wordings(one, other)
    apart = "智慧阅读，智慧检索，智慧导览，旧书架，新书架，铁书架。"
    assert {"智慧书架"} not in wordings(one + apart, other + apart)


@pytest.mark.parametrize(
    ("wording", "stripped"),
    [
        ("上同总馆保持高度一致", "同总馆保持高度一致"),  # (思想)上同
        ("在推动阅读推广", "推动阅读推广"),  # no localizer closes 在
        ("在总馆领导下", "在总馆领导下"),
    ],
)
def test_function_words_are_stripped(wording: str, stripped: str) -> None:
    start, end = strip_function_words(wording)
    assert wording[start:end] == stripped


def test_clauses_that_begin_alike_are_variants() -> None:
    one = "完善流动书车巡回路线和停靠点"
    other = "完善流动书车巡回频次和补贴法"
    assert any({one, other} <= own for own in wordings(f"市馆，{one}。", f"县馆，{other}。"))


def test_a_phrase_begins_between_two_official_words() -> None:
    # jieba takes 全面落实 for one word
    one, other = "市馆要全面落实开放责任，不得拖延。", "社区书屋也要同步落实开放责任和安全措施。"
    assert "落实开放责任" in every_wording(one, other)


def test_a_coverb_that_stands_everywhere_opens_the_phrase() -> None:
    one, other = "馆员应当对读者耐心周到、热情。", "志愿者更要对读者耐心周到，不怕麻烦。"
    assert "对读者耐心周到" in set().union(*wordings(one, other))


def test_an_enumeration_is_a_unit_whatever_stands_around_it() -> None:
    told = wordings(
        "经过三年，推动形成读者评、馆员改、专家审、众人督的良好局面。",
        "明年要推动形成读者评、专家审、众人督的服务机制、监督机制。",
    )
    assert any({"读者评、馆员改、专家审、众人督", "读者评、专家审、众人督"} <= own for own in told)
    assert not any("推动形成读者评" in own for own in told)


def test_what_always_stands_behind_a_particle_is_told_with_it() -> None:
    told = wordings(
        "各馆早晚巡查，把书刊放齐、把书架扫净，读者满意。",
        "县馆清早开门，把书刊放齐、把书架扫净，没有一天间断。",
        "阅览室闭馆以后，把书刊放齐，把书架扫净，方便读者取阅。",
    )
    assert any("把书刊放齐、把书架扫净" in own for own in told)
    assert not any("书刊放齐、把书架扫净" in own for own in told)


def test_members_with_the_same_last_word_are_a_unit_of_any_length() -> None:
    told = found(
        "新形势下，各馆面临的经费压力、馆舍维修压力、数字化压力是长期的、复杂的。",
        "要清醒看到县馆面临的经费压力、馆舍维修压力、数字化压力的复杂性。",
    )
    assert "经费压力、馆舍维修压力、数字化压力" in {f.canonical for f in told}


def test_a_saying_in_quotation_marks_is_one_formulation() -> None:
    told = found(
        "老馆长说：“馆舍建成之后，服务就是决定的因素。”",
        "有句老话，“馆舍建成之后，服务就是决定的因素”，大家还记得。",
    )
    assert [f.canonical.strip("“”") for f in told] == ["馆舍建成之后，服务就是决定的因素"]


def test_an_ordinal_is_no_part_of_a_variant() -> None:
    told = wordings(
        "一是坚持免费开放便利读者。二是多办活动。",
        "二要坚持免费开放和便利读者，延长时间。",
        "坚持免费开放便利读者。",
    )
    assert told == [{"坚持免费开放便利读者", "坚持免费开放和便利读者"}]


def test_clauses_that_share_a_name_alone_are_no_variants() -> None:
    name = "县域图书馆总分馆服务体系建设"
    told = wordings(
        f"要看到{name}难处。大家谈了{name}预算。",
        f"专家研究{name}。今年要总结{name}做法。",
        f"市里督查{name}。报告介绍{name}情况。",
    )
    assert [own for own in told if any(name in wording for wording in own)] == [{name}]


def test_a_phrase_begins_in_a_verb_of_two_official_words() -> None:
    here, there = "大力发展惠读金融。读者叫好。", "鼓励发展惠读金融和社区书屋。"
    assert "发展惠读金融" in every_wording(here, there)
