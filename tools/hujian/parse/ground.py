"""The level concluded from the body: whom the speaker represents, how he calls his own ground."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from hujian.model import Level, Value
from hujian.parse.draft import Draft

_OPENING: Final = 600  # letters in which a speaker says for whom he speaks
_REPRESENTS: Final = re.compile(
    r"我(?:代表|受)[^，。；]{0,14}?(?:国务院|中央委员会|党中央|中央政府|中央人民政府)"
)
_LEVELS: Final[dict[str, Level]] = {
    "省": "province",
    "市": "city",
    "州": "city",
    "区": "district",
    "县": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
    "街道": "township",
    "校": "unit",
    "馆": "unit",
    "局": "unit",
    "院": "unit",
    "公司": "unit",
}
_OWN: Final = re.compile(rf"(?P<whose>[我全])(?P<ground>{'|'.join(_LEVELS)})(?![场长委])")
_WEIGHT: Final = {"我": 3, "全": 1}
"""全省 may be another body's meeting that the text passes on; 我市 is always one's own."""
_LEAST: Final = 2
_DOMINANCE: Final = 1.5
_AUTONOMOUS_REGION: Final = "自治区"


def concluded_level(draft: Draft) -> Value | None:
    """The level that the body shows, if one clearly outweighs the others."""
    return _represented(draft.plain) or _own_ground(draft.plain)


def _represented(text: str) -> Value | None:
    found = _REPRESENTS.search(text, 0, _OPENING)
    return Value("national", "inferred", found.span(), f"据正文“{found.group()}”") if found else None


def _own_ground(text: str) -> Value | None:
    votes: Counter[Level] = Counter()
    words: dict[Level, Counter[str]] = {}
    for match in _OWN.finditer(text):
        level = _LEVELS[match["ground"]]
        votes[level] += _WEIGHT[match["whose"]]
        words.setdefault(level, Counter())[match.group()] += 1
    if not votes:
        return None
    (best, count), *others = votes.most_common()
    if count < _LEAST or (others and count < _DOMINANCE * others[0][1]):
        return None
    word, times = words[best].most_common(1)[0]
    level = "province" if best == "district" and _AUTONOMOUS_REGION in text else best
    return Value(level, "inferred", None, f"据正文用语“{word}”（{times} 处）")
