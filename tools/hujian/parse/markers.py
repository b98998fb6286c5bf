"""The families of numbering, highest first, and what is no number at all.

The ranks are those of the national format for official documents, GB/T 9704-2012, 7.3.3
(一、 then （一） then 1. then （1）), with the divisions of statutes above them (Legislation Law, article 65:
编、章、节、条、款、项、目). The families without a rank nest where the text puts them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from hujian.parse.numerals import HAN_NUMERAL, numeral

_HAN: Final = "[一二三四五六七八九十]{1,3}"
_HAN_LONG: Final = f"[{HAN_NUMERAL}]{{1,9}}"  # 第一千二百六十条
_FIGURE: Final = "[0-9０-９]{1,2}"
_GAP: Final = "[ \u3000\t\u00a0]*"
_BLANKS: Final = re.compile(r"[ \u3000\t\u00a0]+")
_HASH: Final = re.compile(rf"(#{{1,6}}){_GAP}(?=\S)")
_NO_LIST: Final = rf"(?!{_HAN}(?:、|产业|线|类|级|期|批|季度|等|号|次))"  # 一、二三产业; 一、二、三等奖

MAIN_RANK: Final = 6
DASH: Final = "dash"
"""Family of ——: a mark without number."""


@dataclass(frozen=True, slots=True)
class Family:
    """A way of numbering; in ``pattern`` group 1 is the number, the group ``word`` a word for it."""

    name: str
    rank: int | None  # smaller is higher; None: it nests where the text puts it
    pattern: re.Pattern[str]
    inner: str  # what the marker of a given number looks like inside a paragraph; {n} is the number


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker found at the start of a line; offsets count in the line."""

    family: str
    rank: int | None
    number: int  # 0 where the family has none
    start: int  # behind any Markdown # prefix
    end: int  # behind the marker and the blanks that follow it
    label: str  # the marker itself


def _family(name: str, rank: int | None, pattern: str, inner: str = "") -> Family:
    return Family(name, rank, re.compile(pattern), inner)


FAMILIES: Final = (
    _family("part", 1, rf"第({_HAN}|{_FIGURE})(?:编|篇|部分)(?=[ \u3000：:]|$)"),
    _family("chapter", 2, rf"第({_HAN}|{_FIGURE})章(?![程节法])"),
    _family("section", 3, rf"第({_HAN}|{_FIGURE})节(?=[ \u3000：:\u4e00-\u9fff]|$)(?!课|日)"),
    _family("article", 4, rf"第({_HAN_LONG}|[0-9]{{1,4}})条(?:之{_HAN})?(?=[ \u3000\t]|$)"),
    _family("comma", 5, rf"({_HAN})、{_NO_LIST}", "{n}、"),
    _family("paren", 6, rf"[（(]({_HAN})[）)]、?", "（{n}）"),
    _family("figure", 7, rf"({_FIGURE})(?:[．、]|\.(?!\d))", "{n}."),
    _family("paren-figure", 8, rf"[（(]?({_FIGURE})[）)]、?", "（{n}）"),
    _family("circled", 9, r"([①-⑳])", ""),
    _family("ordinal", None, rf"(?:第({_HAN})|(?P<word>首先|其次|再次|最后))(?:[，、：,:]|(?=。))", "第{n}"),
    _family("one-is", None, rf"({_HAN})是(?!{_HAN}(?:[，。、；]|是))", "{n}是"),
    _family("one-must", None, rf"({_HAN})要(?!素|点|务|道|领|害|闻)", "{n}要"),
    _family(DASH, None, r"(?:——|--)(?=[\u4e00-\u9fff“《])", ""),
)
"""In the order in which they are tried; the first that matches a line's start names its family."""

_FIRST: Final = frozenset(
    "第首其再最（(—-#" + HAN_NUMERAL + "0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
LAST: Final = 99
"""The number of 最后: the last, however many there are."""
_WORDS: Final = {"首先": 1, "其次": 2, "再次": 3, "最后": LAST}
_CLAUSE_EDGES: Final = "。；，：！？;,: “”"


def find_marker(text: str) -> Marker | None:
    """The numbering with which a line begins, or None.

    A Markdown # prefix is stepped over; without a numbering behind it, the prefix itself is the marker.
    """
    if not text or text[0] not in _FIRST:
        return None
    hashes = _HASH.match(text)
    start = hashes.end() if hashes else 0
    for family in FAMILIES:
        found = family.pattern.match(text, start)
        number = _number(found) if found else None
        if found and number is not None and (number > 0 or family.name == DASH):
            blanks = _BLANKS.match(text, found.end())
            end = blanks.end() if blanks else found.end()
            return Marker(family.name, family.rank, number, start, end, found.group())
    if hashes:
        depth = len(hashes.group(1))
        return Marker(f"hash-{depth}", depth - MAIN_RANK, 0, start, start, "")
    return None


def _number(found: re.Match[str]) -> int | None:
    word = found.groupdict().get("word")
    if word:
        return _WORDS[word]
    return numeral(found.group(1)) if found.re.groups else 0


def holds_next(text: str, marker: Marker) -> bool:
    """Whether the next number of the same family stands inside the same line, at a clause's start."""
    return find_next(text, marker.family, marker.number + 1, marker.end) >= 0


def find_next(text: str, family: str, number: int, start: int = 0) -> int:
    """Offset of a family's number inside a line, at a clause's start; -1 if it is not there."""
    inner = next((f.inner for f in FAMILIES if f.name == family), "")
    places = (_place_inside(text, start, form) for form in (_forms(inner, number) if inner else ()))
    return min((at for at in places if at >= 0), default=-1)


def _place_inside(text: str, start: int, form: str) -> int:
    at = text.find(form, start)
    end = at + len(form)
    inside = at > 0 and text[at - 1] in _CLAUSE_EDGES
    return at if inside and not (form[-1] == "." and text[end : end + 1].isdigit()) else -1


@cache
def _forms(inner: str, number: int) -> tuple[str, ...]:
    """How the marker of a number may be written: 第二, 其次; （二）, (二)."""
    forms = [inner.format(n=n) for n in (_han(number), str(number))]
    forms += [form.replace("（", "(").replace("）", ")") for form in forms if form[0] == "（"]
    forms += [word for word, n in _WORDS.items() if n == number and inner.startswith("第")]
    return tuple(forms)


def _han(number: int) -> str:
    figures = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return ("" if tens < 1 else "十" if tens == 1 else figures[tens % 10] + "十") + (
        figures[ones] if ones else ""
    )
