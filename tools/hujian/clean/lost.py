"""Characters that were lost before the file came to us."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.clean.characters import LOST
from hujian.clean.context import Context
from hujian.clean.draft import Cut

LOST_RUN = re.compile(f"[{LOST}]+")
GAP = "□"
"""The customary mark for an illegible character (虚缺号): the gap stays visible."""


def lost_character_cuts(text: str, context: Context) -> Iterator[Cut]:
    """A run of replacement characters is one gap; how many characters it was nobody knows."""
    reason = context.rules.reason("lost-character")
    for found in LOST_RUN.finditer(text):
        yield Cut(found.start(), found.end(), "lost-character", reason, GAP)
