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
    rf"[-—–－·•]{{1,2}}{BLANK}*\d{{1,4}}{BLANK}*[-—–－·•]{{1,2}}"
    rf"|第{BLANK}*\d{{1,4}}{BLANK}*页(?:{BLANK}*[,，/]?{BLANK}*[（(]?共{BLANK}*\d{{1,4}}{BLANK}*页[）)]?)?"
)
PAGE_MARK = re.compile(rf"\f+|^{BLANK}*(?:[{ZERO_WIDTH}]+|{PAGE_NUMBER}){BLANK}*$", re.MULTILINE)
FORM_FEEDS = re.compile(r"\f+")
LINE_ENDS = re.compile(r"\n{1,2}(?!\n)")
TRAILING_BLANKS = re.compile(rf"(?<!{BLANK}){BLANK}*+$")
GOES_ON = re.compile(
    rf"(?!第[一二三四五六七八九十\d]+|[一二三四五六七八九十]+[、是要]|\d+[.．、])(?:{HAN}|[A-Za-z0-9，、。；：》”）％%])"
)
RUNNING_TEXT = re.compile(r"[，。；、]")
_SHORTEST_HALF = 15  # a title or heading before a page break is not half a sentence
_LONG_LINE = 30
_MOST_LINE_ENDS = 2  # on either side of the mark; more set off a new part


def page_break_cuts(text: str, context: Context) -> Iterator[Cut]:
    """Join halves of a sentence over a page break; other form feeds are line ends."""
    joins = "page-break" not in context.rules.off
    reached, carried = 0, ""  # up to where the text is dealt with, and the line that was joined up to there
    for mark in PAGE_MARK.finditer(text):
        if mark.start() < reached:
            continue
        start, end = _break_around(text, mark)
        line = text.rfind("\n", 0, start) + 1
        before = text[line:start] if line > reached else carried + text[reached:start]
        if joins and start >= reached and _goes_on(before, text, end):
            carried = before[-_LONG_LINE:]
            yield Cut(start, end, "page-break", context.rules.reason("page-break"))
        else:
            carried = ""
            for feed in FORM_FEEDS.finditer(text, mark.start(), end):
                yield Cut(feed.start(), feed.end(), "line-end", context.rules.reason("line-end"), "\n")
        reached = end


def _break_around(text: str, mark: re.Match[str]) -> tuple[int, int]:
    """The mark with the line ends about it, further marks behind it, and the blanks before it."""
    start, end = mark.span()
    limit = start - _MOST_LINE_ENDS
    while start > max(limit, 0) and text[start - 1] == "\n":
        start -= 1
    while more := PAGE_MARK.match(text, end) or LINE_ENDS.match(text, end):
        if more.end() == end:
            break
        end = more.end()
    line = text.rfind("\n", 0, start) + 1
    blanks = TRAILING_BLANKS.search(text[line:start])
    return (line + blanks.start() if blanks else start), end


def _goes_on(before: str, text: str, end: int) -> bool:
    """Does the line ``before`` go on at ``end``?"""
    if len(before) < _SHORTEST_HALF or SENTENCE_END.search(before) or not GOES_ON.match(text, end):
        return False
    return RUNNING_TEXT.search(before) is not None or len(before) >= _LONG_LINE
