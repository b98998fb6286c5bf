"""What stands before the text proper: title, subtitle, dateline, byline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hujian.parse.addresses import is_addressee
from hujian.parse.dates import find_dates
from hujian.parse.draft import Draft, Line
from hujian.parse.genres import is_title_like
from hujian.parse.letterheads import is_letterhead
from hujian.parse.markers import DASH, find_marker
from hujian.parse.persons import LABELLED, byline, is_office

LONGEST_FRONT: Final = 16  # lines
_LONGEST_LINE: Final = 60
_LONGEST_TITLE: Final = 120  # where it ends in the name of a genre
_SHORTEST_DATE: Final = 6  # letters: 2023-6, 2023年6
_SHORT_REMARK: Final = 14
_SENTENCE: Final = re.compile(r"[。；？！;?!]")
_DATED: Final = re.compile(
    r"在|会议|通过|公布|修正|修订|发布|批准|施行|大会|讲话|印发|生效|起|签发|整理|稿|日|月|颁布|令|核准|制定|废止"
)
_EDITED: Final = re.compile(
    r"[^，。；：、！？\d]{2,30}(?:编|编印|编发|主办|办公室|委员会|局|办|部|委|馆|中心|会)[ \u3000]+"
)  # the editor of a bulletin: 县委办公室编　　二〇二一年三月五日
_DATE_LABEL: Final = re.compile(
    r"^[（(\[【—\-\s]*(?:(?:发布|成文|印发|讲话|会议|签订|签署|起草|编制|修订|采访|访谈|整理|填报)?(?:日期|时间)[：:]\s*)?"
)


def front_lines(draft: Draft) -> Iterator[Line]:
    """The short lines before the text proper."""
    for line in draft.lines[:LONGEST_FRONT]:
        if not _is_front(draft, line):
            return
        yield line


def _is_front(draft: Draft, line: Line) -> bool:
    if draft.kinds[line.index] == "salutation" or is_addressee(line):
        return False
    if line.index in draft.suspicious or is_dateline(line.text) or is_letterhead(line.text):
        return True
    marker = find_marker(line.text)
    if marker is not None and marker.label and marker.family != DASH:
        return False
    limit = _LONGEST_TITLE if is_title_like(line.text) else _LONGEST_LINE
    prose = _SENTENCE.search(line.text[:-1]) or line.text.endswith(("。", "：", ":", "；", "，"))
    return len(line.text) <= limit and not prose and not line.text.startswith("同志们")


def is_dateline(text: str) -> bool:
    """Whether a line is nothing but a date, or the date of a meeting, of adoption, of publication."""
    if "。" in text or len(text) > 400:
        return False
    at = label.end() if (label := _DATE_LABEL.match(text)) else 0
    first = next(iter(find_dates(text)), None)
    if first is None:
        return False
    if _EDITED.fullmatch(text[: first.start]) and not text[first.end :].strip():
        return True
    rest = text[first.end :]
    if first.start == at:
        return _tells_of_date(rest, bracketed=text[0] in "（(—-")
    return text[0] in "（(" and text[-1] in "）)" and first.end - first.start >= _SHORTEST_DATE


def _tells_of_date(rest: str, *, bracketed: bool) -> bool:
    """Whether what follows a date at a line's start only says what happened, or who speaks."""
    about = rest.strip(" \u3000）)】]")
    if not about or byline(about):
        return True
    apart = bracketed or rest[0] in " \u3000" or len(rest) <= _SHORT_REMARK or "第" in rest
    return apart and _DATED.search(about) is not None


def recognise_datelines(draft: Draft) -> Draft:
    """Mark the datelines before the text proper."""
    return draft.marked("dateline", *(line for line in front_lines(draft) if is_dateline(line.text)))


def recognise_bylines(draft: Draft) -> Draft:
    """Mark the bylines before the text proper; an office on one line and the name on the next are both."""
    front = list(front_lines(draft))
    found: list[Line] = []
    for line, following in zip(front, [*front[1:], None], strict=False):
        if draft.kinds[line.index] != "body" or (line.index == 0 and not LABELLED.match(line.text)):
            continue
        if byline(line.text) or (following and is_office(line.text) and byline(following.text)):
            found.append(line)
    return draft.marked("byline", *found)
