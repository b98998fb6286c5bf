"""The end of a text: who signs, and when (落款)."""

from __future__ import annotations

import re
from typing import Final

from hujian.parse.dates import find_dates
from hujian.parse.draft import Draft, Line
from hujian.parse.persons import byline

_LAST_LINES: Final = 6
_LONGEST: Final = 40
_AGENCY: Final = re.compile(
    r"[^，。；：、！？]{2,30}(?:委员会|党委|党组|支部|总支|政府|办公厅|办公室|局|厅|部|院|馆|校|学校|大学|公司|中心|协会|学会|联合会|"
    r"会|处|站|社|所|组|委|室|园|行|队|团|法院|检察院)(?:[（(]印章[）)]|[（(]章[）)])?"
)
_PLACEHOLDER_DATE: Final = re.compile(r"[×xX*＊0-9]{2,4}年[×xX*＊0-9]{1,2}月[×xX*＊0-9]{1,2}日")
_ROUGH_END: Final = re.compile(r"[。；！？：，;!?:,]$")


def recognise_signature(draft: Draft) -> Draft:
    """Mark the lines at the end that sign and date the text."""
    found: list[Line] = []
    for line in reversed(draft.lines[-_LAST_LINES:]):
        if draft.kinds[line.index] != "body" or line.index == 0 or not _signs(line.text, bool(found)):
            break
        found.append(line)
    if not any(is_closing_date(line.text) or _AGENCY.fullmatch(line.text) for line in found):
        return draft
    return draft.marked("signature", *found)


def is_closing_date(text: str) -> bool:
    """Whether a closing line is a date, with at most a few words about it (…整理, …于灯下)."""
    if len(text) > _LONGEST or _ROUGH_END.search(text):
        return False
    if _PLACEHOLDER_DATE.fullmatch(text):
        return True
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].end - dates[0].start < 6:
        return False
    whole = text[0] in "（(" and text[-1] in "）)"
    return whole or (dates[0].start <= 12 and len(text) - dates[0].end <= 6)


def _signs(text: str, below: bool) -> bool:
    if is_closing_date(text):
        return True
    if len(text) > _LONGEST or _ROUGH_END.search(text):
        return False
    return _AGENCY.fullmatch(text) is not None or (below and byline(text) is not None)
