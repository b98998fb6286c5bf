"""The annotations of the county's texts are what their README.md says."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from rapidfuzz.distance import LCSseq

from hujian.fold import letters_of
from quality.gold import COUNTY, load_gold

GOLD = load_gold(COUNTY)
TEXTS = GOLD.texts


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (COUNTY / name).read_text("utf-8").splitlines()]


def alike(row: dict[str, Any]) -> tuple[str, int]:
    """Kind and number of common letters of a pair."""
    one, other = letters_of(row["a_text"]), letters_of(row["b_text"])
    common = LCSseq.similarity(one, other)
    ratio = 2 * common / (len(one) + len(other))
    kinds = ((one == other, "verbatim"), (ratio >= 0.8, "light"), (ratio >= 0.6, "adapted"), (True, "below"))
    return next(kind for true, kind in kinds if true), common


@pytest.mark.parametrize("name", ["passages.jsonl", "borderline.jsonl", "negatives.jsonl"])
def test_places_and_kinds(name: str) -> None:
    for row in rows(name):
        assert row["a"] < row["b"]
        for side in "ab":
            assert TEXTS[row[side]][row[f"{side}_start"] : row[f"{side}_end"]] == row[f"{side}_text"]
        kind, common = alike(row)
        assert row["kind"] == kind
        if name == "passages.jsonl":
            assert kind != "below"
            assert common >= 8
        elif name == "negatives.jsonl":
            assert 5 <= common <= 12


def test_no_long_common_wording_is_left_unjudged() -> None:
    judged = [row for name in ("passages", "borderline", "negatives") for row in rows(f"{name}.jsonl")]
    for one, other in itertools.combinations(sorted(TEXTS), 2):
        sides = [
            (letters_of(row["a_text"]), letters_of(row["b_text"]))
            for row in judged
            if (row["a"], row["b"]) == (one, other)
        ]
        for line in TEXTS[one].splitlines():
            folded = letters_of(line)
            for gram in (folded[at : at + 8] for at in range(len(folded) - 7)):
                if any(gram in letters_of(there) for there in TEXTS[other].splitlines()):
                    assert any(gram in a and gram in b for a, b in sides), gram


def test_formulations_stand_in_their_texts() -> None:
    for row in rows("formulations.jsonl"):
        wordings = [row["canonical"], *row["variants"]]
        assert all(any(wording in text for text in TEXTS.values()) for wording in wordings)
        documents = [name for name, text in sorted(TEXTS.items()) if any(w in text for w in wordings)]
        assert documents == row["documents"]
        assert len(documents) >= 2


def test_what_is_no_formulation_stands_in_two_texts() -> None:
    listed = {letters_of(w) for entry in GOLD.entries for w in (entry.canonical, *entry.variants)}
    for wording in GOLD.forbidden:
        assert sum(wording in text for text in TEXTS.values()) >= 2, wording
        assert letters_of(wording) not in listed
