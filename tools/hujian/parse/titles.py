"""The title that a text states: its first line or lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..model import Value
from .draft import Draft, Line
from .front import front_lines, is_letterhead

GENRE: Final = (
    "讲话|报告|通知|意见|方案|办法|条例|致辞|致词|总结|决定|决议|规定|纪要|公报|公告|通告|通报|请示|批复|复函|函|议案|提案|规划|纲要|"
    "要点|计划|发言|讲稿|发言稿|讲话稿|主持词|主持讲话|开幕词|闭幕词|贺信|贺词|献词|倡议书|倡议|建议|细则|解释|法|规则|章程|准则|宣言|声明|"
    "谈话|党课|体会|材料|说明|答复|命令|令|指示|信|演讲|答辩|述职|汇报|小结|打算|安排|措施|制度|规范|标准|答问|札记|案例|清单|守则|公约"
)
_GENRE_END: Final = re.compile(rf"(?:{GENRE})(?:[（(][^（）()]{{1,20}}[）)]|[一二三四五六七八九十])?[》”]?$")
_UNFINISHED: Final = re.compile(
    r"(?:的|和|与|及|暨|、|会议|大会|关于|印发|转发|在|办公厅|办公室|委员会|人民政府|法院|检察院|部|厅|局|委|院)$"
)
_CONTINUES: Final = re.compile(r"^(?:关于|和|与|及|暨|在|上的|的|印发|转发|实施|为|努力|奋力|而)")
_HASH: Final = re.compile(r"^#{1,6}[ \u3000]*")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_SUBTITLE: Final = re.compile(r"^[ \u3000]*(?:—|-|――|──|–)")
_MOST_LINES: Final = 4


def is_title_like(text: str) -> bool:
    """Whether a short line ends in the name of a genre (讲话, 通知, 条例 ...)."""
    return _GENRE_END.search(text) is not None


def recognise_title(draft: Draft) -> Draft:
    """Take the first line of the front matter as the title, with the lines that go on with it.

    A front line is short, has no sentence in it and no number before it. The first one is the title, unless
    it is a document number, a masthead or the like.
    """
    front = [line for line in front_lines(draft) if _may_be_title(draft, line)]
    if not front or len(draft.lines) == 1:
        return draft
    lines = _title_lines(front)
    marked = draft.marked("title", *lines)
    words = "".join(_wording(line.text, first=line is lines[0]) for line in lines)
    start = lines[0].start + (m.end() if (m := _HASH.match(lines[0].text)) else 0)
    return replace(marked, title=Value(words, "stated", (start, lines[-1].end)))


def _may_be_title(draft: Draft, line: Line) -> bool:
    if draft.kinds[line.index] != "body" or is_letterhead(line.text):
        return False
    return len(_HAN.findall(line.text)) >= 2


def _title_lines(front: Sequence[Line]) -> list[Line]:
    lines = [front[0]]
    for line in front[1:_MOST_LINES]:
        if line.index != lines[-1].index + 1 or not _goes_on(lines[-1].text, line.text, len(lines)):
            break
        lines.append(line)
    return lines


def _goes_on(before: str, text: str, _count: int) -> bool:
    if _SUBTITLE.match(text):
        return True
    if is_title_like(before) and not before.endswith("的"):
        return False
    return bool(_UNFINISHED.search(before) or _CONTINUES.match(text)) or is_title_like(text)


def _wording(text: str, *, first: bool) -> str:
    words = _HASH.sub("", text) if first else text
    return words.strip()
