"""Page breaks in the middle of a sentence: the halves are one paragraph.

Texts taken from web pages and scans carry form feeds, lines of only zero-width characters, or
page-number lines where the paper's page ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.clean.characters import BLANK, HAN, SENTENCE_END, ZERO_WIDTH
from hujian.clean.context import Context
from hujian.clean.draft import Cut

PAGE_NUMBER = (
    rf"[-—–－]{{1,2}}{BLANK}*\d{{1,4}}{BLANK}*[-—–－]{{1,2}}"
    rf"|第{BLANK}*\d{{1,4}}{BLANK}*页(?:{BLANK}*[,，/]?{BLANK}*[（(]?共{BLANK}*\d{{1,4}}{BLANK}*页[）)]?)?"
)
PAGE_BREAK = re.compile(
    rf"{BLANK}*\n{{0,2}}\f+\n{{0,2}}"
    rf"|{BLANK}*\n{{1,2}}(?:{BLANK}*[{ZERO_WIDTH}]+{BLANK}*|{BLANK}*(?:{PAGE_NUMBER}){BLANK}*)\n{{1,2}}"
)
FORM_FEED = re.compile(r"\f")
GOES_ON = re.compile(
    rf"(?!第[一二三四五六七八九十\d]+|[一二三四五六七八九十]+[、是要]|\d+[.．、])(?:{HAN}|[A-Za-z0-9，、。；：》”）％%])"
)
RUNNING_TEXT = re.compile(r"[，。；、]")
_SHORTEST_HALF = 15  # a title or heading before a page break is not half a sentence
_LONG_LINE = 30


def page_break_cuts(text: str, context: Context) -> Iterator[Cut]:
    """Join halves of a sentence over a page break; other form feeds are line ends."""
    for found in PAGE_BREAK.finditer(text):
        if _within_sentence(text, found.start(), found.end()):
            yield Cut(found.start(), found.end(), "page-break", context.rules.reason("page-break"))
        else:
            for feed in FORM_FEED.finditer(text, found.start(), found.end()):
                yield Cut(feed.start(), feed.end(), "line-end", context.rules.reason("line-end"), "\n")


def _within_sentence(text: str, start: int, end: int) -> bool:
    """Does the line that ends at ``start`` go on at ``end``?"""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if len(before) < _SHORTEST_HALF or SENTENCE_END.search(before) or not GOES_ON.match(text, end):
        return False
    return RUNNING_TEXT.search(before) is not None or len(before) >= _LONG_LINE
