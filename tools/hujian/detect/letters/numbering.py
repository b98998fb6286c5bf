"""The numbers of articles, headings and items at the heads of lines: layout, no wording that texts share.

An article keeps its wording when it is moved; 第三十五条 stands in every statute of that length.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

_NUMERAL = r"[一二三四五六七八九十百千〇零\d]{1,7}"
_NUMBER = (
    rf"第{_NUMERAL}(?:[编篇章节条]|部分)(?:之{_NUMERAL})?(?=\s)"
    rf"|[（(]{_NUMERAL}[）)]、?"
    rf"|{_NUMERAL}(?:、(?!{_NUMERAL})|[.．](?!\d))"  # no list: 一、二、三产业, 2022、2023年
    r"|[①-⑳]"
)
_NUMBERING = re.compile(rf"^[#\s]*(?:{_NUMBER})(?:[^\S\n]*(?:{_NUMBER}))?", re.MULTILINE)


def numbering(text: str) -> NDArray[np.integer]:
    """Which characters of a text, told by their places, are the numbers with which its lines begin."""
    found = [range(*match.span()) for match in _NUMBERING.finditer(text)]
    return np.fromiter((at for places in found for at in places), np.intp, sum(map(len, found)))
