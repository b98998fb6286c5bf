"""Names of places with their administrative level: 江澜省, 云麓市望溪区, 苇岸镇."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from hujian.model import Level

_NAME: Final = "[\u4e00-\u9fff]"
_PROVINCE: Final = rf"{_NAME}{{2,7}}?(?:省|自治区|特别行政区)"
_CITY: Final = rf"{_NAME}{{2,7}}?(?:自治州|地区|市|州|盟)"
_COUNTY: Final = rf"{_NAME}{{2,9}}?(?:自治县|自治旗|新区|区|县|旗|市)"
_TOWN: Final = rf"{_NAME}{{2,6}}?(?:街道|镇|乡)"
_DIRECT: Final = ("北京", "上海", "天津", "重庆")
_NO_NAME: Final = re.compile(
    r"[全各本我在的第会年届次等与和及关于这该某省委]|[×xX*]|国务|中共|印发|转发|关于|代表|人民|政府|工作|会议|推进|建设|城市|社区|校区|园区|地区|辖区|景区|"
    r"灾区|山区|库区|老区|特区|开发区|自治|市县|县市|城镇|乡村|村镇|超市|股市|楼市|房地产"
)
_ANCHORS: Final = re.compile(r"^(?:中共|中国共产党)?|(?<=在)|(?<=中共)|(?<=印发)|(?<=关于)|(?<=《)|(?<=，)")
_PARTS: Final[tuple[tuple[re.Pattern[str], Level], ...]] = (
    (re.compile(_PROVINCE), "province"),
    (re.compile(_CITY), "city"),
    (re.compile(_COUNTY), "county"),
    (re.compile(_TOWN), "township"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A named place; offsets count in the text it was found in, level is that of its last part."""

    start: int
    end: int
    level: Level


def find_place(text: str) -> Place | None:
    """The first named place where titles and signatures name theirs: at the start, after 在, 中共, 关于."""
    for anchor in _ANCHORS.finditer(text):
        found = place_at(text, anchor.end())
        if found:
            return found
    return None


def place_at(text: str, start: int) -> Place | None:
    """The chain of places that begins at ``start``, as far as its parts are names."""
    end = start
    level: Level | None = None
    for part, rank in _PARTS:
        match = part.match(text, end)
        if match and not _NO_NAME.search(_stem(match.group())):
            end = match.end()
            level = _exact(match.group(), rank)
    return Place(start, end, level) if level else None


def _stem(name: str) -> str:
    return re.sub(
        r"(?:特别行政区|自治区|自治州|自治县|自治旗|新区|街道|地区|省|市|州|盟|区|县|旗|镇|乡)$", "", name
    )


def _exact(name: str, level: Level) -> Level:
    """区 is a district, 县 and a second 市 a county; the four cities under the centre are provinces."""
    if level == "county" and name.endswith("区"):
        return "district"
    if level == "city" and name[:-1] in _DIRECT:
        return "province"
    return level
