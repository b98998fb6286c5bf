"""What is a match, and where it ends, in sentences of our own."""

from __future__ import annotations

import pytest

from detect.planting import CLAUSES, collection, pairs, text_of
from hujian.detect import detect
from making import make_document


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (  # a verb on one side only stays outside
            "要努力把流动书车开进山区小学。",
            "今年把流动书车开进山区小学。",
            ("把流动书车开进山区小学", "把流动书车开进山区小学"),
        ),
        (  # punctuation inside does not matter
            "读者的急、难、愁、盼之事都要记录在册。要开放座席。",
            "读者的急难愁盼之事都要记录在册。旧书由志愿者修补。",
            ("读者的急、难、愁、盼之事都要记录在册", "读者的急难愁盼之事都要记录在册"),
        ),
        (  # a percent sign belongs to its figure
            "全省图书馆覆盖率达到百分之九十，基层读者满意率达到95.5%，投诉减少。",
            "山区建馆慢，但基层读者满意率达到95.5%，还要努力。",
            ("基层读者满意率达到95.5%", "基层读者满意率达到95.5%"),
        ),
        (  # ... and before what is quoted, where no mark ends it
            "今年要认真办好夜间阅览室和周末借阅，以书香城和“三味书屋”为榜样。",
            "县馆认真办好夜间阅览室和周末的借阅，以书香城和“百草园”为样板。",
            ("认真办好夜间阅览室和周末借阅", "认真办好夜间阅览室和周末的借阅"),
        ),
        (  # the last member of a list is no such opening
            "办馆要座席充足，灯火明亮，书目齐全，服务热心、手续简便。",
            "县馆做到座席充足、灯光明亮、书目齐全，服务热心、环境整洁。",
            ("座席充足，灯火明亮，书目齐全，服务热心", "座席充足、灯光明亮、书目齐全，服务热心"),
        ),
        (  # a figure is not cut in two, at a point or a blank
            "市馆和县馆的图书借阅总量实际增长１２．５％，读者叫好。",
            "今年全省图书借阅总量实际增长1 2 ．9％，还要努力。",
            ("图书借阅总量实际增长１２．５％", "图书借阅总量实际增长1 2 ．9％"),
        ),
        (  # what opens the next clause is cut off, before a title or 、 too
            "为了保障读者的借阅安全和人身安全，根据《借阅管理条例》和省里要求办。",
            "为保障读者的借阅安全和人身安全，根据《书库防火办法》定了规矩。",
            ("为了保障读者的借阅安全和人身安全", "为保障读者的借阅安全和人身安全"),
        ),
        (  # 地 of 地方 is no particle
            "雨季里一些地方藏书受潮发霉的情况仍然不少。",
            "检查表明有的地方藏书受潮发霉的情况令人担心。",
            ("地方藏书受潮发霉的情况", "地方藏书受潮发霉的情况"),
        ),
        (  # an insertion is aligned over
            "对借阅证办理提出明确要求。",
            "对借阅证办理提出了明确要求。",
            ("对借阅证办理提出明确要求", "对借阅证办理提出了明确要求"),
        ),
        (  # a verb whose object is another one stays outside ...
            "省里流动书车和社区书屋的建设取得重大突破。",
            "山区流动书车和社区书屋的建设取得不少经验。",
            ("流动书车和社区书屋的建设", "流动书车和社区书屋的建设"),
        ),
        (  # ... of four letters, too
            "为山区书屋采购新书紧紧围绕各县中小学师生的借阅需要。",
            "为山区书屋采购新书紧紧围绕老读者在座谈会上提的意见。",
            ("为山区书屋采购新书", "为山区书屋采购新书"),
        ),
        (  # ... unless it is a noun elsewhere
            "经费优先用于社区书屋的管理和建设工作人员。社区书屋要建设。",
            "经费优先用于社区书屋的管理和建设高标准书库。书库也要建设。",
            ("经费优先用于社区书屋的管理和建设", "经费优先用于社区书屋的管理和建设"),
        ),
        (  # what 的 belongs to is taken in, though it is another thing ...
            "推动形成爱书者上、懒书者下的良好局面。",
            "努力形成爱书者上、懒书者下的用人导向，读者叫好。",
            ("形成爱书者上、懒书者下的良好局面", "形成爱书者上、懒书者下的用人导向"),
        ),
        (  # ... else 的 stays outside
            "各馆要实行图书通借通还一证通用的很多新制度。",
            "今年起试行图书通借通还一证通用的又一种办法，读者叫好。",
            ("实行图书通借通还一证通用", "试行图书通借通还一证通用"),
        ),
        (  # what 把 puts before its verb is the same with an attribute on one side
            "各馆始终把山区读者摆在首位。",
            "我们始终把全县的山区读者摆在首位。",
            ("各馆始终把山区读者摆在首位", "我们始终把全县的山区读者摆在首位"),
        ),
        (  # a few words of the next clauses stay outside, though these open differently
            "各馆馆长也要履行好守护古籍的职责，把办好阅览作为头等大事。",
            "各馆馆长要履行好守护古籍的职责，更要牢记办好阅览是本分。",
            ("各馆馆长也要履行好守护古籍的职责", "各馆馆长要履行好守护古籍的职责"),
        ),
        (  # ... and so do those of the clauses before
            "完善区域发展政策，推进公共阅览服务均等化，缩小差距。",
            "改革相关机制和政策，促进公共阅览服务均等化，读者叫好。",
            ("推进公共阅览服务均等化", "促进公共阅览服务均等化"),
        ),
        (  # a person is followed by what is said of the person
            "各馆馆员深入学习雷锋助人事迹，办好阅览。",
            "今年各馆馆员深入学习雷锋日记，读者叫好。",
            ("各馆馆员深入学习雷锋助人事迹", "今年各馆馆员深入学习雷锋日记"),
        ),
    ],
)
def test_ends_of_matches(one: str, other: str, expected: tuple[str, str]) -> None:
    assert pairs(collection(one, other)) == [expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # what 把 puts before its verb is cut off: the rest could be said of anything
            "要把流动书车的检修放在更加突出的位置。",
            "将古籍库房的防潮放在更加突出的位置。",
        ),
        (
            "今年把服务山区放到更加突出的位置。",
            "要把修缮古籍放在更加突出的位置。",
        ),  # other things on each side
        ("经费三百亿元，增长百分之六点五。", "藏书一百亿元，增长百分之六点五。"),  # figures say nothing
        ("作为检验读者和馆藏工作的重要标准。", "关于新馆的读者和馆藏工作的决策。"),  # open at its end
        (
            "各馆对社区阅读推广给予大笔经费。",
            "财政局对社区阅读推广给予长期减税。",
        ),  # as a light verb leaves it
    ],
)
def test_fragments_are_no_matches(one: str, other: str) -> None:
    assert pairs(collection(one, other)) == []


def test_clauses_that_share_a_name_alone_are_no_match() -> None:
    name = "县域图书馆总分馆服务体系章程"
    here = f"大家认真学习{name}。要看到{name}的难处。专家研究{name}。"
    there = f"各馆要全面贯彻{name}。市里督查{name}情况。今年要总结{name}做法。"
    assert pairs(collection(here, there)) == []


def test_articles_with_the_same_numbers_share_nothing_by_that() -> None:
    lines = (
        "书库每周整理一遍。",
        "馆长由理事会聘任。",
        "读者可以带茶水。",
        "罚款上缴国库。",
        "雨天照常开门。",
    )
    others = ("本市设立读书节。", "志愿者凭证上岗。", "乐团每季演出。", "旧书可以捐赠。", "山区有流动书车。")
    numbers = [f"第{number}条　" for number in "一二三四五"]
    statutes = ["\n".join(map("".join, zip(numbers, own, strict=True))) for own in (lines, others)]
    found = detect(collection(*statutes, "本条例第二条见第三条。", "那份规定里第二条不同于第三条。"))
    assert found.matches == ()
    assert not [f for f in found.formulations if f.canonical.startswith("第")]
    articles = [f"第{number}条　古籍库房恒温恒湿，残损的书登记造册。" for number in "六九"]
    moved = detect(collection(*map("\n".join, zip(statutes, articles, strict=True))))
    assert [match.kind for match in moved.matches] == ["verbatim"]


def test_titles_and_datelines_are_no_match() -> None:
    line = "在全县图书馆总分馆建设推进会上"
    own = ("书库每周整理一遍，残损的登记造册。", "志愿者凭证上岗，每人每月两个半天。")
    spoken = [make_document(text, line, path=f"{n}.txt", kinds={1: "dateline"}) for n, text in enumerate(own)]
    assert detect(spoken).matches == detect(spoken).formulations == ()
    assert detect([make_document(text, line, path=f"{n}.txt") for n, text in enumerate(own)]).matches


def test_a_full_width_figure_is_a_word() -> None:
    one, other = "书库从２００１年起向山区读者开放。", "书库从１９９１年起向山区读者开放。"
    assert all(not side.startswith("１") for pair in pairs(collection(one, other)) for side in pair)
    assert pairs(collection(one, other))


def test_no_match_crosses_a_line() -> None:
    first, second = CLAUSES[:2]
    assert pairs(collection(f"{first}{second}。", f"{first}\n{second}。")) == [
        (first, first),
        (second, second),
    ]


def test_what_recurs_everywhere_is_a_name_and_no_match() -> None:
    name = "县域图书馆总分馆服务体系"
    documents = collection(
        f"我们昨天听说了{name}许多难处。大家又谈起{name}所缺经费。",
        f"专家从三个方面研究了{name}。明年还要好好总结{name}建成做法。",
        f"市里派人来督查{name}进度快慢。报告用两页介绍了{name}最新情况。",
    )
    assert pairs(documents) == []
    assert any(f.canonical == name for f in detect(documents).formulations)


def test_many_names_in_a_row_are_a_match() -> None:
    names = one, two, three = "江澜市图书馆联盟", "全民阅读推广计划", "流动书车服务队员"
    often = "\n".join(f"{name}来了。" for name in names for _ in range(3))
    here = f"{one}这一回凭借{two}派出{three}", f"{one}按照{two}带上{three}"
    assert here in told_beside(often, f"今年{here[0]}到山区送书。", f"在秋天里{here[1]}去海岛。")
    two_names = told_beside(
        often, f"今年{one}这一回凭借{two}到山区送书。", f"在秋天里{one}按照{two}去海岛巡展。"
    )
    assert not any("按照" in b for _, b in two_names)


def test_a_whole_clause_that_recurs_everywhere_is_a_match_if_little_differs() -> None:
    slogan = "稳健的馆藏采购政策"
    often = "\n".join(f"{who}那天谈起{slogan}许多难处。" for who in ("馆长", "书商", "读者", "教师", "家长"))
    here, there = f"实施{slogan}", f"继续实行{slogan}"
    assert (here, there) in told_beside(often, f"会后，{here}。", f"明年，{there}。")
    part, other = f"副馆长明天谈起实施{slogan}许多好处。", f"审计组来信问到实行{slogan}有关情况。"
    assert not any("实行" in b for _, b in told_beside(often, part, other))


def test_a_clause_may_answer_two_if_much_is_the_same() -> None:
    here, there = "完善馆员培训，建立健全考核和严格奖惩制度", "完善馆员培训考核奖惩的制度"
    assert told_beside("", f"{here}。", f"{there}。") == [(here, there)]
    here, there = "完善馆员培训，建立健全严格考核制度", "完善馆员培训考核的制度"
    assert (here, there) not in told_beside("", f"{here}。", f"{there}。")


def told_beside(beside: str, one: str, other: str) -> list[tuple[str, str]]:
    """The matches of two texts that both hold something else, too."""
    return pairs(collection(f"{beside}\n{one}", f"{beside}\n{other}"))


def test_a_clause_with_a_list_in_it_is_matched_whole() -> None:
    here = "馆长说，鼓励志愿者增加借还、导读、讲座、修补等服务供给。"
    there = "会议要求，鼓励志愿者增加非基本文献服务供给。"
    (match,) = detect(collection(here, there)).matches
    assert [text_of(collection(here, there), side) for side in (match.a, match.b)] == [
        "鼓励志愿者增加借还、导读、讲座、修补等服务供给",
        "鼓励志愿者增加非基本文献服务供给",
    ]


def test_clauses_that_only_address_the_same_people_are_no_match() -> None:
    here, there = "各级图书馆及其工作人员要送书下乡。", "各级图书馆及其工作人员要开门办馆。"
    assert not detect(collection(here, there)).matches


def test_a_verb_that_only_one_side_has_stays_outside() -> None:
    here, there = "会议要求，加快推进社区图书室建设。", "馆长说，推进社区图书室建设。"
    (match,) = detect(collection(here, there)).matches
    assert {text_of(collection(here, there), side) for side in (match.a, match.b)} == {"推进社区图书室建设"}
