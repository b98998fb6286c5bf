"""Names that the pages and the search box both show."""

from __future__ import annotations

import re
from pathlib import Path

from hujian.settings import LEVEL_NAMES

FACTS = Path(__file__).parents[2] / "tools" / "frontend" / "src" / "core" / "facts.ts"


def test_the_search_box_names_levels_as_the_pages_do() -> None:
    shown = dict(re.findall(r'^  (\w+): "(\w+)",$', FACTS.read_text("utf-8"), re.MULTILINE))
    assert shown == {k: v for k, v in LEVEL_NAMES.items() if k != "unknown"}
