"""Detect keeps to the pinned floors, and the scorer itself can fail."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from quality import formulation_score, passage_score, score
from quality.gold import COUNTY, GOLD, load_gold
from quality.report import report
from quality.word_ends import ends_inside_words


@pytest.fixture(params=[GOLD, COUNTY], ids=lambda folder: str(folder.name))
def folder(request: pytest.FixtureRequest) -> Path:
    if not request.param.is_dir():
        pytest.skip("../shared/gold-dev is absent: detect is scored on the texts of the county alone")
    return Path(request.param)


def test_scores_are_not_below_the_floors(folder: Path) -> None:
    digest, found = score.scores(folder)
    pinned = json.loads(score.FLOORS[folder].read_text("utf-8"))
    assert pinned["gold_sha256"] == digest
    assert score.below(found, pinned["floors"]) == []
    if folder == GOLD:
        page = score.DOCS / "quality.md"
        assert page.read_text("utf-8") == report(digest, found), "run python -m quality.score --write"


def test_the_gold_itself_scores_full_marks(folder: Path) -> None:
    gold = load_gold(folder)
    scores = passage_score.passage_scores(gold, gold.passages)
    assert scores["recall"] == 1
    assert scores["precision"] == 1


def test_half_a_pair_is_found_and_less_is_not() -> None:
    gold = load_gold(COUNTY)
    pair = next(p for p in gold.passages if p.kind == "verbatim" and p.a[2] - p.a[1] == 10)

    def cut(length: int) -> passage_score.Pair:
        return dataclasses.replace(
            pair,
            a=(pair.a[0], pair.a[1], pair.a[1] + length),
            b=(pair.b[0], pair.b[1], pair.b[1] + length),
        )

    alone = dataclasses.replace(gold, passages=[pair])
    assert passage_score.passage_scores(alone, [cut(5)])["recall_verbatim"] == 1
    assert passage_score.judge(alone, [cut(4)])[0] == [pair]


def test_borderline_pairs_count_neither_way_and_others_are_wrong(folder: Path) -> None:
    gold = load_gold(folder)
    missed, wrong, _, _ = passage_score.judge(gold, gold.borderline[:10])
    assert wrong == []
    assert len(missed) > 0.75 * len(gold.passages)
    _, wrong, right, hit = passage_score.judge(gold, gold.negatives)
    assert right == []
    assert len(wrong) == len(hit) == len(gold.negatives)


def test_containment_of_three_quarters_counts() -> None:
    assert formulation_score.near("推动高质量发展", "着力推动高质量发展")
    assert not formulation_score.near("高质量发展", "着力推动高质量发展")


def test_lowering_a_floor_is_seen() -> None:
    assert score.below({"passages.recall": 0.9}, {"passages.recall": 0.95})
    assert score.below({"passages.negatives_hit": 0.05}, {"passages.negatives_hit": 0.02})
    assert not score.below({"passages.recall": 0.95}, {"passages.recall": 0.95})


def test_an_end_inside_a_word_is_counted() -> None:
    assert ends_inside_words({"a": "图书馆开门"}, [("a", 0, 3), ("a", 0, 2)]) == 0.25
