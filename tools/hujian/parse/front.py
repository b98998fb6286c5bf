"""What stands before the text proper: title, subtitle, dateline, byline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .addresses import is_addressee
from .dates import find_dates
from .draft import Draft, Line
from .markers import find_marker
from .persons import byline, is_office

_LONGEST_FRONT: Final = 16  # lines
_LONGEST_LINE: Final = 60
_SENTENCE: Final = re.compile(r"[。；？！;?!]")
_DATED: Final = re.compile(
    r"在|会议|通过|公布|修正|修订|发布|批准|施行|大会|讲话|印发|生效|起|签发|整理|稿|日|月|颁布|令|核准|制定|废止"
)
_DATE_LABEL: Final = re.compile(r"^[（(\[【—\-\s]*(?:(?:发布|成文|印发|讲话|会议)?(?:日期|时间)[：:]\s*)?")
_DOCUMENT_NUMBER: Final = re.compile(
    r"[^，。；]{0,24}[〔\[【（(](?:19|20)\d{2}[〕\]】）)]\s*(?:第)?\s*[\d×xX*]+\s*号"
    r"|(?:机密|秘密|绝密|内部资料|内部|急件|特急|加急|平急)(?:★.*)?|[^，。；]{2,30}文件|<!--.*-->|目\s*录"
)


def front_lines(draft: Draft) -> Iterator[Line]:
    """The short lines before the text proper."""
    for line in draft.lines[:_LONGEST_FRONT]:
        if not _is_front(draft, line):
            return
        yield line


def _is_front(draft: Draft, line: Line) -> bool:
    if draft.kinds[line.index] == "salutation" or is_addressee(line):
        return False
    if is_dateline(line.text):
        return True
    marker = find_marker(line.text)
    numbered = marker is not None and marker.label != "" and marker.family != "dash"
    return (
        not numbered
        and len(line.text) <= _LONGEST_LINE
        and not _SENTENCE.search(line.text[:-1])
        and not (line.text.endswith(("。", "：", ":", "；", "，")) or line.text.startswith("同志们"))
    )


def is_dateline(text: str) -> bool:
    """Whether a line is nothing but a date, or the date of a meeting, of adoption, of publication."""
    if "。" in text or len(text) > 400:
        return False
    at = label.end() if (label := _DATE_LABEL.match(text)) else 0
    first = next(iter(find_dates(text)), None)
    if first is None:
        return False
    rest = text[first.end :].strip(" \u3000）)】]")
    if first.start == at:
        return (
            not rest
            or byline(rest) is not None
            or ((text[0] in "（(—-" or len(text) <= 24 or "第" in rest) and _DATED.search(rest) is not None)
        )
    return text[0] in "（(" and text[-1] in "）)" and first.end - first.start >= 6


def is_letterhead(text: str) -> bool:
    """Document numbers, marks of secrecy, mastheads: neither title nor text of it."""
    return _DOCUMENT_NUMBER.fullmatch(text.strip()) is not None


def recognise_datelines(draft: Draft) -> Draft:
    """Mark the datelines before the text proper."""
    return draft.marked("dateline", *(line for line in front_lines(draft) if is_dateline(line.text)))


def recognise_bylines(draft: Draft) -> Draft:
    """Mark the bylines before the text proper; an office on one line and the name on the next are both."""
    front = list(front_lines(draft))
    found: list[Line] = []
    for line, following in zip(front, [*front[1:], None], strict=False):
        if line.index == 0 or draft.kinds[line.index] != "body":
            continue
        if byline(line.text) or (following and is_office(line.text) and byline(following.text)):
            found.append(line)
    return draft.marked("byline", *found)
