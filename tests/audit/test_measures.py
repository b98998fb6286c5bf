"""What the audit rests on: which pages stand for all, and how slow the simulated phone is."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.lighthouse import slowdown_for
from audit.pages import a_comparison, largest_document, pages_of_each_kind


def test_every_kind_of_page_is_looked_at(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (tmp_path / "index.html").write_text("首页", "utf-8")
    (texts / "index.html").write_text("目录", "utf-8")
    for name, length in (("a", 1), ("b", 9), ("c", 5)):
        (texts / f"{name}.html").write_text("字" * length, "utf-8")
    assert pages_of_each_kind(tmp_path) == ["index.html", "texts/index.html", "texts/a.html", "texts/b.html"]
    assert largest_document(tmp_path) == "texts/b.html"
    assert a_comparison(tmp_path) is None
    (texts / "c.html").write_text('<a href="../compare.html?a=x&amp;b=y">', "utf-8")
    assert a_comparison(tmp_path) == "compare.html?a=x&b=y"


@pytest.mark.parametrize(("benchmark", "times"), [(100, 1), (150, 1), (475, 1.5), (1300, 3), (2500, 6)])
def test_a_weak_machine_is_slowed_down_less(benchmark: float, times: float) -> None:
    assert slowdown_for(benchmark) == pytest.approx(times)
