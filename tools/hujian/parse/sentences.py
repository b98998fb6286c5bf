"""Where the first sentence of a paragraph ends."""

from __future__ import annotations

import re
from typing import Final

LEAD_LIMIT: Final = 60
"""Letters. Of 455 numbered leads in 88 work reports of 1954 to 2025 half have up to 15 and 95 in 100 up to
41; the 11 that have more than 60 stand among shorter siblings."""

STOPPED: Final = re.compile(r"[。！？!?…”’）)]$")
"""A line that ends like a finished sentence."""

_STOPS: Final = "。！？!?"
_OPENERS: Final = "“‘（《〈【「『(["
_CLOSERS: Final = "”’）》〉】」』)]"
_COLON_LEAD: Final = 20
_SPEAKING_END: Final = re.compile(
    r"(?:指出|强调|说|讲|认为|要求|提出|表示|写道|如下|包括|例如|比如|即|是|为|有|道|曰|问题|等)$"
)
_CLOSING_COLON: Final = "：:"


def sentence_end(text: str, start: int = 0) -> int:
    """Offset behind the first sentence from ``start`` on; quoted sentences do not end it.

    Where quotes are unbalanced, the first full stop of all ends it; where there is none, the text does.
    """
    depth = 0
    first = -1
    for at in range(start, len(text)):
        character = text[at]
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(0, depth - 1)
        elif character in _STOPS:
            if depth == 0:
                return at + 1
            first = at + 1 if first < 0 else first
    return first if first > 0 and depth else len(text)


def lead_end(text: str, start: int) -> int:
    """Offset behind the lead that begins at ``start``: up to a full stop, or a colon behind a short title.

    A colon after a verb of speaking or an announcement (指出：, 如下：) closes nothing.
    """
    end = sentence_end(text, start)
    for at in range(start, min(end, start + _COLON_LEAD + 1)):
        if text[at] in _CLOSING_COLON:
            lead = text[start:at]
            return at + 1 if len(lead) >= 2 and not _SPEAKING_END.search(lead) else end
    return end
