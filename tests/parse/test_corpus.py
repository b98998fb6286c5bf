"""Seventy years of work reports in ../shared/corpora: spot checks read by eye."""

from __future__ import annotations

from pathlib import Path

import pytest

from hujian.clean import clean, load_rules
from hujian.model import CleanText, Document
from hujian.parse import parse
from hujian.read import read_folder

REPORTS = Path(__file__).parents[3] / "shared" / "corpora" / "gwr_cpc"


@pytest.fixture(scope="module")
def texts() -> tuple[CleanText, ...]:
    if not REPORTS.is_dir():
        pytest.skip("../shared/corpora/gwr_cpc is absent: the work reports are not tested")
    rules, _ = load_rules(None)
    return tuple(clean(source, rules) for source in read_folder(REPORTS).sources)


@pytest.fixture(scope="module")
def reports(texts: tuple[CleanText, ...]) -> dict[str, Document]:
    return {text.source.path[:5]: parse(text) for text in texts}


def top(document: Document, depth: int = 1) -> list[str]:
    return [h.marker for h in document.headings if h.depth == depth]


def test_every_report_has_a_stated_title_and_is_national(reports: dict[str, Document]) -> None:
    assert {d.title.basis for d in reports.values()} == {"stated"}
    years = [d for key, d in reports.items() if key[:4].isdigit()]
    assert len(years) > 45
    assert {d.level.value for d in years} == {"national"}
    assert all(d.date.value and d.date.value[:4] == d.path[:4] for d in years)


def test_full_dates_and_speakers_where_the_text_has_them(reports: dict[str, Document]) -> None:
    assert (reports["2024_"].date.value, reports["2024_"].speaker.value) == ("2024-03-05", "李强")
    assert (reports["1957_"].date.value, reports["1957_"].speaker.value) == ("1957-06-26", "周恩来")
    assert reports["cpc20"].speaker.value == "习近平"
    assert reports["cpc19"].date.value == "2017-10-18"


@pytest.mark.parametrize(
    ("key", "markers"),
    [
        ("1955_", ["一、", "二、", "三、", "四、"]),
        ("1957_", ["一、", "二、", "三、", "四、", "五、"]),
        ("1981_", ["（一）", "（二）", "（三）"]),
        ("1997_", ["一、", "二、", "三、", "四、", "五、", "六、", "七、"]),
        ("2003_", ["一、", "二、"]),
        ("2024_", ["一、", "二、", "三、"]),
    ],
)
def test_main_headings(reports: dict[str, Document], key: str, markers: list[str]) -> None:
    assert top(reports[key]) == markers


def test_the_inverted_numbering_of_1981(reports: dict[str, Document]) -> None:
    assert [m[:-1] for m in top(reports["1981_"], 2)] == [*"一二三四五六七八九十"]


def test_modern_reports_have_unnumbered_leads_and_old_ones_do_not(reports: dict[str, Document]) -> None:
    def leads(key: str) -> int:
        return sum(h.run_in and not h.marker for h in reports[key].headings)

    assert leads("2024_") == 31
    assert [leads(key) for key in ("1954_", "1957_", "1964_", "1975_", "1978_", "1983_")] == [0] * 6
