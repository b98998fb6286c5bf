"""The end of a text: who signs, and when (落款).

By GB/T 9704-2012, 7.3.5 the issuing bodies and the date stand below the text, above the attachments; 7.4 puts
the imprint (版记) at the very end: copies to (抄送), then who printed it and when (…办公室 2022年5月3日印发).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hujian.parse.attachments import is_attachment
from hujian.parse.dates import find_dates
from hujian.parse.draft import Draft, Line
from hujian.parse.persons import byline

_LAST_LINES: Final = 6
_IMPRINT_LINES: Final = 6
_LONGEST: Final = 40
_MOST_AGENCIES: Final = 4
_MOST_REMARKS: Final = 2  # lines between date and attachment: （此件公开发布）
_AGENCY: Final = re.compile(
    r"[^，。；：、！？]{2,30}(?:委员会|党委|党组|支部|总支|政府|办公厅|办公室|局|厅|部|院|馆|校|学校|大学|公司|中心|协会|学会|联合会|"
    r"会|处|站|社|所|组|委|室|园|行|队|团|法院|检察院)(?:[（(]印章[）)]|[（(]章[）)])?"
)
_PLACEHOLDER_DATE: Final = re.compile(r"[×xX*＊0-9]{2,4}年[×xX*＊0-9]{1,2}月[×xX*＊0-9]{1,2}日")
_ROUGH_END: Final = re.compile(r"[。；！？：，;!?:,]$")
_PRINTED: Final = re.compile(r"(?:印发|印制|翻印|印)[）)]?$")
_IMPRINT: Final = re.compile(
    r"(?:抄送|抄报|报送|分送|主题词|联系人|联系电话|责任编辑|编辑|审核|来源|稿件来源|共印|印数|打字|校对)[：:].*|[（(]?共印\S{1,8}份[）)]?|[（(]此件.*[）)]"
)
_FORWARDS: Final = re.compile("印发|转发|批转|下发")


def recognise_signature(draft: Draft) -> Draft:
    """Mark the lines that sign and date the text: at its end or, with a document attached, before that."""
    imprint = _imprint(draft)
    above = draft.lines[: len(draft.lines) - len(imprint)]
    printed = [line for line in imprint if is_printed(line.text)]
    return draft.marked("signature", *printed, *_closing(draft, above), *_before_attachment(draft, above))


def is_printed(text: str) -> bool:
    """Whether a closing line says when the document was printed, which is not its date."""
    return _PRINTED.search(text) is not None and is_closing_date(text)


def attaches(draft: Draft) -> bool:
    """Whether another document is attached, by title or below a date: the first signature is this one's."""
    return _forwards(draft) or any(_has_attachment_below(draft, line) for line in draft.of_kind("signature"))


def _forwards(draft: Draft) -> bool:
    return any(_FORWARDS.search(line.text) for line in draft.title_lines)


def _has_attachment_below(draft: Draft, line: Line) -> bool:
    below = draft.lines[line.index + 1 : line.index + 2 + _MOST_REMARKS]
    return _is_date(line.text) and any(is_attachment(each.text) for each in below)


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
    about = 30 if _PRINTED.search(text) else 12  # the printing office stands on the same line
    return whole or (dates[0].start <= about and len(text) - dates[0].end <= 6)


def _imprint(draft: Draft) -> list[Line]:
    """The lines of the imprint, last first."""
    found: list[Line] = []
    for line in reversed(draft.lines[-_IMPRINT_LINES:]):
        of_it = line.index in draft.suspicious or _IMPRINT.fullmatch(line.text) or is_printed(line.text)
        if draft.kinds[line.index] != "body" or line.index == 0 or not of_it:
            break
        found.append(line)
    return found


def _closing(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for line in reversed(lines[-_LAST_LINES:]):
        if draft.kinds[line.index] != "body" or line.index == 0 or not _signs(line.text, bool(found)):
            break
        found.append(line)
    signed = any(is_closing_date(line.text) or _AGENCY.fullmatch(line.text) for line in found)
    return found if signed else []


def _before_attachment(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    """The first date on a line of its own below the names of agencies, where a document is attached."""
    forwards = _forwards(draft)
    for line in lines:
        if draft.kinds[line.index] != "body" or not _is_date(line.text):
            continue
        if not (forwards or _has_attachment_below(draft, line)):
            continue
        agencies: list[Line] = []
        for above in reversed(lines[max(0, line.index - _MOST_AGENCIES) : line.index]):
            if draft.kinds[above.index] != "body" or not _AGENCY.fullmatch(above.text):
                break
            agencies.append(above)
        if agencies:
            return [*agencies, line]
    return []


def _is_date(text: str) -> bool:
    return [(date.start, date.end) for date in find_dates(text)] == [(0, len(text))]


def _signs(text: str, below: bool) -> bool:
    if is_closing_date(text):
        return True
    if len(text) > _LONGEST or _ROUGH_END.search(text):
        return False
    return _AGENCY.fullmatch(text) is not None or (below and byline(text) is not None)
