"""The bench's page says plainly which goals are missed."""

from __future__ import annotations

import pytest

from bench.detect import GOALS, SHARES, exponent, table

FIGURES = {"letters": 1.0, "loop": 0.5, "matches": 0.0, "formulations": 0.0, "copies": 0.0}


def test_a_row_with_a_goal_says_whether_it_is_met() -> None:
    (cpu, rss), all_of_them = GOALS["laws"].values(), SHARES[-1] + 1.0
    rows = [
        ("laws", FIGURES | {"documents": float(SHARES[-1]), "cpu": cpu * 9, "rss": rss * 9}),
        ("laws", FIGURES | {"documents": all_of_them, "cpu": cpu + 0.1, "rss": rss}),
    ]
    share, whole = (line.split(" | ") for line in table(rows).splitlines()[2:])
    assert (share[4], share[7]) == ("", "")  # the goals are those of the whole
    assert whole[4].endswith("missed")
    assert whole[7].endswith("met")


def test_growth_is_that_of_the_work_whatever_the_clock() -> None:
    clocks = {100.0: 0.4, 200.0: 0.8, 400.0: 0.5, 6400.0: 0.4}
    rows = [
        ("laws", FIGURES | {"letters": size, "loop": loop, "cpu": size**1.2 * loop})
        for size, loop in clocks.items()
    ]
    assert exponent(rows, "cpu") == pytest.approx(1.2)
