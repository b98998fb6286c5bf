"""The administrative level of the body that speaks, and the place that it names.

Words of the title (全市, 江澜省, 国务院) state it; byline and signature come next; only then is it concluded
from the body (``ground``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from hujian.model import Level, Value
from hujian.parse.draft import Draft, Line
from hujian.parse.ground import concluded_level
from hujian.parse.places import Place, find_place

GROUND_LEVELS: Final[dict[str, Level]] = {
    "全国": "national",
    "全省": "province",
    "全自治区": "province",
    "全州": "city",
    "全盟": "city",
    "全市": "city",
    "全区": "district",
    "全县": "county",
    "全旗": "county",
    "全镇": "township",
    "全乡": "township",
    "全街道": "township",
    "全校": "unit",
    "全馆": "unit",
    "全局": "unit",
    "全院": "unit",
    "全公司": "unit",
    "全集团": "unit",
}
_NO_HONOUR: Final = (
    r"(?!文明|卫生|优秀|先进|示范|重点|百强|劳模|劳动模范|统一)"  # 全国文明城市 is a city's matter
)
_GROUND: Final = re.compile(f"(?:{'|'.join(GROUND_LEVELS)}){_NO_HONOUR}")
_NATIONAL: Final = re.compile(
    r"中华人民共和国|国务院|中共中央|中国共产党(?:第|中央)|中央(?!大学|商务)|最高人民(?:法院|检察院)|"
    r"党的[一二三四五六七八九十]+大|全党|国家(?=[^，]{0,12}(?:局|委|署|总局))"
)
_ORGAN: Final = re.compile(
    r"(?:^|(?<=[在由向、，（ ]))[省市区县州旗镇乡](?:委|人民政府|政府|人大|政协|直机关|直属机关)"
)
_ORGAN_LEVELS: Final[dict[str, Level]] = {
    "省": "province",
    "市": "city",
    "州": "city",
    "区": "district",
    "县": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
}
_UNIT_NAME: Final = (
    "图书馆|博物馆|文化馆|档案馆|科技馆|美术馆|学校|大学|学院|中学|小学|幼儿园|医院|公司|集团|银行|"
    "研究所|研究院|出版社|厂"
)
_AS_SUBJECT: Final = (
    r"(?=$|关于|[0-9０-９（(]|[一二]〇|年度|工作(?:总结|报告|要点|计划)|职工|全体|党委|党总支|党支部)"
)
_UNIT: Final = re.compile(rf"(?:{_UNIT_NAME}){_AS_SUBJECT}")
_UNIT_AHEAD: Final = re.compile(rf"(?:^|(?<=在))[\u4e00-\u9fff]{{0,10}}?(?:{_UNIT_NAME}){_AS_SUBJECT}")
_NEAR_START: Final = 2  # letters: 中共 may stand before the place

Stated = tuple[int, int, Level]  # where in the text, and what


def recognise_level(draft: Draft) -> Draft:
    """Set level and place."""
    level = next(_stated_levels(draft), None) or concluded_level(draft)
    place = next(_stated_places(draft), None)
    draft = replace(draft, level=level) if level else draft
    return replace(draft, place=place) if place else draft


def _speaking_lines(draft: Draft) -> tuple[Line, ...]:
    return (*draft.title_lines, *draft.of_kind("byline"), *draft.of_kind("signature"))


def _stated_levels(draft: Draft) -> Iterator[Value]:
    for line in _speaking_lines(draft):
        found = stated_level(line.text)
        if found:
            start, end, level = found
            yield Value(level, "stated", (line.start + start, line.start + end))


def stated_level(text: str) -> Stated | None:
    """The level that a title, byline or signature states: a place at its start, or the first word of rank."""
    place = find_place(text)
    if place and place.start <= _NEAR_START:
        return _of_place(text, place)
    found = list(_words_of_rank(text))
    if place:
        found.append(_of_place(text, place))
    if found:
        return min(found)
    unit = _UNIT_AHEAD.search(text)
    return (unit.start(), unit.end(), "unit") if unit else None


def _words_of_rank(text: str) -> Iterator[Stated]:
    if ground := _GROUND.search(text):
        yield ground.start(), ground.end(), GROUND_LEVELS[ground.group()]
    if national := _NATIONAL.search(text):
        yield national.start(), national.end(), "national"
    if organ := _ORGAN.search(text):
        yield organ.start(), organ.end(), _ORGAN_LEVELS[text[organ.start()]]


def _of_place(text: str, place: Place) -> Stated:
    """A named place speaks at its level, unless an institution of its own follows (云麓市图书馆)."""
    unit = _UNIT.match(text, place.end)
    return (place.start, unit.end(), "unit") if unit else (place.start, place.end, place.level)


def _stated_places(draft: Draft) -> Iterator[Value]:
    for line in _speaking_lines(draft):
        place = find_place(line.text)
        if place:
            span = (line.start + place.start, line.start + place.end)
            yield Value(draft.published(line, place.start, place.end), "stated", span)
