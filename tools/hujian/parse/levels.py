"""The administrative level of the body that speaks, and the place that it names.

Words of the title (全市, 江澜省, 国务院) state it; the byline and the signature come next; only then is it
concluded from how the text speaks of its own ground (我市, 全区).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from ..model import Level, Value
from .draft import Draft, Line
from .places import Place, find_place

_NATIONAL: Final = re.compile(
    r"中华人民共和国|国务院|中共中央|中国共产党(?:第|中央)|中央(?!大学|商务)|全国(?!文明|卫生|优秀|先进|示范|重点|百强|劳模|劳动模范|统一)|"
    r"最高人民(?:法院|检察院)|党的[一二三四五六七八九十]+大|全党|国家(?=[^，]{0,12}(?:局|委|署|总局))"
)
_SCOPES: Final[tuple[tuple[str, Level], ...]] = (
    ("全国", "national"),
    ("全省", "province"),
    ("全自治区", "province"),
    ("全州", "city"),
    ("全盟", "city"),
    ("全市", "city"),
    ("全区", "district"),
    ("全县", "county"),
    ("全旗", "county"),
    ("全镇", "township"),
    ("全乡", "township"),
    ("全街道", "township"),
    ("全校", "unit"),
    ("全馆", "unit"),
    ("全局", "unit"),
    ("全院", "unit"),
    ("全公司", "unit"),
    ("全集团", "unit"),
    ("全行", "unit"),
    ("全所", "unit"),
)
_SCOPE_LEVEL: Final = dict(_SCOPES)
_SCOPE: Final = re.compile("|".join(name for name, _ in _SCOPES))
_ORGAN: Final = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<of>省|市|区|县|州|旗|镇|乡)(?:委|人民政府|政府|人大|政协|直属?机关)"
)
_ORGAN_LEVEL: Final[dict[str, Level]] = {
    "省": "province",
    "市": "city",
    "州": "city",
    "区": "district",
    "县": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
}
_UNIT: Final = re.compile(
    r"(?:图书馆|博物馆|文化馆|档案馆|科技馆|美术馆|学校|大学|学院|中学|小学|幼儿园|医院|公司|集团|银行|研究所|研究院|出版社|工厂|厂)"
)
_OWN: Final = re.compile(
    r"我(?P<mine>省|市|区|县|州|旗|镇|乡|校|馆|局|院|公司|街道)(?![场长委])|全(?P<all>省|市|区|县|州|旗|镇|乡|校|馆)(?![场长委])"
)
_OWN_LEVEL: Final[dict[str, Level]] = {
    **_ORGAN_LEVEL,
    "街道": "township",
    "校": "unit",
    "馆": "unit",
    "局": "unit",
    "院": "unit",
    "公司": "unit",
}
_WEIGHT_MINE: Final = 3
_LEAST_EVIDENCE: Final = 2
_DOMINANCE: Final = 1.5
_TOWN_NAME: Final = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?:镇|乡|街道)(?=[\u4e00-\u9fff]{0,2}[，靠、。])"
)
_AUTONOMOUS_REGION: Final = "自治区"


def recognise_level(draft: Draft) -> Draft:
    """Set level and place."""
    level = _stated(draft) or _concluded(draft)
    place = _place(draft)
    draft = replace(draft, level=level) if level else draft
    return replace(draft, place=place) if place else draft


def _stated(draft: Draft) -> Value | None:
    title = draft.title_lines if draft.title.basis == "stated" else ()
    for line in (*title, *draft.of_kind("byline"), *draft.of_kind("signature")):
        found = level_of(line.text)
        if found:
            level, start, end = found
            return Value(level, "stated", (line.start + start, line.start + end))
    return None


def level_of(text: str) -> tuple[Level, int, int] | None:
    """The level that a title, byline or signature states, and where."""
    place = find_place(text)
    if place and place.start <= 2:
        return _of_place(text, place)
    found = [
        (m.start(), m.end(), level)
        for m, level in (
            (_SCOPE.search(text), None),
            (_NATIONAL.search(text), "national"),
            (_ORGAN.search(text), None),
        )
        if m
    ]
    spots = [(start, end, level or _read(text[start:end])) for start, end, level in found]
    if place:
        spots.append((place.start, place.end, _of_place(text, place)[0]))
    if not spots:
        unit = _UNIT.search(text)
        return ("unit", unit.start(), unit.end()) if unit and unit.start() <= 12 else None
    start, end, level = min(spots)
    return level, start, end  # type: ignore[return-value]


def _read(words: str) -> Level:
    return _SCOPE_LEVEL.get(words) or _ORGAN_LEVEL[words[0]]


def _of_place(text: str, place: Place) -> tuple[Level, int, int]:
    """A named place speaks at its level, unless an institution of its own follows (云麓市图书馆)."""
    unit = _UNIT.match(text, place.end)
    return ("unit", place.start, unit.end()) if unit else (place.level, place.start, place.end)


def _concluded(draft: Draft) -> Value | None:
    """How the text speaks of its own ground; mentions of others (全国, 全省会议) weigh less than 我市."""
    votes: Counter[Level] = Counter()
    words: dict[Level, Counter[str]] = {}
    for match in _OWN.finditer(draft.clean.text):
        ground = match["mine"] or match["all"]
        level = _OWN_LEVEL[ground]
        votes[level] += _WEIGHT_MINE if match["mine"] else 1
        words.setdefault(level, Counter())[match.group()] += 1
    if not votes:
        return None
    (best, count), *rest = votes.most_common()
    if count < _LEAST_EVIDENCE or (rest and count < _DOMINANCE * rest[0][1]):
        return None
    word, times = words[best].most_common(1)[0]
    if best == "district" and _AUTONOMOUS_REGION in draft.clean.text:
        best = "province"
    return Value(best, "inferred", None, f"据正文用语“{word}”（{times}处）")


def _place(draft: Draft) -> Value | None:
    title = draft.title_lines if draft.title.basis == "stated" else ()
    for line in (*title, *draft.of_kind("byline"), *draft.of_kind("signature")):
        value = _place_in(line)
        if value:
            return value
    return None


def _place_in(line: Line) -> Value | None:
    place = find_place(line.text)
    if not place:
        return None
    span = (line.start + place.start, line.start + place.end)
    return Value(line.text[place.start : place.end], "stated", span)
