"""Documents on a line of time."""

from __future__ import annotations

import re

from hujian.write.timeline import Point, gathered, lane_rows, timeline


def point(level: str, date: str | None, name: str = "甲") -> Point:
    return Point(level, date, name, "texts/a.html", 1)  # type: ignore[arg-type]


def test_each_document_is_a_link_in_the_lane_of_its_level() -> None:
    picture = timeline([point("city", "2024-03"), point("national", "2023-06-28"), point("city", None)], "题")
    assert re.findall(r'class="hj-fig-name"[^>]*>([^<]+)<', picture) == ["全国", "市级", "无日期"]
    assert picture.count("<a href=") == 3
    assert "甲，全国，2023年6月28日" in picture
    across = [float(x) for x in re.findall(r'<circle[^>]* cx="([\d.]+)%"', picture)]
    assert all(0 <= x <= 100 for x in across)
    assert across[0] < across[1]


def test_the_undated_stand_apart_from_the_line_of_time() -> None:
    apart, line = "hj-fig-dot--undated", "hj-fig-lane"
    picture = timeline([point("city", "2024-03"), point("city", None)], "题")
    assert (picture.count(apart), picture.count(line), picture.count("hj-fig-rule")) == (1, 1, 1)
    assert picture.index("hj-fig-rule") < picture.index(apart)
    alone = timeline([point("city", None)], "题")
    assert (alone.count(apart), alone.count(line), alone.count("hj-fig-rule")) == (1, 0, 0)


def test_an_unknown_day_is_no_point_in_time() -> None:
    points = [point("city", "2023"), point("city", "2023-03"), point("city", "2023-06-28")]
    bars = re.findall(r'class="hj-fig-span" x1="([\d.]+)%" x2="([\d.]+)%"', timeline(points, "题"))
    assert [(float(a), float(b)) for a, b in bars] == [(0, 100), (16.7, 25)]


def test_nothing_makes_no_picture_and_names_are_escaped() -> None:
    assert timeline([], "题") == ""
    assert "<b>" not in timeline([point("city", None, "<b>")], "<b>")


def test_many_documents_are_gathered_by_month_and_none_is_lost() -> None:
    points = [point("city", f"2024-{1 + n % 12:02d}-{1 + n % 28:02d}") for n in range(500)]
    points += [point("city", None) for _ in range(3)]
    assert len(gathered(points)) == 13
    assert sum(p.weight for p in gathered(points)) == 503
    assert timeline(points, "题").count("<circle") == 13
    assert lane_rows(points)[0].documents == 503


def test_a_level_s_first_date_tells_how_many_dates_are_unknown() -> None:
    (row,) = lane_rows([point("city", "2024-03"), point("city", None), point("city", "2023")])
    assert (row.first, row.last, row.undated) == ("2023年", "2024年3月", 1)


def test_many_years_are_gathered_by_year() -> None:
    assert len(gathered([point("unit", f"{1950 + n % 70}-05-01") for n in range(210)])) == 70
