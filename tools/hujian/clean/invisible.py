"""Control characters and characters without width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.clean.characters import CONTROL, ZERO_WIDTH
from hujian.clean.context import Context
from hujian.clean.draft import Cut

_JOINED = r"[\u0600-\u1aff\u2190-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"  # emoji, complex scripts
INVISIBLE_RUN = re.compile(
    rf"(?:(?<={_JOINED})[\u200c\u200d](?={_JOINED})|(?P<gone>[{ZERO_WIDTH}{CONTROL}]))"
)


def invisible_cuts(text: str, context: Context) -> Iterator[Cut]:
    """They go, except for joiners that shape emoji and complex scripts."""
    if text.isascii() and text.isprintable():
        return
    reason = context.rules.reason("invisible-character")
    for found in INVISIBLE_RUN.finditer(text):
        if found["gone"]:
            yield Cut(found.start(), found.end(), "invisible-character", reason)
