"""The title that a text states: its first line or lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hujian.model import Value
from hujian.parse.draft import Draft, Line
from hujian.parse.front import LONGEST_FRONT, front_lines
from hujian.parse.genres import is_title_like
from hujian.parse.letterheads import is_document_number, is_issue, is_letterhead

_UNFINISHED: Final = re.compile(
    r"(?:的|和|与|及|暨|、|会议|大会|关于|印发|转发|在|办公厅|办公室|委员会|人民政府|法院|检察院|部|厅|局|委|院)$"
)
_CONTINUES: Final = re.compile(r"^(?:关于|和|与|及|暨|在|上的|的|印发|转发|实施|为|努力|奋力|而)")
_FIELD: Final = re.compile(r"[^：:]{1,8}[：:]")  # 合同编号：…, 甲方：…
_ADDS: Final = re.compile(r"^(?:及|暨|和|与|并)")
_HASH: Final = re.compile(r"^#{1,6}[ \u3000]*")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_SUBTITLE: Final = re.compile(r"^[ \u3000]*(?:—|-|――|──|–)")
_GENRE_ALONE: Final = 6  # letters: 讲话, 工作报告 on a line of its own
_MOST_LINES: Final = 5


def recognise_title(draft: Draft) -> Draft:
    """Take the first line of the front matter as the title, with the lines that go on with it.

    A front line is short, has no sentence in it and no number before it. The first one is the title, unless
    it is a document number, a masthead or the like.
    """
    front = _below_masthead(draft, [line for line in front_lines(draft) if _may_be_title(draft, line)])
    if not front or len(draft.lines) == 1:
        return draft
    lines = _title_lines(front)
    words = "".join(_wording(draft.published(line), first=line is lines[0]) for line in lines)
    marked = draft.marked("title", *lines, *_further(draft, front, lines[-1]))
    start = lines[0].start + (m.end() if (m := _HASH.match(lines[0].text)) else 0)
    return replace(marked, title=Value(words, "stated", (start, lines[-1].end)))


def _further(draft: Draft, front: Sequence[Line], last: Line) -> list[Line]:
    """What stands between the title and a dateline or byline: subtitles, the title once more."""
    known = [
        line.index
        for line in draft.lines[:LONGEST_FRONT]
        if draft.kinds[line.index] in {"dateline", "byline"}
    ]
    end = max(known, default=0)
    return [x for x in front if last.index < x.index < end and _FIELD.match(x.text) is None]


def _may_be_title(draft: Draft, line: Line) -> bool:
    if draft.kinds[line.index] != "body" or line.index in draft.suspicious or is_letterhead(line.text):
        return False
    return len(_HAN.findall(line.text)) >= 2


def _below_masthead(draft: Draft, front: list[Line]) -> list[Line]:
    """What stands below the number of a bulletin, or below that of a document if a title is there.

    Above these stand the names of the bulletin and of the issuing bodies; but a document's number may also
    stand below its title.
    """
    lines = list(front_lines(draft))
    issue = max((line.index for line in lines if is_issue(line.text)), default=-1)
    number = max((line.index for line in lines if is_document_number(line.text)), default=-1)
    below = [line for line in front if line.index > max(issue, number)]
    above = [line for line in front if line.index < number]
    titled = any(is_title_like(line.text) for line in below)
    if issue >= 0 or (titled and not any(is_title_like(line.text) for line in above)):
        return below or front
    return front


def _title_lines(front: Sequence[Line]) -> list[Line]:
    lines = [front[0]]
    for line in front[1:_MOST_LINES]:
        so_far = "".join(each.text for each in lines)
        if line.index != lines[-1].index + 1 or not (_is_open(so_far) or _goes_on(lines[-1].text, line.text)):
            break
        lines.append(line)
    return lines


def _is_open(text: str) -> bool:
    """Whether a bracket or book title mark is still to be closed."""
    return any(text.count(sign) > text.count(partner) for sign, partner in ("《》", "（）"))


def _goes_on(before: str, text: str) -> bool:
    if _SUBTITLE.match(text) or text.startswith("的") or (_ADDS.match(text) and is_title_like(text)):
        return True
    if is_title_like(before) and not before.endswith("的"):
        return False
    short = len(text) <= _GENRE_ALONE and is_title_like(text)
    return short or bool(_UNFINISHED.search(before) or _CONTINUES.match(text))


def _wording(text: str, *, first: bool) -> str:
    words = _HASH.sub("", text) if first else text
    return words.strip()
