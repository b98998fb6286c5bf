"""The columns of catalog.csv, and the words that stand in them."""

from __future__ import annotations

import re
from typing import Final

from hujian.model import Basis, Level
from hujian.settings import LEVEL_NAMES

FILE: Final = "文件"
SOURCE: Final = "来源"
NOTE: Final = "备注"
ACKNOWLEDGED: Final = "已核"
CHECK: Final = "校验"
VALUE_COLUMNS: Final = {
    "title": "标题",
    "date": "日期",
    "speaker": "讲话人",
    "level": "层级",
    "place": "地区",
}
BASIS_COLUMNS: Final = {name: f"{header}依据" for name, header in VALUE_COLUMNS.items()}
HEADERS: Final = (FILE, *VALUE_COLUMNS.values(), SOURCE, NOTE, ACKNOWLEDGED, *BASIS_COLUMNS.values(), CHECK)
_OTHER_HEADERS: Final[dict[str, str]] = {
    **dict.fromkeys(("文件名", "文件名称", "文件路径", "路径", "file"), FILE),
    **dict.fromkeys(("题目", "题名", "篇名", "文件标题", "title"), VALUE_COLUMNS["title"]),
    **dict.fromkeys(("时间", "成文日期", "讲话日期", "date"), VALUE_COLUMNS["date"]),
    **dict.fromkeys(("发言人", "作者", "责任者", "speaker"), VALUE_COLUMNS["speaker"]),
    **dict.fromkeys(("级别", "行政级别", "行政层级", "level"), VALUE_COLUMNS["level"]),
    **dict.fromkeys(("地点", "地方", "所在地区", "place"), VALUE_COLUMNS["place"]),
    **dict.fromkeys(("出处", "source"), SOURCE),
    **dict.fromkeys(("附注", "说明", "note"), NOTE),
    **dict.fromkeys(("已核对", "已核实", "已处理", "acknowledged"), ACKNOWLEDGED),
}

LEVELS: Final[dict[Level, str]] = {**LEVEL_NAMES, "unknown": "未知"}
_LEVEL_WORDS: Final[dict[str, Level]] = {
    **{word: level for level, word in LEVELS.items()},
    **{level: level for level in LEVELS},
    **dict.fromkeys(("中央", "国家", "国家级", "全国性", "部委"), "national"),
    **dict.fromkeys(("省", "自治区", "自治区级", "直辖市", "直辖市级", "特别行政区", "省部级"), "province"),
    **dict.fromkeys(
        ("市", "地级市", "地市级", "地级", "副省级市", "州", "自治州", "市州", "盟", "地区"), "city"
    ),
    **dict.fromkeys(("区", "市辖区", "城区"), "district"),
    **dict.fromkeys(("县", "县级市", "自治县", "旗", "自治旗", "旗县"), "county"),
    **dict.fromkeys(("乡", "镇", "乡级", "镇级", "乡镇级", "民族乡", "苏木"), "township"),
    **dict.fromkeys(("街道", "街道级", "街道办", "街道办事处", "乡镇街道", "镇街"), "township"),
    **dict.fromkeys(("单位级", "本单位", "机关", "企业", "学校", "事业单位"), "unit"),
    **dict.fromkeys(("层级未知", "不详", "不明", "未详"), "unknown"),
}
BASES: Final[dict[Basis, str]] = {"stated": "原文", "inferred": "推断", "catalog": "人工", "unknown": "未知"}
MANUAL: Final = BASES["catalog"]

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_GUARD: Final = "'"


_DASHES: Final = frozenset("-－—–−‐")
_UNKNOWN: Final = frozenset({"未知", "不明", "不详", "未详", "无"})


def standard_header(cell: str) -> str:
    """The column that a header cell means; a column of the keeper's own keeps its name."""
    name = re.sub(r"\s", "", cell)
    return _OTHER_HEADERS.get(name.lower(), name if name in HEADERS else cell)


def says_unknown(column: str, cell: str) -> bool:
    """Whether a cell says that the value is known to be unknown: a dash, or 不详 but in titles."""
    return (cell != "" and set(cell) <= _DASHES) or (column != "title" and cell in _UNKNOWN)


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
