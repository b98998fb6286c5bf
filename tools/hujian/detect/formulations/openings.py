"""What stands at the head of a clause before a formulation: numbering, year, ordinal, address, modal verb."""

from __future__ import annotations

import re

import numpy as np

from hujian.detect.letters.characters import are_among
from hujian.detect.letters.frames import is_address
from hujian.detect.letters.stream import PHRASE, Ints, Stream
from hujian.detect.letters.vocabulary import ADDRESSED

NUMERAL = re.compile(r"第?[一二三四五六七八九十0-9]{1,3}")
OPENING = re.compile(
    r"(?:[0-9]{4}年|第?[一二三四五六七八九十]{1,2}[是要])?(?:我们|各级|必须|要|将|但|并|其中|同时|特别是|因此|以及)*"
)
LONGEST_ADDRESS = 16  # letters, with the modal verb
_NUMBERS = frozenset("第一二三四五六七八九十0123456789")
_OPENERS = frozenset("0123456789第一二三四五六七八九十我各必要将但并其同特因以").union(
    word[0] for word in ADDRESSED
)
"""With what numerals, addresses and OPENING begin: most clauses begin with none of them."""


def bare_start(stream: Stream, start: int, end: int) -> int:
    """Start of a clause without its numbering, year and opening words (二、2022年…, 各级图书馆要…)."""
    letters, strength = stream.letters, stream.strength
    if letters[start] in _NUMBERS:
        mark = next((at for at in range(start + 1, min(start + 4, end)) if strength[at] >= PHRASE), start)
        if mark > start and NUMERAL.fullmatch(letters, start, mark):
            start = mark
    if letters[start] not in _OPENERS:
        return start
    modal = letters.find("要", start, min(end, start + LONGEST_ADDRESS))
    if modal >= 0 and is_address(letters[start : modal + 1]):
        start = modal
    opening = OPENING.match(letters, start, end)
    return start if opening is None else opening.end()


def bare_starts(stream: Stream, starts: Ints, ends: Ints) -> Ints:
    """As ``bare_start``, of many clauses."""
    bare = starts.copy()
    opened = np.flatnonzero(are_among(stream.codes[starts], _OPENERS))
    rows = zip(starts[opened].tolist(), ends[opened].tolist(), strict=True)
    bare[opened] = [bare_start(stream, start, end) for start, end in rows]
    return bare
