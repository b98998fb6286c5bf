"""What is cut off, addressed to somebody, or but a name becomes no formulation."""

from __future__ import annotations

import pytest

from detect.planting import every_wording, found, wordings
from hujian.detect.letters.function_words import strip_function_words


def test_part_of_a_clause_is_no_formulation_beside_the_clause() -> None:
    one = "在更多校区让流动书车进得来、停得下、有人管"
    other = "在更多校区让夜间书房进得来、停得下、有人管"
    (formulation,) = wordings(f"今年，{one}。", f"明年，{other}。")
    assert {one, other} <= formulation


def test_what_wants_something_to_follow_is_no_formulation() -> None:
    one = "市馆把社区分馆建设成为读者的第二书房。"
    other = "县馆将社区分馆建设成为孩子的乐园。"
    assert not any(f.canonical.endswith("成为") for f in found(one, other))
    one = "各级图书馆分馆应当加强对流动书车的管理。"
    other = "县里的图书馆分馆应当加强对自习室的领导，读者叫好。"
    assert not any(f.canonical.endswith("加强") for f in found(one, other))


def test_what_stands_for_a_family_is_not_torn() -> None:
    told = found("市馆严格把好采购关、编目关。", "县馆突出把好采购关、编目关，读者叫好。")
    assert told
    assert not any(f.canonical.startswith("好") for f in told)


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
    assert not any(wording.startswith("我们") for wording in every_wording(here, there))


def test_an_attribute_torn_from_its_compound_begins_no_formulation() -> None:
    here, there = "加大对县馆事业发展的支持，方便读者。", "加强对流动书车转型发展的支持，多办活动。"
    assert not any("发展的支持" in wording for wording in every_wording(here, there))


def test_what_a_localizer_leaves_open_is_no_formulation() -> None:
    here, there = "推动借阅稳中向好。\n读者叫好。", "促进借阅稳中提质。\n读者不少。"
    assert not any(wording.endswith("稳中") for wording in every_wording(here, there))


def test_a_part_of_a_list_behind_a_coverb_is_no_formulation() -> None:
    here = "要注重从青年和产业工人、农民、知识分子中发展读者，馆员下乡。"
    there = "特别是要注重从青年和产业工人、农民、知识分子中发展读者。大家出力。"
    told = every_wording(here, there)
    assert "注重从青年和产业工人、农民、知识分子中发展读者" in told
    assert not any(wording.endswith("产业工人") for wording in told)


@pytest.mark.parametrize(
    ("torn", "texts"),
    [
        # what is done with a coverb's object, or by somebody, is missing
        ("主管部门应当会同", ("{}学校编目。", "{}县馆借书，读者叫好。", "{}乡镇布点。")),
        ("具体办法由市馆", ("{}商量着定。", "收费的{}公布。", "{}张贴，读者叫好。")),
        # what the copula belongs to stands before it
        ("是公共文化", ("办夜校说到底{}。", "流动书车当然也{}，读者叫好。", "办馆{}的一件事。")),
    ],
)
def test_a_coverb_or_a_copula_leaves_nothing_open(torn: str, texts: tuple[str, ...]) -> None:
    assert torn not in every_wording(*(text.format(torn) for text in texts))


@pytest.mark.parametrize("nothing", ["进一步提高", "百分之五十", "这些问题"])
def test_words_that_say_nothing_by_themselves_are_no_formulation(nothing: str) -> None:
    texts = (
        f"借阅{nothing}。读者叫好。",
        f"{nothing}，要再看。",
        f"座席{nothing}。",
        f"{nothing}，已经不少。",
    )
    assert nothing not in every_wording(*texts)


def _with_a_part_alone(alone: str) -> set[str]:
    """Wordings of twelve texts with clauses of one family; in one a part of them stands alone, too."""
    heads = "春夏秋冬东南西北省市县乡"
    verbs = ("深入推进", "加快实施", "全面落实", "不断深化") * 3
    texts = [
        f"{head}馆很忙。{verb}夜间阅览服务制度改革。{head}门开了。"
        for head, verb in zip(heads, verbs, strict=True)
    ]
    return every_wording(*texts[:-1], f"{texts[-1]}{alone}")


def test_what_is_torn_where_it_stands_alone_for_once_is_no_formulation() -> None:
    part = "夜间阅览服务制度改革"
    assert part in _with_a_part_alone(f"馆长支持{part}，读者叫好。")
    assert part in _with_a_part_alone(f"馆长说起的{part}，读者叫好。")
    assert part not in _with_a_part_alone(f"馆长讨论{part}方案，读者叫好。")
    assert part not in _with_a_part_alone(f"馆长谈了县馆{part}，读者叫好。")


def test_an_opening_quotation_mark_ends_no_formulation() -> None:
    here = "馆里要始终把重点活动落实作为“试金石”来检验每一位馆员，读者叫好。"
    there = "县馆这几年一直把重点活动落实作为基层能力高低的标尺，大家信服。"
    assert not any(wording.endswith("作为") for wording in every_wording(here, there))
    here = "引领各级分馆和广大馆员深刻领悟“两个坚守”的重要意义，办好阅览。"
    there = "教育引导广大馆员深刻领悟“两个坚守”的重要意义、深远影响，读者叫好。"
    assert not any(wording.endswith("领悟") for wording in every_wording(here, there))


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
    assert not any(wording.startswith(torn) for wording in every_wording(one, other))


def test_a_verb_whose_list_of_objects_goes_on_is_no_formulation() -> None:
    told = wordings("统筹做好老读者、少儿读者服务。", "统筹做好读者、馆员、志愿者工作。")
    assert not any(wording.startswith("统筹做好") for own in told for wording in own)


def test_a_list_that_goes_on_everywhere_is_no_formulation() -> None:
    goes_on = "这项工作具有基础性、全局性、长期性的特点。", "阅读推广发生了基础性、全局性、示范性的变化。"
    assert not found(*goes_on)
    assert [f.canonical for f in found(*goes_on, "馆员重视基础性、全局性。")] == ["基础性、全局性"]
    here = "把阅读成效转化为修身养性、服务读者和带动家人的力量。"
    there = "将阅读成效转化为修身养性、服务读者、影响邻里的动力。"
    assert not any(wording.endswith("服务读者") for wording in every_wording(here, there))


def test_a_list_whose_last_member_goes_on_is_no_formulation() -> None:
    here, there = "开展古籍修复、阅览设备安全检查。", "加强古籍修复、阅览设备维护管理。"
    assert not any(wording.endswith("设备") for wording in every_wording(here, there))
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
    assert not any("及其" in wording for wording in every_wording(here, there))


def test_what_only_titles_share_is_no_formulation() -> None:
    title = "全民阅读竞赛活动经费使用管理办法"
    texts = f"省内{title}解读\n今天放假。", f"市里{title}问答\n馆里很忙。", f"县城{title}公告\n书店搬家。"
    assert not found(*texts)


def test_who_acts_is_no_formulation() -> None:
    assert not found("大家感谢图书馆工作者。", "今年表彰图书馆工作者，读者叫好。")


def test_a_light_verb_ends_no_formulation() -> None:
    here = "馆员为城乡阅读和文化繁荣作出新的贡献，读者叫好。他们为城乡阅读和文化繁荣作出的努力不小。"
    there = "志愿者为城乡阅读和文化繁荣作出更大牺牲，各馆感谢。"
    assert not any(wording.endswith("作出") for wording in every_wording(here, there))


def test_what_somebody_ought_to_do_is_no_formulation_without_its_object() -> None:
    here, there = "本馆志愿服务人员不得外借孤本，大家放心。", "本馆志愿服务人员不得吸烟饮酒，读者放心。"
    assert not found(here, there)


def test_the_last_member_of_a_list_begins_no_formulation() -> None:
    here = "办好城区、乡镇、边远山区等流动书车服务，方便读者。"
    there = "加强机关、学校、边远山区等流动书车服务，读者叫好。"
    assert not any(wording.startswith("边远山区等") for wording in every_wording(here, there))
    here, there = "办好读书会、边远山区等流动书车服务。", "加强借阅室、边远山区等流动书车服务，读者叫好。"
    assert not any(wording.startswith("边远山区等") for wording in every_wording(here, there))
    with_verb = [f"今年{head}、兴办边远山区等流动书车服务，读者叫好。" for head in ("开放书库", "修补古籍")]
    assert "兴办边远山区等流动书车服务" in every_wording(*with_verb)


def test_what_points_to_the_speaker_opens_no_formulation() -> None:
    here = "谈到我国馆藏目录建设的人不多。馆员关心我国馆藏目录建设。"
    there = "研究我国馆藏目录建设过程。他们的馆藏目录建设，大家常说起。"
    told = every_wording(here, there)
    assert "馆藏目录建设" in told
    assert not any(wording.startswith("我国") for wording in told)
    assert strip_function_words("在我国馆藏目录建设") == (3, 9)


def test_a_coverb_with_its_object_is_no_formulation() -> None:
    here = "今年同边远山区学校结对。馆里又同边远山区学校谈好了。"
    there = "春天同边远山区学校换书。县里也同边远山区学校通车了。"
    assert "同边远山区学校" not in every_wording(here, there)


def test_verbs_alone_are_no_formulation() -> None:
    here, there = "借阅量进一步提高。各馆进一步发展。", "人气进一步提高。读书会进一步发展。"
    assert not found(here, there)


def test_two_words_of_different_kinds_are_no_term_though_they_stand_only_together() -> None:
    for words in ("防治虫害", "馆舍整洁"):
        here, there = f"让智慧书架、{words}进校园。", f"今天介绍{words}，展示新书。"
        assert words not in every_wording(here, there)


def test_what_longer_formulations_hold_everywhere_is_none() -> None:
    part = "自习书房和少儿专区"
    one, other = f"全年开放{part}", f"分期扩建{part}"
    amid = (
        f"副馆长明天一早就要带着几位年轻馆员去邻近的三个县城看看他们那里{one}以后读者是不是真的多了起来。",
        f"为了弄清在学校放假的日子里{other}对住在老城几条小巷里的孩子们究竟有多大的用处记者访问了许多家庭。",
    )
    clauses = f"今年，{one}。", f"明年，{one}。", f"春天，{other}。", f"秋天，{other}。"
    assert wordings(*clauses, *amid) == [{one, other}]
