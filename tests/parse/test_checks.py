"""Findings about structure: what must be told, and what must not."""

from __future__ import annotations

import pytest

from hujian.model import CleanText, Finding, Segment
from hujian.parse import check, parse
from making import make_document

TITLE = "在2023年全市阅读工作会议上的讲话"


def findings(*lines: str, code: str | None = None) -> list[Finding]:
    found = check(parse(make_document(TITLE, *lines).clean))
    assert all(f.message and f.remedy and f.source == "a.txt" for f in found)
    return [f for f in found if code in {None, f.code}]


def marked(*lines: str, code: str) -> list[str]:
    text = "\n".join((TITLE, *lines))
    return [text[f.start : f.end] for f in findings(*lines, code=code)]


def test_a_sound_text_has_none() -> None:
    assert (
        findings("同志们：", "今天，我讲两点意见。", "一、建阵地", "书房要建好。", "二、聚人气", "人要聚拢。")
        == []
    )


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("他说：“书房要建好。", ["“"]),
        ("他说：书房要建好。”", ["”"]),
        ("书房（含书屋要建好。", ["（"]),
        ("《云麓市书房条例已经公布。", ["《"]),
        ("【通知书房开放。", ["【"]),
        ("‘书房要建好。", ["‘"]),
        ("书房(含书屋）要建好。", []),
        ("1）书房要建好。", []),
        ("It’s a library.", []),
        ("“书房”和《条例》（试行）【修订】‘附’。", []),
        ("他说：“‘书房’要建好。”", []),
    ],
)
def test_unbalanced_quotes(line: str, sign: list[str]) -> None:
    assert marked(line, code="unbalanced-quotes") == sign


def test_a_quotation_over_several_paragraphs_opens_in_each_and_closes_once() -> None:
    lines = ("他说：“书房要建好。", "“人要聚拢。", "“账要记清。”")
    assert marked(*lines, code="unbalanced-quotes") == []


def test_a_pair_that_a_broken_line_tore_is_told_once() -> None:
    (finding,) = findings("去年通过的《", "云麓市书房条例", "》已经公布。", code="unbalanced-quotes")
    assert "第 2 段" in finding.message


@pytest.mark.parametrize(
    ("announcement", "told"),
    [
        ("下面，我讲三点意见。", ["三点意见"]),
        ("这里，我重点讲4个问题。", ["4个问题"]),
        ("今年要抓好以下三项工作：", ["三项工作"]),
        ("重点强调5方面意见。", ["5方面意见"]),
        ("下面，我讲两点意见。", []),
        ("下面，我讲几点意见。", []),
        ("去年我们办了三件事，读者很满意。", []),
        ("我讲过三点意见。大家都听进去了。", []),
        ("应当在三个工作日内办结。", []),
    ],
)
def test_announced_count(announcement: str, told: list[str]) -> None:
    lines = (
        announcement,
        "一、建阵地",
        "书房要建好。",
        "（一）选址",
        "选在路口。",
        "二、聚人气",
        "人要聚拢。",
    )
    assert marked(*lines, code="announced-count") == told


def test_a_count_that_no_heading_follows_announces_nothing_here() -> None:
    lines = ("今年要办好三件事。", "书房要建好。", "一、建阵地", "选址要好。", "二、聚人气", "人要聚拢。")
    assert marked(*lines, code="announced-count") == []


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ("一二三", []),
        ("一二四", ["四、"]),
        ("一二二三", ["二、"]),
        ("二三四", ["二、"]),
    ],
)
def test_numbering_gap(numbers: str, told: list[str]) -> None:
    lines = [line for n in numbers for line in (f"{n}、建阵地", "书房要建好，人要聚拢，账要记清，灯要点亮。")]
    assert marked(*lines, code="numbering-gap") == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("我讲三点意见。", "一是要重视。二是要落实。"), ["三点意见"]),
        (("我讲三点意见。", "一是要重视。", "二是要落实。"), ["三点意见"]),
        (("三点意见： 一、要重视。二、要落实。",), ["三点意见"]),
        (("要抓好三件事：一是建阵地；二是聚人气。大家都要出力。",), ["三件事"]),
        (("要抓好两件事：一是建阵地；二是聚人气；三是记好账。",), ["两件事"]),
        (("提四点要求，第一，建阵地。第二，聚人气。", "第三，记好账。"), ["四点要求"]),
        (("三点意见：", "（一）要重视。", "这是说明。", "（二）要落实。"), ["三点意见"]),
        (("要抓好三件事：一是建阵地；二是聚人气；三是记好账。",), []),
        (("要抓好三件事：一是建阵地；二是聚人气。", "三是记好账。"), []),
        (("要抓好三件事：一是建阵地；二是聚人气；三要记好账。",), []),
        (("要抓好三件事：一是建阵地；二是聚人气；最后是记好账。",), []),
        (
            ("要抓好三件事：一是建阵地。", "这件事说来话长。", "二是聚人气。", "也不容易。", "三是记好账。"),
            [],
        ),
        (("要抓好三件事，大家心里都有数。一是建阵地；二是聚人气。",), []),
        (("前三件事：一是建阵地；二是聚人气。", "第三件事：一是记账；二是对账。"), []),
    ],
)
def test_announced_count_of_items_in_running_text(lines: tuple[str, ...], told: list[str]) -> None:
    assert marked("同志们：", *lines, code="announced-count") == told


def test_a_count_before_a_later_sibling_announces_nothing() -> None:
    lines = ("一、建阵地", "今年要抓好三项工作。", "二、聚人气", "人要聚拢。")
    assert marked(*lines, code="announced-count") == []


def test_numbering_that_begins_anew_under_the_next_heading_is_no_gap() -> None:
    body = "书房要建好，人要聚拢，账要记清，灯要点亮。"
    lines = (
        "一、甲事",
        f"（一）建阵地。{body}",
        f"（二）聚人气。{body}",
        "二、乙事",
        f"（一）配图书。{body}",
        f"（二）点亮灯。{body}",
    )
    assert marked(*lines, code="numbering-gap") == []


def test_articles_count_through_the_chapters() -> None:
    lines = ("第一章 总则", "第一条 甲。", "第二条 乙。", "第二章 开放", "第三条 丙。", "第五条 丁。")
    assert marked(*lines, code="numbering-gap") == ["第五条"]


@pytest.mark.parametrize("date", ["（2023年13月5日）", "（2023年2月30日）", "（二〇二三年十三月）"])
def test_impossible_date(date: str) -> None:
    assert marked(date, "同志们：", code="impossible-date") == [date[1:-1]]


def test_missing_title_and_date() -> None:
    found = check(parse(make_document("同志们：", "书房要建好。").clean))
    assert [f.code for f in found] == ["no-date", "no-title"]
    assert all(f.start is None and "catalog.csv" in f.remedy for f in found)


def test_offsets_count_in_the_source() -> None:
    """The clean text lost two blanks of the source."""
    clean = parse(make_document(TITLE, "他说：“书房要建好。").clean).clean
    at = len(TITLE) + 1
    source = f"{TITLE}\n  {clean.text[at:]}"
    moved = CleanText(
        make_document(*source.split("\n")).clean.source,
        clean.text,
        (Segment(0, at, 0, at), Segment(at, len(clean.text), at + 2, len(source))),
        (),
    )
    (finding,) = (f for f in check(parse(moved)) if f.code == "unbalanced-quotes")
    assert source[finding.start : finding.end] == "“"
