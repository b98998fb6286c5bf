"""What the pages and the front end must know alike."""

from __future__ import annotations

import re
from pathlib import Path

from hujian.search.pages import _BLOCKS, _UNSEEN
from hujian.settings import LEVEL_NAMES, LEVELS
from hujian.write.sentences import END

FACTS = Path(__file__).parents[2] / "tools" / "frontend" / "src" / "core" / "facts.ts"


def test_levels_have_the_same_names_and_order() -> None:
    script = FACTS.read_text("utf-8")
    shown = re.findall(r'^  (\w+): "(\w+)",$', script, re.MULTILINE)
    unknown = re.search(r'LEVEL_NAMES\[level\] \?\? "(\w+)"', script)
    assert unknown
    assert [*shown, ("unknown", unknown[1])] == [(level, LEVEL_NAMES[level]) for level in LEVELS]


def test_levels_and_their_names_stand_in_one_file() -> None:
    """A name that is given twice is changed once."""
    named = [
        file.name
        for file in FACTS.parents[1].rglob("*.ts")
        if '"县级"' in file.read_text("utf-8") or '"层级未知"' in file.read_text("utf-8")
    ]
    assert named == [FACTS.name]


def test_a_sentence_ends_at_the_same_marks() -> None:
    """What is pointed at on a page is what its notes were made of."""
    script = (FACTS.parents[1] / "panel" / "places.ts").read_text("utf-8")
    found = re.search(r"^const END = /(.*)/gu;$", script, re.MULTILINE)
    assert found
    assert found[1] == END.pattern


def test_the_page_and_the_search_know_the_same_blocks() -> None:
    """A wording is marked within the blocks in which it is found."""
    script = (FACTS.parents[1] / "marks" / "blocks.ts").read_text("utf-8")
    lists = script[script.index("new Set(") : script.index(".split")]
    assert {name.lower() for name in re.findall(r"\b[A-Z][A-Z0-9]*\b", lists)} == _BLOCKS
    unseen = re.search(r'const UNSEEN = "(.*)"', script)
    assert unseen
    assert set(unseen[1].split(", ")) == _UNSEEN
