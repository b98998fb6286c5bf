"""The columns of catalog.csv, and the words that stand in them."""

from __future__ import annotations

import re
from typing import Final

from hujian.model import Basis, Level

FILE: Final = "文件"
SOURCE: Final = "来源"
NOTE: Final = "备注"
CHECK: Final = "校验"
VALUE_COLUMNS: Final = {
    "title": "标题",
    "date": "日期",
    "speaker": "讲话人",
    "level": "层级",
    "place": "地区",
}
BASIS_COLUMNS: Final = {name: f"{header}依据" for name, header in VALUE_COLUMNS.items()}
HEADERS: Final = (FILE, *VALUE_COLUMNS.values(), SOURCE, NOTE, *BASIS_COLUMNS.values(), CHECK)

LEVELS: Final[dict[Level, str]] = {
    "national": "全国",
    "province": "省级",
    "city": "市级",
    "district": "区级",
    "county": "县级",
    "township": "乡镇",
    "unit": "单位",
    "unknown": "未知",
}
_LEVEL_WORDS: Final[dict[str, Level]] = {
    **{word: level for level, word in LEVELS.items()},
    **{level: level for level in LEVELS},
    **{
        "国家级": "national",
        "中央": "national",
        "省": "province",
        "自治区": "province",
        "市": "city",
        "州": "city",
    },
    **{"市州": "city", "区": "district", "县": "county", "旗": "county", "乡": "township", "镇": "township"},
    **{
        "乡镇级": "township",
        "乡级": "township",
        "街道": "township",
        "单位级": "unit",
        "不详": "unknown",
        "不明": "unknown",
    },
}
BASES: Final[dict[Basis, str]] = {"stated": "原文", "inferred": "推断", "catalog": "人工", "unknown": "未知"}
MANUAL: Final = BASES["catalog"]

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_GUARD: Final = "'"


def level_named(word: str) -> Level | None:
    """The level that a word in the 层级 column means."""
    return _LEVEL_WORDS.get(word.strip().lower())


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: ' before = + - @ (OWASP, CSV injection).

    The lone "-" with which a keeper says "unknown" is harmless and stays.
    """
    return _GUARD + cell if _FORMULA.match(cell) and cell != "-" else cell


def unguarded(cell: str) -> str:
    """The cell without the guard; the inverse of ``guarded``."""
    return cell[1:] if cell.startswith(_GUARD) and _FORMULA.match(cell) else cell
