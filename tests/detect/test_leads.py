"""Which wording a formulation is called by, and where it begins and ends."""

from __future__ import annotations

from detect.planting import every_wording, found


def test_the_wording_that_stands_everywhere_leads() -> None:
    short, long = "流动书车定期巡回制度", "馆际互借以及流动书车定期巡回制度"
    texts = [f"市馆完善{short}。" for _ in range(4)]
    (formulation,) = found(*texts, f"{long}。", f"{long}。")
    assert formulation.canonical in {f"完善{short}", short}


def test_what_goes_with_a_coverb_leads_with_it() -> None:
    model = "甘为孺子牛的精神为榜样"
    with_coverb = (f"{who}以{model}，{what}。" for who, what in zip("省市县乡", "读书写算", strict=True))
    assert found(*with_coverb, f"读者叫好，{model}。")[0].canonical == f"以{model}"


def test_every_coverb_before_a_predicate_is_part_of_it() -> None:
    told = [
        f.canonical
        for f in found(
            "教育引导广大馆员把对书忠诚作为首要职业品质，走好第一步。",
            "要把对书忠诚作为首要职业品质贯穿夜校和流动书车。坚持全年开放。",
        )
    ]
    assert told == ["把对书忠诚作为首要职业品质"]


def test_a_coverb_opens_what_stands_outside_of_longer_entries() -> None:
    longer = "坚持市馆党组对县级总分馆工作的统一指导"
    told = found(
        f"{longer}。读者叫好。",
        f"要{longer}，办好夜读。",
        "各馆加强对总分馆工作的统一指导。",
        "今年重视对总分馆工作的统一指导，书车下乡。",
    )
    assert [f.canonical for f in told] == [longer, "对总分馆工作的统一指导"]


def test_what_goes_with_a_coverb_outside_does_not_lead() -> None:
    told = found(
        "为推进县馆建设、乡镇书屋提供坚强服务保障，大家出力。",
        "为县馆建设、乡镇书屋提供坚强服务保障，读者叫好。",
        "为以流动书车推进县馆建设、乡镇书屋提供坚强服务保障。",
    )
    assert told
    assert all(f.canonical.startswith("为") for f in told)


def test_a_phrase_ends_behind_the_last_letter_of_its_clause() -> None:
    told = found("坚决守住古籍安全标准，读者叫好。", "坚决守住古籍安全关，大家放心。")
    assert told
    assert not any(f.canonical.endswith("安全") for f in told)


def test_only_a_word_of_place_leads() -> None:
    site = "夜间阅览室改造工程建设中"
    told = found(
        f"各馆正在{site}。", f"县馆正在{site}，读者叫好。", f"市馆的正在{site}，好。", f"{site}，大家看。"
    )
    assert told
    assert not any(f.canonical.startswith("在") for f in told)


def test_what_closes_a_phrase_makes_no_compound_of_it() -> None:
    reply = "读者意见得到及时答复"
    assert reply in every_wording(
        f"各馆{reply}了，大家走。",
        f"今年{reply}的，读者叫好。",
        f"县里{reply}了，好。",
        f"乡镇{reply}过，大家看。",
    )


def test_a_place_leads_with_its_coverb() -> None:
    ground = "平等互利五项原则的基础上"
    told = found(
        f"全馆愿意在{ground}。",
        f"各馆之间的关系应该建立在{ground}。",
        f"两馆往来就{ground}。",
        f"市馆在{ground}。",
    )
    assert [f.canonical for f in told] == [f"在{ground}"]


def test_a_misprint_does_not_lead() -> None:
    right, misprint = "着力办好书香江澜读书月开幕式", "着力办好书香江澜读书开幕式"
    (told, *_) = found(f"{misprint}。", f"{right}。", "江澜读书月来了。读书月开幕式延期。")
    assert (told.canonical, told.variants) == (right, (misprint,))
