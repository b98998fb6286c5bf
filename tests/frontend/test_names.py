"""Names that the pages and the search box both show."""

from __future__ import annotations

import re
from pathlib import Path

from hujian.search.pages import _BLOCKS, _UNSEEN
from hujian.settings import LEVEL_NAMES

FACTS = Path(__file__).parents[2] / "tools" / "frontend" / "src" / "core" / "facts.ts"


def test_the_search_box_names_levels_as_the_pages_do() -> None:
    shown = dict(re.findall(r'^  (\w+): "(\w+)",$', FACTS.read_text("utf-8"), re.MULTILINE))
    assert shown == {k: v for k, v in LEVEL_NAMES.items() if k != "unknown"}


def test_the_page_and_the_search_know_the_same_blocks() -> None:
    """A wording is marked within the blocks in which it is found."""
    script = (FACTS.parents[1] / "marks" / "blocks.ts").read_text("utf-8")
    lists = script[script.index("new Set(") : script.index(".split")]
    assert {name.lower() for name in re.findall(r"\b[A-Z][A-Z0-9]*\b", lists)} == _BLOCKS
    unseen = re.search(r'const UNSEEN = "(.*)"', script)
    assert unseen
    assert set(unseen[1].split(", ")) == _UNSEEN
