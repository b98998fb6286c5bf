"""Names of places with their administrative level: 江澜省, 云麓市望溪区, 苇岸镇.

Words that only look like one are none: 农贸市场, 美丽乡村, 旅游景区, 荣誉市民.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from hujian.model import Level

_NAME: Final = "[\u4e00-\u9fff]"
_PREFECTURE: Final = (
    r"(?<![广杭苏郑福徐常温台湖衢扬泰兰贵柳梧钦贺赣抚漳泉池滁宿亳沧忻朔锦惠潮永郴荆德泸儋达])州"
)
"""恩施州, but not 杭州, which is a city without 市."""
_CITY_END: Final = r"市(?!场|民(?![政族宗间营办用兵航俗防生警居])|政(?![府协研法务策治工]))"
_COUNTY_END: Final = r"自治县|自治旗|新区|区(?![域划间块位分])|县(?!域)|旗(?![渠帜袍舰])"
_PROVINCE: Final = rf"{_NAME}{{2,7}}?(?:省(?!略)|自治区|特别行政区)"
_CITY: Final = rf"{_NAME}{{2,7}}?(?:自治州|地区|经济特区|{_CITY_END}|{_PREFECTURE}|盟)"
_COUNTY: Final = rf"{_NAME}{{2,9}}?(?:{_COUNTY_END}|{_CITY_END})"
_TOWN: Final = rf"{_NAME}{{2,6}}?(?:街道|镇(?![压静痛])|乡(?![村镇土亲愁贤风情音]))"
_DIRECT: Final = ("北京", "上海", "天津", "重庆")
_NO_NAME: Final = re.compile(
    r"[各我在的第届等与及这该某省委×xX*]|全(?![州椒南])|本(?!溪)|(?<!新)会(?![宁理昌东同泽])|(?<!永)年|(?<!榆)次|关(?!岭)|于(?![都田洪])|"
    r"(?<![呼平政泰])和(?![平田县顺布静硕政龙])|台湾|国务|中共|印发|转发|关于|代表|人民|政府|工作|会议|推进|建设|城市|"
    r"自治|市县|县市|城镇|乡村|村镇|房地产|"
    r"加强|开展|做好|进一步|切实|认真|加快|深化|规范|支持|落实|贯彻|促进|发展|完善|严格|禁止|调整|成立|设立|同意|命名|表彰|"
    r"召开|举办|公布|批转|组织|建立|制定|启用|撤销|划定|实行|实施|取消|统筹|保障|保护|改善|整治|征集|授予|管理|条例|规定"
)
_TOPIC: Final = re.compile(
    r"经济|技术|产业|开发|试验|示范|自由贸易|保税|风景|名胜|旅游|生态|涵养|历史|工程|沿线|机场|民用|住宅|公民|民族$|行政$|"
    r"人力|劳动|交易|人才|文化|荣誉|市场|循环|智慧|赋能|老旧|农村|学区|贫困|边远|边疆|沿海|汛期"
)
"""Matters in the names of zones and of what ends in 市 or 乡; streets may well be called after them."""
_COMMON_END: Final = re.compile(r"(?:[社校园辖景灾库老特小]|保税港|风貌|功能)区$|..城市$|[超股楼集夜早菜]市$")
"""What a name never ends in. 宣城市 is one, 精致城市 is none."""
_RANK: Final = re.compile(
    r"(?:特别行政区|经济特区|自治区|自治州|自治县|自治旗|新区|街道|地区|省|市|州|盟|区|县|旗|镇|乡)$"
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
        if match and _is_name(match.group()):
            end = match.end()
            level = _exact(match.group(), rank)
    return Place(start, end, level) if level else None


def _is_name(words: str) -> bool:
    stem = _RANK.sub("", words)
    if _NO_NAME.search(stem):
        return False
    if words.endswith("经济特区"):  # a city by its level: 汕头经济特区
        return True
    topic = not words.endswith("街道") and _TOPIC.search(stem)
    return not topic and _COMMON_END.search(words) is None


def _exact(name: str, level: Level) -> Level:
    """区 is a district, 县 and a second 市 a county; the four cities under the centre are provinces."""
    if level == "county" and name.endswith("区"):
        return "district"
    if level == "city" and name[:-1] in _DIRECT:
        return "province"
    return level
