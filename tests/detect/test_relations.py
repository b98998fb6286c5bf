"""Who is older, how much stands where, what hangs together: what is told about documents and formulations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detect.planting import CLAUSES
from hujian.detect import detect
from hujian.detect.chronology import Chronology
from hujian.detect.formulations.expansions import expansions, numbered
from hujian.detect.formulations.nesting import containing
from hujian.detect.letters.places import Places
from hujian.detect.letters.stream import build_stream
from hujian.detect.letters.suffixes import suffixes
from hujian.model import Document, Heading, Instruction, Span
from making import make_document

SHARED = "坚持把图书馆办到群众身边，让每一个孩子都有书可读。"


def dated(*dates: str | None) -> list[Document]:
    return [
        make_document(SHARED, f"{CLAUSES[at]}。", path=f"{at}.txt", date=date)
        for at, date in enumerate(dates)
    ]


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2022", "2023", True),
        ("2022-12", "2023", True),
        ("2023", "2023-06", False),
        ("2023-06", "2023", False),
        ("2023-06-28", "2023-06-29", True),
        (None, "2023", False),
        ("2023", None, False),
    ],
)
def test_before(one: str | None, other: str | None, before: bool) -> None:
    assert Chronology(dated(one, other)).before("0.txt", "1.txt") is before


def test_the_earliest_place_is_told_only_where_the_dates_tell() -> None:
    places = [Span(f"{at}.txt", 0, 4) for at in range(3)]
    assert Chronology(dated("2023", "2021-05", "2022")).earliest(places) == places[1]
    assert Chronology(dated("2023", "2023-05", "2024")).earliest(places) is None
    assert Chronology(dated("2023", None, "2024")).earliest(places) is None


def test_matches_formulations_and_families_tell_the_earliest() -> None:
    detection = detect(dated("2023", "2021", "2022"))
    assert {(m.a.document, m.b.document): m.earlier for m in detection.matches} == {
        ("0.txt", "1.txt"): "b",
        ("0.txt", "2.txt"): "b",
        ("1.txt", "2.txt"): "a",
    }
    (family,) = detection.families
    assert [p.document for p in family.places] == ["0.txt", "1.txt", "2.txt"]
    assert family.earliest == family.places[1]


def test_coverage_counts_letters_in_both_directions() -> None:
    one = make_document(SHARED, path="a.txt")
    other = make_document(SHARED, "此外另有一句与别处毫不相干的话写在这里。", path="b.txt")
    forward, backward = detect([one, other]).coverage
    assert (forward.document, forward.other, backward.document) == ("a.txt", "b.txt", "b.txt")
    assert forward.shared == backward.shared == forward.letters == 23
    assert forward.share == 1.0
    assert 0.5 < backward.share < 0.6


def test_a_wording_knows_what_contains_it() -> None:
    assert containing(["从严治党", "全面从严治党", "全面从严治党永远在路上"]) == [[1, 2], [2], []]


@given(st.lists(st.text("甲乙", min_size=1, max_size=6), unique=True))
def test_every_wording_knows_all_that_contain_it(wordings: list[str]) -> None:
    holders = [[at for at, one in enumerate(wordings) if part != one and part in one] for part in wordings]
    assert containing(wordings) == holders


@pytest.mark.parametrize(
    ("wording", "meaning"),
    [
        ("四个意识", (4, "意识")),
        ("十三个坚持", (13, "坚持")),
        ("二十个字", None),
        ("三农", None),
        ("一个人家", None),
    ],
)
def test_numbered(wording: str, meaning: tuple[int, str] | None) -> None:
    assert numbered(wording) == meaning


def spelt_out(wording: str, *lines: str, headings: tuple[Heading, ...] = ()) -> list[str]:
    document = make_document(*lines, headings=headings)
    stream = build_stream([document])
    found = expansions(stream, Places(stream, suffixes(stream)), wording)
    return [document.text[s.start : s.end] for s in found]


def test_a_list_of_phrases_is_an_expansion() -> None:
    line = "要增强读者意识、书目意识、安全意识和学习意识，做好工作。"
    assert spelt_out("四个意识", line.replace("和", "、")) == ["要增强读者意识、书目意识、安全意识、学习意识"]
    assert spelt_out("五个意识", line.replace("和", "、")) == []


def test_clauses_with_the_same_end_are_an_expansion() -> None:
    line = "把初犯同惯犯区分开来，把无心同有意区分开来，把公事同私事区分开来。"
    assert spelt_out("三个区分开来", line) == [line[:-1]]


def test_headings_of_one_section_are_an_expansion() -> None:
    lines = ("第一，坚持读书。甲。", "第二，坚持思考。乙。", "第三，坚持写作。丙。")
    starts = (0, 11, 22)
    headings = tuple(
        Heading(1, f"第{n}，", s, s + 8, True, at)
        for at, (n, s) in enumerate(zip("一二三", starts, strict=True))
    )
    assert spelt_out("三个坚持", *lines, headings=headings) == ["\n".join(lines)[:30]]


def test_a_name_and_its_list_belong_together_though_each_stands_once() -> None:
    name = make_document("要做到“三个坚持”，一以贯之。", path="a.txt")
    spelling = make_document("坚持读书，坚持思考，坚持写作。", path="b.txt")
    (formulation,) = detect([name, spelling]).formulations
    assert formulation.canonical == "“三个坚持”"
    assert [span.document for span in formulation.expansions] == ["b.txt"]


def wished(*wishes: Instruction) -> tuple[dict[str, tuple[str, ...]], dict[str, str], list[int]]:
    documents = [
        make_document("认真落实第一粒扣子工程。扣好人生第一粒扣子。", path="a.txt"),
        make_document("认真落实第一粒扣子工程。系好人生第一粒扣子。", path="b.txt"),
    ]
    detection = detect(documents, wishes)
    entries = {f.canonical: f.variants for f in detection.formulations}
    return entries, {f.canonical: f.name for f in detection.formulations}, [w.line for w in detection.idle]


def test_the_keeper_adds_and_forbids() -> None:
    before, _, _ = wished()
    assert "第一粒扣子工程" in "".join(before)
    unwanted = next(w for w in before if "工程" in w)
    after, _, idle = wished(
        Instruction("add", ("第一粒",), 1),
        Instruction("forbid", (unwanted,), 2),
        Instruction("add", ("无此",), 3),
    )
    assert "第一粒" in after
    assert unwanted not in after
    assert idle == [3]


def test_the_keeper_merges_and_names() -> None:
    after, names, idle = wished(
        Instruction("merge", ("扣好人生第一粒扣子", "系好人生第一粒扣子"), 1),
        Instruction("name", ("系好人生第一粒扣子",), 2, "第一粒扣子"),
        Instruction("merge", ("扣好人生第一粒扣子", "没有的"), 3),
        Instruction("forbid", ("没有的",), 4),
    )
    assert "系好人生第一粒扣子" in after["扣好人生第一粒扣子"]
    assert names["扣好人生第一粒扣子"] == "第一粒扣子"
    assert idle == [3, 4]


def test_a_name_follows_its_formulation_into_a_merger() -> None:
    _, names, _ = wished(
        Instruction("name", ("系好人生第一粒扣子",), 1, "第一粒扣子"),
        Instruction("merge", ("扣好人生第一粒扣子", "系好人生第一粒扣子"), 2),
    )
    assert names["扣好人生第一粒扣子"] == "第一粒扣子"
    _, names, _ = wished(
        Instruction("add", ("人生",), 1),
        Instruction("name", ("第一粒扣子",), 2, "第二个名称"),
        Instruction("name", ("人生",), 3, "第一个名称"),
        Instruction("merge", ("人生", "第一粒扣子"), 4),
    )
    assert names["人生"] == "第一个名称"  # of two, that of the wording told first


def test_a_forbidden_formulation_takes_its_name_with_it() -> None:
    _, names, _ = wished(
        Instruction("name", ("第一粒",), 1, "旧名称"),
        Instruction("forbid", ("第一粒",), 2),
        Instruction("add", ("第一粒",), 3),
    )
    assert names["第一粒"] == ""
