"""Control characters and characters without width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.clean.characters import CONTROL, UNSEEN_ASTRAL, ZERO_WIDTH
from hujian.clean.context import Context
from hujian.clean.draft import Cut

_JOINED = r"[\u0600-\u1aff\u2190-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"  # emoji, complex scripts
ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")
INVISIBLE = re.compile(f"[{ZERO_WIDTH}{CONTROL}]")
INVISIBLE_ANYWHERE = re.compile(f"[{ZERO_WIDTH}{CONTROL}{UNSEEN_ASTRAL}]")
SHAPING_JOINER = re.compile(rf"(?<={_JOINED})[\u200c\u200d](?={_JOINED})")


def invisible_cuts(text: str, context: Context) -> Iterator[Cut]:
    """They go, except for joiners that shape emoji and complex scripts."""
    reason = context.rules.reason("invisible-character")
    pattern = INVISIBLE_ANYWHERE if ASTRAL.search(text) else INVISIBLE
    for found in pattern.finditer(text):
        if not SHAPING_JOINER.match(text, found.start()):
            yield Cut(found.start(), found.end(), "invisible-character", reason)
