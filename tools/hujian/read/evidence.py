"""How much a decoded text looks like Chinese, so that rival decodings can be compared.

GB18030 decodes nearly any bytes and UTF-16 nearly any even number of them, so "it decodes" proves
nothing. What tells them apart is which characters come out: written Chinese draws about 99 % of its
characters from the first levels of GB 2312 (3,755 hanzi) and Big5 (5,401 hanzi), and many of
them from a few hundred; a wrong decoding scatters over the rare ones.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

ENOUGH = 0.6  # plausibility below this is not taken; measured by tests/read/test_decoding.py
CLEAR_LEAD = 0.12  # the best must lead the runner-up by this much
_SAMPLE = 20_000  # characters looked at, taken from the beginning
_FEW_CONTROLS = 0.05  # share of control characters above which it is no text

_PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·×％　「」『』○〇"
_FREQUENT = (  # function words and the commonest hanzi in both scripts, from general word lists
    "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工"
    "也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着著等部度家电電力里如水化高自二理起小物现現"
    "实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全"
    "表间間样樣与與关關各重新线線内內数數正心反你明看原又么麼利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月"
    "公无無系系军軍党黨和区區市省县縣工作会书書记記同志们坚堅持推强強"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


@cache
def _weights() -> dict[str, float]:
    """Weight of every character that counts for Chinese; all others weigh 0 or less."""
    level_one = bytes(b for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF) for b in (high, low))
    weights = dict.fromkeys(level_one.decode("gb2312", "ignore"), 0.9)
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    level_one_big5 = bytes(b for high in range(0xA4, 0xC7) for low in trails for b in (high, low))
    weights.update(dict.fromkeys(level_one_big5.decode("big5", "ignore"), 0.9))
    weights.update(dict.fromkeys(map(chr, range(0x20, 0x7F)), 0.9))
    weights.update(dict.fromkeys(_FREQUENT + _PUNCTUATION, 1.2))
    weights.update(dict.fromkeys("\r\n\t\f\u0085", 1.0))
    return weights


def plausibility(text: str) -> float:
    """Mean weight of the characters: about 1 for Chinese, far less for a wrong decoding."""
    sample = Counter(text[:_SAMPLE])
    if not sample:
        return 0.0
    weights = _weights()
    total = sum(sample.values())
    score = sum(weights.get(character, 0.0) * n for character, n in sample.items())
    return float(score / total) - len(_CONTROL.findall(text[:_SAMPLE])) / total


def common_share(text: str) -> float:
    """Share of the characters that are common in Chinese, for telling a keeper."""
    sample = text[:_SAMPLE]
    return sum(map(_weights().__contains__, sample)) / len(sample) if sample else 0.0


def looks_binary(text: str) -> bool:
    """More control characters than any text has."""
    return len(_CONTROL.findall(text)) > _FEW_CONTROLS * len(text)
