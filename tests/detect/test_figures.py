"""Figures that differ make no other formulation; ordinals and titles do."""

from __future__ import annotations

import numpy as np

from detect.planting import collection, wordings
from hujian.detect.formulations.clauses import distinct_clauses
from hujian.detect.formulations.figures import differ_in_figures
from hujian.detect.formulations.weights import weights_of
from hujian.detect.letters.stream import build_stream
from hujian.detect.letters.suffixes import suffixes


def _differing_in_figures(*lines: str) -> int:
    """How many pairs of clauses differ in figures only."""
    stream = build_stream(collection(*(f"{line}。" for line in lines)))
    clauses = distinct_clauses(stream, suffixes(stream), ())
    weights = weights_of(stream, clauses, np.arange(len(lines), dtype=np.int32))
    return len(differ_in_figures(stream, clauses, weights)[0])


def test_titles_of_different_texts_are_no_variants() -> None:
    one, other = "《江澜市公共图书馆夜间开放管理条例》", "《江澜市公共图书馆周末开放管理条例》"
    told = wordings(f"{one[1:-1]}，好。两份文件：{one}，{other}。", f"有人问起：{other}，{one}。")
    assert sorted(told, key=min) == sorted(({one}, {other}), key=min)
    one, other = "《江澜市图书馆2019年夜读办法（试行）》", "《江澜市图书馆2020年夜读办法（试行）》"
    told = wordings(f"有人问起：{one}，好。", f"两份文件：{other}，读者叫好。")
    assert not any("2019" in wording for own in told for wording in own)


def test_the_same_of_other_figures_is_one_formulation() -> None:
    days = [f"本借阅规则自{year}年{month}月1日起施行" for year in range(1950, 2022) for month in (1, 7, 10)]
    told = wordings(*(f"{day}。" for day in days))
    assert told == [set(days)]
    fines = ("对逾期不还的处三元以上十元以下违约金", "对逾期不还的处二十元以上五十元以下违约金")
    assert wordings(*(f"{fine}。" for fine in fines)) == [set(fines)]


def test_ordinals_and_short_clauses_are_not_alike_but_for_figures() -> None:
    first, second = "江澜市第一届夜读马拉松大会", "江澜市第十二届夜读马拉松大会"
    assert _differing_in_figures(first, second) == 0
    assert _differing_in_figures("借阅三百册", "借阅五百册") == 0
    assert _differing_in_figures("违反本规则第十二条第二款规定", "违反本规则第三条第一款规定") == 1


def test_figures_are_joined_around_the_wording_of_most_texts() -> None:
    rule = "本规则自{}起施行".format
    days = [*map(rule, ("二〇一九年十二月二十一日", "1996年3月5日", "一九八八年七月八日", "2034年8月9日"))]
    often = f"{days[0]}。大家看，" * 3
    told = wordings(often, f"{days[1]}。", f"{days[1]}。大家走。", f"{days[2]}。", f"{days[3]}。")
    assert set(days) in told
