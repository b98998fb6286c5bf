"""Names and limits that several rooms agree on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hujian.model import Basis, Level, MatchKind, ParagraphKind

# The keeper's files in the content folder; never published, never taken for texts.
CATALOG_FILE: Final = "catalog.csv"
LOCK_FILE: Final = "addresses.lock.json"
RULES_FILE: Final = "cleaning.toml"
FORMULATIONS_FILE: Final = "formulations.txt"

# Folders of the site.
TEXTS: Final = "texts"
FORMULATIONS: Final = "formulations"
REPORT: Final = "cleaning"
FILES: Final = "files"

LEVELS: Final[tuple[Level, ...]] = (
    "national", "province", "city", "district", "county", "township", "unit", "unknown",
)  # fmt: skip

LEVEL_NAMES: Final[dict[Level, str]] = {
    "national": "全国",
    "province": "省级",
    "city": "市级",
    "district": "区级",
    "county": "县级",
    "township": "乡镇",
    "unit": "单位",
    "unknown": "层级未知",
}

BASIS_NAMES: Final[dict[Basis, str]] = {
    "stated": "原文写明",
    "inferred": "据文意推断",
    "catalog": "编目员填写",
    "unknown": "未知",
}

KIND_NAMES: Final[dict[MatchKind, str]] = {"verbatim": "同文", "light": "近似", "adapted": "改写"}

PARAGRAPH_NAMES: Final[dict[ParagraphKind, str]] = {
    "title": "标题",
    "dateline": "日期",
    "byline": "署名",
    "addressee": "主送",
    "salutation": "称谓",
    "heading": "小标题",
    "body": "正文",
    "signature": "落款",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build may be told."""

    strict: bool = False  # findings stop the build
    quiet: bool = False  # no progress
