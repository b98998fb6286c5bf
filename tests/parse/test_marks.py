"""Numerals, markers, dates and sentence ends."""

from __future__ import annotations

import pytest

from hujian.parse.catalog_dates import read_date_cell
from hujian.parse.dates import find_dates
from hujian.parse.markers import find_marker
from hujian.parse.numerals import numeral
from hujian.parse.sentences import lead_end, sentence_end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("十三", 13),
        ("二十", 20),
        ("二十一", 21),
        ("一百零八", 108),
        ("一百一十一", 111),
        ("一千二百六十", 1260),
        ("二〇二三", 2023),
        ("二○二三", 2023),
        ("１２", 12),
        ("12", 12),
        ("③", 3),
        ("⑫", 12),
        ("", None),
        ("甲", None),
        ("十甲", None),
    ],
)
def test_numeral(text: str, value: int | None) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize(
    ("text", "family", "number", "label"),
    [
        ("一、总体要求", "comma", 1, "一、"),
        ("十三、附则", "comma", 13, "十三、"),
        ("（一）建阵地", "paren", 1, "（一）"),
        ("(二)建阵地", "paren", 2, "(二)"),
        ("1. 建阵地", "figure", 1, "1."),
        ("1．建阵地", "figure", 1, "1．"),
        ("12、建阵地", "figure", 12, "12、"),
        ("（1）建阵地", "paren-figure", 1, "（1）"),
        ("1）建阵地", "paren-figure", 1, "1）"),
        ("①建阵地", "circled", 1, "①"),
        ("第一，建阵地", "ordinal", 1, "第一，"),
        ("第十三、建阵地", "ordinal", 13, "第十三、"),
        ("第一章 总则", "chapter", 1, "第一章"),
        ("第二节 开放", "section", 2, "第二节"),
        ("第一百二十条 甲", "article", 120, "第一百二十条"),
        ("第三条之一 甲", "article", 3, "第三条之一"),
        ("一是建阵地", "one-is", 1, "一是"),
        ("二要建阵地", "one-must", 2, "二要"),
        ("首先，建阵地", "ordinal", 1, "首先，"),
        ("——阵地更加健全", "dash", 0, "——"),
        ("## 第一章 总则", "chapter", 1, "第一章"),
        ("## 总则", "hash-2", 0, ""),
    ],
)
def test_marker(text: str, family: str, number: int, label: str) -> None:
    marker = find_marker(text)
    assert marker is not None
    assert (marker.family, marker.number, marker.label) == (family, number, label)


@pytest.mark.parametrize(
    "text",
    [
        "1.5亿册图书",
        "2023年",
        "2023.6.28",
        "一、二三产业",
        "一、二等奖",
        "第一产业",
        "第一书记",
        "第一条道路",
        "第一节课",
        "一是一，二是二",
        "一要素保障",
        "二要点",
        "首先发言的是",
        "#标签",
        "",
        "——",
    ],
)
def test_no_marker(text: str) -> None:
    marker = find_marker(text)
    assert marker is None or marker.family.startswith("hash")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("建阵地。聚人气。", 4),
        ("他说“建好。建好。”然后走了。又来。", 15),
        ("“建好。没有下引号。再来", 4),
        ("没有句号", 4),
        ("真的吗？真的。", 4),
    ],
)
def test_sentence_end(text: str, end: int) -> None:
    assert sentence_end(text) == end


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("目标任务：到后年建成。以后再说。", "目标任务："),
        ("他强调：要建好。以后再说。", "他强调：要建好。"),
        ("有关要求如下：要建好。以后再说。", "有关要求如下：要建好。"),
        ("建阵地。以后再说：好。", "建阵地。"),
    ],
)
def test_a_colon_closes_a_short_title_only(text: str, lead: str) -> None:
    assert text[: lead_end(text, 0)] == lead


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2023年6月28日", ["2023-06-28"]),
        ("2023年6月", ["2023-06"]),
        ("2023年", ["2023"]),
        ("一九五四年九月二十三日", ["1954-09-23"]),
        ("二〇二三年元月", ["2023-01"]),
        ("2024年2月29日", ["2024-02-29"]),
        ("2023年2月29日", [None]),
        ("2023/6/28和2023.06", ["2023-06-28", "2023-06"]),
        ("3.14和12.5和1.2.3", []),
        ("9023年", []),
        ("民国三十年五月四日", ["1941-05-04"]),
        ("中華民國卅年五月廿八日", ["1941-05-28"]),
        ("民国元年与民国30年6月", ["1912", "1941-06"]),
        ("民国三十年五月初四", []),
        ("民国五十年代", []),
        ("二〇二三年六月初八", []),
        ("2023年代表大会", ["2023"]),
        ("今年去年", []),
    ],
)
def test_dates(text: str, dates: list[str | None]) -> None:
    assert [d.iso for d in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2023", "2023"),
        ("1750", "1750"),
        ("0750", None),
        ("1750-06-28", None),
        ("2023-06", "2023-06"),
        ("2023.6", "2023-06"),
        ("45105", "2023-06-28"),
        ("Jun-23", "2023-06"),
        ("Jun-1954", "1954-06"),
        ("28-Jun-23", "2023-06-28"),
        ("2023/6/28 00:00:00", "2023-06-28"),
        ("20230628", "2023-06-28"),
        ("20231328", None),
        ("民国三十年五月四日", "1941-05-04"),
        ("6月28日", None),
        ("2023-6-31", None),
        ("123", None),
        ("昨天", None),
        ("2023年6月28日左右", None),
    ],
)
def test_date_cells(cell: str, iso: str | None) -> None:
    assert read_date_cell(cell) == iso
