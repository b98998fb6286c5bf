"""Names and limits that several rooms agree on."""

from __future__ import annotations

from typing import Final, Literal

from hujian.model import Basis, Level, MatchKind, ParagraphKind

# The keeper's files in the content folder; never published, never taken for texts.
CATALOG_FILE: Final = "catalog.csv"
LOCK_FILE: Final = "addresses.lock.json"
RULES_FILE: Final = "cleaning.toml"
FORMULATIONS_FILE: Final = "formulations.txt"

CACHE_FOLDER: Final = ".cache/hujian"  # in the project, unless mkdocs.yml says otherwise

# Folders of the site.
TEXTS: Final = "texts"
FORMULATIONS: Final = "formulations"
REPORT: Final = "cleaning"
FILES: Final = "files"
SEARCH_PAGE: Final = "search.html"  # the data beside it lie in the folder search/

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

FINDING_NAMES: Final[dict[str, str]] = {
    "placeholder": "占位符",
    "half-width-punctuation": "半角标点",
    "doubled-punctuation": "标点重复",
    "suspicious-line": "疑似广告",
    "lost-character": "缺字",
    "broken-line": "疑似硬换行",
    "private-use-character": "造字",
    "unbalanced-quotes": "引号不配对",
    "announced-count": "数目不符",
    "numbering-gap": "序号不连",
    "no-title": "没有标题",
    "no-date": "没有日期",
    "impossible-date": "日期有误",
    "near-duplicate": "内容相同",
    "empty-file": "空文件",
    "undecodable": "编码不明",
    "unsupported-format": "格式不支持",
    "unreadable": "无法读取",
    "too-large": "文件太大",
    "name-collision": "重名",
    "name-forbidden": "名称不妥",
    "lock-missing": "没有登记",
    "lock-outdated": "登记过时",
    "catalog-header": "编目表头",
    "catalog-row": "编目行",
    "catalog-cell": "编目格",
    "catalog-merged": "编目归并",
    "idle-acknowledgement": "已核落空",
    "cleaning-rule": "清洗规则",
    "formulation-list": "提法名单",
    "formulation-short": "提法太短",
    "limit": "只列一部分",
}
"""Finding codes as keepers read and write them; a rule of the keeper's own is called by its id."""


SUSPICIOUS: Final = "suspicious-line"
"""Flag of a line that looks like an advertisement: no title, though it may stand above one."""

SearchTier = Literal["auto", "scan", "grams"]
"""How the browser searches: all texts at once, or postings of letter pairs; auto: what suits the size."""
