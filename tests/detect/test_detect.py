"""Golden cases of detect, in sentences of our own."""

from __future__ import annotations

import pytest

from conftest import SHARED
from detect.planting import CLAUSES, collection, text_of
from hujian.clean import clean_all, load_rules
from hujian.detect import detect
from hujian.model import Detection
from hujian.parse import parse
from hujian.read import read_folder


def test_nothing_comes_of_nothing() -> None:
    assert detect([]) == Detection()
    assert detect(collection("")) == Detection()
    assert detect(collection("一")) == Detection()
    assert detect(collection("读书。", "看报。")).matches == ()


def test_a_formulation_has_all_its_places() -> None:
    documents = collection(
        "全面推行免费开放、便利可及的服务方针。我们坚持免费开放、便利可及。",
        "去年，市馆落实免费开放便利可及的要求。",
        "坚持免费开放、便利可及，读者越来越多。",
    )
    formulation = next(f for f in detect(documents).formulations if "免费开放" in f.canonical)
    places = [text_of(documents, o) for o in formulation.occurrences]
    assert len(places) == 4
    assert all("免费开放" in place and "便利可及" in place for place in places)
    assert formulation.documents == 3


def test_variants_join_their_formulation() -> None:
    documents = collection(
        "夜间自习室延长到二十二点关门。甲馆照办。",
        "夜间自习室都延长到二十二点关门。乙馆照办。",
        "夜间自习室延长到二十二点关门。丙馆照办。",
    )
    (formulation,) = (f for f in detect(documents).formulations if "自习室" in f.canonical)
    assert formulation.canonical == "夜间自习室延长到二十二点关门"
    assert formulation.variants == ("夜间自习室都延长到二十二点关门",)
    assert len(formulation.occurrences) == 3


def test_frames_are_no_formulations() -> None:
    documents = collection(
        "要全面落实各项部署，扎实推进阅读推广。经过3年多努力，有了起色。",
        "深入研究之后再全面落实，扎实推进古籍修复。经过3年多努力，还差一点。",
    )
    canonical = {f.canonical for f in detect(documents).formulations}
    assert canonical.isdisjoint({"全面落实", "扎实推进", "3年多"})


def test_ids_are_stable_and_begin_with_a_letter() -> None:
    documents = collection(f"{CLAUSES[0]}。甲。", f"乙。{CLAUSES[0]}。", f"丙，{CLAUSES[0]}。")
    more = [*documents, *collection("", "", "", f"{CLAUSES[5]}。")[3:]]
    before, after = detect(documents), detect(more)
    assert [f.id for f in before.formulations] == [f.id for f in after.formulations]
    assert [m.id for m in before.matches] == [m.id for m in after.matches]
    assert all(f.id[0] == "f" and f.id.isalnum() and f.id == f.id.lower() for f in before.formulations)


def test_progress_is_told() -> None:
    told: list[tuple[str, float]] = []
    detect(collection(CLAUSES[0], CLAUSES[0]), progress=lambda phase, done: told.append((phase, done)))
    assert told[0][1] == 0
    assert told[-1][1] == 1
    assert [done for _, done in told] == sorted(done for _, done in told)


def test_the_seeds_share_what_we_know_they_share() -> None:
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("../shared/seeds is absent: the real texts are not tested, our own are")
    rules, _ = load_rules(None)
    documents = [parse(text) for text in clean_all(read_folder(folder).sources, rules)]
    detection = detect(documents)
    assert len(detection.matches) > 150
    assert detection.copies == ()
    assert max(f.documents for f in detection.formulations) == len(documents)


def test_labels() -> None:
    footer = "本文由各馆自行校对，转载须注明出处，谢谢合作。"
    documents = collection(
        f"某部门指出，借阅证办理不再收取押金。{CLAUSES[0]}。\n{footer}",
        f"某部门强调，借阅证办理不再收取押金。甲馆{CLAUSES[0]}。\n{footer}",
        f"某部门强调，借阅证办理不再收取押金。乙馆{CLAUSES[0]}。\n{footer}",
    )
    labels = {f.canonical: f.label for f in detect(documents).formulations}
    assert labels["借阅证办理不再收取押金"] == "quotation"
    assert labels["本文由各馆自行校对"] == labels["转载须注明出处"] == "template"
    assert labels[CLAUSES[0]] == "slogan"


def test_what_says_no_is_no_variant_of_what_says_yes() -> None:
    (one, other) = ("在借还登记上严守阅览室规矩", "在借还登记上不守阅览室规矩")
    formulations = detect(collection(f"{one}。", f"{other}。", f"{one}。")).formulations
    assert not any({one, other} <= {f.canonical, *f.variants} for f in formulations)


def test_other_verbs_before_the_same_object_make_variants() -> None:
    formulations = detect(collection("优化借阅环境，做好工作。", "改善借阅环境，开门迎客。")).formulations
    assert [{f.canonical, *f.variants} for f in formulations] == [{"优化借阅环境", "改善借阅环境"}]


def test_a_figure_is_not_torn_from_its_unit() -> None:
    detection = detect(collection("2021年全市公共图书馆总结报告", "2022年全市公共图书馆总结报告"))
    texts = [f.canonical for f in detection.formulations]
    assert not any(text.startswith("年") for text in texts)


def test_what_stands_in_quotation_marks_is_an_entry_even_inside_a_longer_one() -> None:
    line = "健全“揭榜荐书”机制，做好服务。"
    formulations = detect(collection(line, line, "实行“揭榜荐书”办法，面向全市读者。")).formulations
    assert any("揭榜荐书" in f.canonical and len(f.canonical) <= 6 for f in formulations)


def test_no_formulation_leads_on_to_a_word_left_out() -> None:
    documents = collection(
        "馆长关于古籍修复的要求写进制度。今年读者服务和馆藏建设取得新成绩。",
        "馆长关于古籍修复办法已经印发。去年读者服务和馆藏建设取得重大进展。",
        "会议讨论馆长关于古籍修复意见。前年读者服务和馆藏建设取得了明显成效。",
    )
    canonical = {f.canonical for f in detect(documents).formulations}
    assert canonical
    assert not any(wording.endswith(("关于古籍修复", "取得")) for wording in canonical)


def test_an_adjective_that_a_mark_closes_is_a_predicate() -> None:
    documents = collection(
        "馆员要做到懂书籍、爱读者、服务好。",
        "建设懂书籍、爱读者、服务好的队伍。",
        "牢记“懂书籍、爱读者、服务好”。",
    )
    canonical = {f.canonical for f in detect(documents).formulations}
    assert "懂书籍、爱读者、服务好" in canonical
    assert "懂书籍、爱读者、服务" not in canonical


def test_a_line_broken_in_a_word_is_no_formulation() -> None:
    whole = "政府工作报告"
    uses = ("馆长宣读", "请各馆讨论", "大家都看过", "附件是", "读者想要", "印发", "归档的有", "还缺一份")
    documents = collection(
        *(f"前言。\n{whole[:-1]}\n告\n{use}{whole}。" for use in uses[:2]),
        *(f"{use}{whole}。" for use in uses[2:]),
    )
    canonical = {f.canonical for f in detect(documents).formulations}
    assert whole in canonical
    assert whole[:-1] not in canonical
