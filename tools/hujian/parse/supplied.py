"""拟题: a title for a text that states none, made only of what the text says.

The rules are tried in order; the first that finds its evidence gives the title, and the note says from where.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from hujian.model import Value
from hujian.parse.draft import Draft, Line
from hujian.parse.letterheads import is_letterhead

_OPENING_LINES: Final = 4
_EXCERPT: Final = 20  # letters
_GROUND: Final = "全国|全省|全自治区|全市|全州|全区|全县|全旗|全镇|全乡|全校|全馆|全系统"
_MEETING: Final = (
    "工作会议|工作会|会议|座谈会|推进会|动员会|动员大会|部署会|总结会|调度会|现场会|表彰大会|表彰会|交流会|培训班|研讨班|专班|"
    "启动仪式|开班式|论坛|大会|讲座"
)
_NAMED_MEETING: Final = re.compile(
    rf"(?:这次|本次|此次|今天的|(?:今天)?我们(?:在这里)?(?:召开|举行|举办|开)的?|(?:今天)?(?:召开|举行|举办)的?)"
    rf"(?P<name>(?:\d{{4}}年)?(?:{_GROUND})[^，。；：、“”《》]{{2,24}}?(?:{_MEETING}))(?=[，。；：、的是]|$)"
)
_THIS_MEETING: Final = re.compile(rf"(?:这次|本次|此次|今天的|今天召开的)(?:{_MEETING})")
_SPOKEN: Final = re.compile(r"我(?:再|就|重点|讲|谈|想|强调|着重|完全|提|代表)|同志们|各位|刚才[，,]|大家")
_GROUND_WORK: Final = re.compile(
    rf"(?P<ground>{_GROUND})(?P<topic>[^，。；：、“”《》（）]{{2,24}}?工作)(?![会组者人部领条])"
)
_COORDINATE: Final = re.compile("和|与|及|以及|、")
_NOTICE: Final = re.compile(
    r"现(?:就|将)(?P<topic>[^，。；：]{4,60}?)(?:的)?(?:有关|相关)?(?:事项|事宜|问题|要求|情况)?"
    r"(?:(?P<genre>通知|通报|公告|通告|报告|汇报|说明|批复|答复|总结))如下"
)
_GROUND_OF: Final = {
    "national": "全国",
    "province": "全省",
    "city": "全市",
    "district": "全区",
    "county": "全县",
}
_STOPS: Final = "，。；：、！？…—,.;:!? 　"


def recognise_supplied_title(draft: Draft) -> Draft:
    """Supply a title where none is stated."""
    if draft.title.value is not None or not draft.clean.text:
        return draft
    for _, rule in RULES:
        value = rule(draft)
        if value:
            return replace(draft, title=value)
    return draft


def _opening(draft: Draft) -> list[Line]:
    return [
        line for line in draft.lines if draft.kinds[line.index] == "body" and not is_letterhead(line.text)
    ][:_OPENING_LINES]


def _is_spoken(draft: Draft) -> bool:
    spoken_to = "salutation" in draft.kinds
    return spoken_to or any(_SPOKEN.search(line.text) for line in _opening(draft))


def _from_named_meeting(draft: Draft) -> Value | None:
    """这次全市组织工作会议，… -> 在全市组织工作会议上的讲话."""
    if not _is_spoken(draft):
        return None
    for line in _opening(draft):
        found = _NAMED_MEETING.search(line.text)
        if found:
            name = draft.published(line, *found.span("name"))
            return _supplied(draft, line, found, "name", f"在{name}上的讲话")
    return None


def _from_work(draft: Draft) -> Value | None:
    """对全区党的建设和组织工作进行部署 -> 全区, 组织工作; 会议 only where the text speaks of this meeting."""
    if not _is_spoken(draft):
        return None
    ground = _GROUND_OF.get(draft.level.value or "")
    meeting = any(_THIS_MEETING.search(line.text) for line in _opening(draft))
    for line in draft.lines:
        for found in _GROUND_WORK.finditer(line.text):
            topic = _COORDINATE.split(found["topic"])[-1]
            if (ground and found["ground"] != ground) or not _is_topic(topic, draft.plain):
                continue
            title = (
                f"在{found['ground']}{topic}会议上的讲话"
                if meeting
                else f"关于{found['ground']}{topic}的讲话"
            )
            return _supplied(draft, line, found, "topic", title)
    return None


def _is_topic(topic: str, text: str) -> bool:
    """A name of a field of work that the text speaks of more than once (组织工作, not 顺利推进各项工作)."""
    return 4 <= len(topic) <= 10 and "各项" not in topic and text.count(topic) >= 2


def _from_notice(draft: Draft) -> Value | None:
    """现就做好…工作有关事项通知如下 -> 关于做好…工作的通知."""
    for line in _opening(draft):
        found = _NOTICE.search(line.text)
        if found:
            topic, genre = (draft.published(line, *found.span(group)) for group in ("topic", "genre"))
            return _supplied(draft, line, found, "topic", f"关于{topic}的{genre}")
    return None


def _from_beginning(draft: Draft) -> Value | None:
    lines = _opening(draft) or list(draft.lines)
    beginning = draft.published(lines[0], 0, _EXCERPT)
    return Value(
        f"{beginning.rstrip(_STOPS) or beginning}…", "inferred", None, "原文无题，且无从拟定，取正文开头"
    )


def _supplied(draft: Draft, line: Line, found: re.Match[str], group: str, title: str) -> Value:
    start, end = found.span(group)
    note = f"原文无题，据第{line.index + 1}段“{draft.published(line, *found.span())}”拟定"
    return Value(title, "inferred", (line.start + start, line.start + end), note)


RULES: Final[tuple[tuple[str, Callable[[Draft], Value | None]], ...]] = (
    ("named meeting", _from_named_meeting),
    ("ground and field of work", _from_work),
    ("notice", _from_notice),
    ("beginning of the text", _from_beginning),
)
