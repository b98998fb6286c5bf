"""Which wordings become formulations, in sentences of our own."""

from __future__ import annotations

import pytest

from detect.planting import collection
from hujian.detect import detect
from hujian.detect.letters.frames import strip_function_words
from hujian.model import Formulation


def found(*texts: str) -> tuple[Formulation, ...]:
    """The formulations of a collection of texts."""
    return detect(collection(*texts)).formulations


def wordings(*texts: str) -> list[set[str]]:
    """Every formulation as the set of its wordings."""
    return [{f.canonical, *f.variants} for f in found(*texts)]


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
    ],
)
def test_what_is_said_of_something_else_is_no_variant(one: str, other: str) -> None:
    assert all(len(f.variants) == 0 for f in found(one, other))


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


def test_a_second_half_is_told_with_the_first_one_it_answers() -> None:
    pair, other = "读者走到哪里、馆员就走到哪里", "书香活动走到哪里，馆员就走到哪里"
    assert {pair, other} in wordings(f"市馆很忙，{pair}。", f"要{other}，读者叫好。")
    alone = "县馆不久之后，馆员就走到哪里。"  # here it answers nothing
    assert not any(pair in own for own in wordings(f"市馆很忙，{pair}。", f"要{other}。", alone))


def test_part_of_a_clause_is_no_formulation_beside_the_clause() -> None:
    one = "在更多校区让流动书车进得来、停得下、有人管"
    other = "在更多校区让夜间书房进得来、停得下、有人管"
    (formulation,) = wordings(f"今年，{one}。", f"明年，{other}。")
    assert {one, other} <= formulation


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


def test_the_wording_that_stands_everywhere_leads() -> None:
    short, long = "流动书车定期巡回制度", "馆际互借以及流动书车定期巡回制度"
    texts = [f"市馆完善{short}。" for _ in range(4)]
    (formulation,) = found(*texts, f"{long}。", f"{long}。")
    assert formulation.canonical in {f"完善{short}", short}


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


def test_what_wants_something_to_follow_is_no_formulation() -> None:
    one = "市馆把社区分馆建设成为读者的第二书房。"
    other = "县馆将社区分馆建设成为孩子的乐园。"
    assert not any(f.canonical.endswith("成为") for f in found(one, other))
    one = "各级图书馆分馆应当加强对流动书车的管理。"
    other = "县里的图书馆分馆应当加强对自习室的领导，读者叫好。"
    assert not any(f.canonical.endswith("加强") for f in found(one, other))


def test_clauses_that_begin_alike_are_variants() -> None:
    one = "完善流动书车巡回路线和停靠点"
    other = "完善流动书车巡回频次和补贴法"
    assert any({one, other} <= own for own in wordings(f"市馆，{one}。", f"县馆，{other}。"))


def test_a_phrase_begins_between_two_official_words() -> None:
    # jieba takes 全面落实 for one word
    one, other = "市馆要全面落实开放责任，不得拖延。", "社区书屋也要同步落实开放责任和安全措施。"
    assert any("落实开放责任" in own for own in wordings(one, other))


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


def test_what_stands_for_a_family_is_not_torn() -> None:
    told = found("市馆严格把好采购关、编目关。", "县馆突出把好采购关、编目关，读者叫好。")
    assert told
    assert not any(f.canonical.startswith("好") for f in told)


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


def test_what_lacks_its_predicate_or_its_object_is_no_formulation() -> None:
    told = wordings(
        "今年以基层群众文化队伍引领全局。大家添砖加瓦，为奋力谱写城市篇章努力。",
        "明年以基层群众文化队伍带动协作。各馆同心，为奋力谱写乡村画卷出力。",
        "后年以基层群众文化队伍推动创新。志愿者到场，为奋力谱写文化诗篇奔走。",
    )
    assert any("今年以基层群众文化队伍引领全局" in own for own in told)
    assert not any({"以基层群众文化队伍", "为奋力谱写"} & own for own in told)


def test_an_address_is_no_formulation() -> None:
    here = "各位馆员！\n各级图书馆及其工作人员要主动下乡，送书上门。"
    there = "各位馆员！\n各级图书馆及其工作人员要开放书库，方便读者。"
    assert not found(here, there)


def test_an_address_behind_a_comma_opens_no_formulation() -> None:
    here = "县馆很忙，我们要常年轮换阅览室的书目和座席。"
    there = "今天下雪，我们要常年轮换阅览室的旧报和灯具，读者叫好。"
    assert not any(wording.startswith("我们") for own in wordings(here, there) for wording in own)


def test_an_attribute_torn_from_its_compound_begins_no_formulation() -> None:
    here, there = "加大对县馆事业发展的支持，方便读者。", "加强对流动书车转型发展的支持，多办活动。"
    assert not any("发展的支持" in wording for own in wordings(here, there) for wording in own)


def test_what_a_localizer_leaves_open_is_no_formulation() -> None:
    here, there = "推动借阅稳中向好。\n读者叫好。", "促进借阅稳中提质。\n读者不少。"
    assert not any(wording.endswith("稳中") for own in wordings(here, there) for wording in own)


def test_an_opening_quotation_mark_ends_no_formulation() -> None:
    here = "馆里要始终把重点活动落实作为“试金石”来检验每一位馆员，读者叫好。"
    there = "县馆这几年一直把重点活动落实作为基层能力高低的标尺，大家信服。"
    assert not any(wording.endswith("作为") for own in wordings(here, there) for wording in own)
    here = "引领各级分馆和广大馆员深刻领悟“两个坚守”的重要意义，办好阅览。"
    there = "教育引导广大馆员深刻领悟“两个坚守”的重要意义、深远影响，读者叫好。"
    assert not any(wording.endswith("领悟") for own in wordings(here, there) for wording in own)


def test_a_phrase_begins_in_a_verb_of_two_official_words() -> None:
    here, there = "大力发展惠读金融。读者叫好。", "鼓励发展惠读金融和社区书屋。"
    assert any("发展惠读金融" in own for own in wordings(here, there))


@pytest.mark.parametrize(
    ("one", "other", "torn"),
    [
        # another noun at the end, another figure, another word in the middle
        ("本馆遵循读者成长规律，因材施教。", "服务贯穿读者成长全过程，一路相伴。", "读者成长"),
        ("全年借阅增长5%左右。", "去年到馆人次借阅增长8%左右。", "借阅增长"),
        ("增强书屋拉动阅读的主引擎作用。", "增强夜校拉动阅读增长的基础作用。", "拉动阅读"),
    ],
)
def test_what_another_word_completes_is_another_statement(one: str, other: str, torn: str) -> None:
    assert not any(wording.startswith(torn) for own in wordings(one, other) for wording in own)


def test_a_verb_whose_list_of_objects_goes_on_is_no_formulation() -> None:
    told = wordings("统筹做好老读者、少儿读者服务。", "统筹做好读者、馆员、志愿者工作。")
    assert not any(wording.startswith("统筹做好") for own in told for wording in own)


def test_a_list_that_goes_on_everywhere_is_no_formulation() -> None:
    goes_on = "这项工作具有基础性、全局性、长期性的特点。", "阅读推广发生了基础性、全局性、示范性的变化。"
    assert not found(*goes_on)
    assert [f.canonical for f in found(*goes_on, "馆员重视基础性、全局性。")] == ["基础性、全局性"]
    here = "把阅读成效转化为修身养性、服务读者和带动家人的力量。"
    there = "将阅读成效转化为修身养性、服务读者、影响邻里的动力。"
    assert not any(wording.endswith("服务读者") for own in wordings(here, there) for wording in own)


def test_a_list_whose_last_member_goes_on_is_no_formulation() -> None:
    here, there = "开展古籍修复、阅览设备安全检查。", "加强古籍修复、阅览设备维护管理。"
    assert not any(wording.endswith("设备") for own in wordings(here, there) for wording in own)
    here, there = "推进服务数字化、智能化、便捷化水平，读者叫好。", "加快古籍数字化、智能化、便捷化转型。"
    assert wordings(here, there) == [{"数字化、智能化、便捷化"}]  # three of one length are complete


def test_a_measure_word_behind_a_numeral_begins_no_formulation() -> None:
    here = "市馆今年春天在江边举办了第二十八次全民阅读竞赛，读者叫好。"
    there = "县馆派人参加省里组织的第三十五次全民阅读竞赛。"
    assert wordings(here, there) == [{"全民阅读竞赛"}]


def test_what_begins_or_ends_amid_a_quotation_is_no_formulation() -> None:
    texts = (
        "遵守《全民阅读促进法》《江澜省图书馆条例》的规定，办好书展。",
        "根据《全民阅读促进法》《江澜省书店管理办法》，大家动手。",
        "认真宣传《全民阅读促进法》《江澜省志愿服务条例》等法规，读者叫好。",
    )
    assert wordings(*texts) == [{"《全民阅读促进法》"}]


def test_a_conjunction_of_two_letters_ends_no_formulation() -> None:
    here, there = "今天感谢志愿服务队及其家属。", "县里表彰志愿服务队及其负责人，读者叫好。"
    assert not any("及其" in wording for own in wordings(here, there) for wording in own)


def test_what_goes_with_a_coverb_leads_with_it() -> None:
    model = "甘为孺子牛的精神为榜样"
    with_coverb = (f"{who}以{model}，{what}。" for who, what in zip("省市县乡", "读书写算", strict=True))
    assert found(*with_coverb, f"读者叫好，{model}。")[0].canonical == f"以{model}"


def test_what_only_titles_share_is_no_formulation() -> None:
    title = "全民阅读竞赛活动经费使用管理办法"
    texts = f"省内{title}解读\n今天放假。", f"市里{title}问答\n馆里很忙。", f"县城{title}公告\n书店搬家。"
    assert not found(*texts)


def test_who_acts_is_no_formulation() -> None:
    assert not found("大家感谢图书馆工作者。", "今年表彰图书馆工作者，读者叫好。")


def test_a_misprint_does_not_lead() -> None:
    right, misprint = "着力办好书香江澜读书月开幕式", "着力办好书香江澜读书开幕式"
    (told, *_) = found(f"{misprint}。", f"{right}。", "江澜读书月来了。读书月开幕式延期。")
    assert (told.canonical, told.variants) == (right, (misprint,))
