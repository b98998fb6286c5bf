"""Lines torn in mid-sentence, as where a web page's links came to stand on lines of their own.

A line that ends with an opening mark goes on in the next one (认真贯彻《). A line that begins with a mark
which never begins one goes on from the one before (》，全面执行……), and that one, where it is short, from a
line that ends in a comma, a particle, or a verb that wants the name of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hujian.clean.characters import BLANK, SENTENCE_END
from hujian.clean.context import Context
from hujian.clean.draft import Cut

RULE: Final = "torn-line"
LINE_BREAK: Final = re.compile(rf"{BLANK}*+\n(?:{BLANK}|\n)*+")
OPENED: Final = re.compile(r"[《〈“‘「『（]$")
NEVER_FIRST: Final = re.compile(r"[，。、；：！？）》〉」』]")
GOES_ON: Final = re.compile(
    r"(?:[，、的了与和及同在对是把被由从向为以将或于至]|贯彻|执行|制定|修订|颁布|按照|根据|依照|加入|签署)$"
)
_OPENER_OF: Final = dict(zip("）》〉」』”’", "（《〈「『“‘", strict=True))
_LONGEST: Final = 60  # letters of what stands between two tears


def torn_line_cuts(text: str, context: Context) -> Iterator[Cut]:
    """The line ends within sentences that are torn for certain."""
    reason = context.rules.reason(RULE)
    breaks = [found.span() for found in LINE_BREAK.finditer(text)]
    edges = [0, *(edge for span in breaks for edge in span), len(text)]
    lines = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    for at, (start, end) in enumerate(breaks):
        before, after = lines[at], lines[at + 1]
        below = lines[at + 2] if at + 2 < len(lines) and "\n\n" not in text[start:end] else ""
        if before and after and (_is_torn(before, after) or _is_piece(before, after, below)):
            yield Cut(start, end, RULE, reason)


def _is_torn(before: str, after: str) -> bool:
    """Whether ``after`` goes on from ``before`` for certain."""
    opener = _OPENER_OF.get(after[0])
    if opener and before.rfind(opener) > before.rfind(after[0]):
        return True  # what is closed here was opened there, after whatever stop
    unfinished = SENTENCE_END.search(before) is None
    return OPENED.search(before) is not None or (unfinished and NEVER_FIRST.match(after) is not None)


def _is_piece(before: str, line: str, below: str) -> bool:
    """Whether a short line, from which the next one surely goes on, goes on itself from the one before."""
    return (
        len(line) <= _LONGEST and below != "" and _is_torn(line, below) and GOES_ON.search(before) is not None
    )
