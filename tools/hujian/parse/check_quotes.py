"""Quotes and brackets that do not pair within their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hujian.model import Document, Finding
from hujian.parse.findings import at

PAIRS: Final = {"“": "”", "‘": "’", "（": "）", "《": "》", "【": "】"}
_CLOSERS: Final = {close: open_ for open_, close in PAIRS.items()}
_LEVELLED: Final = str.maketrans("()", "（）")
_SIGNS: Final = re.compile(r"[“”‘’（）《》【】()]")
_LIST_MARK: Final = re.compile(r"(?:[0-9０-９]{1,3}|[a-zA-Z一二三四五六七八九十]{1,3})[）)]")
_APOSTROPHE: Final = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_REACH: Final = 4
"""Paragraphs. A sign whose partner stands up to that far below was cut off by a broken line."""

Alone = tuple[int, int, str]  # index of the paragraph, clean offset, the sign


def check_quotes(document: Document) -> Iterator[Finding]:
    """unbalanced-quotes: the first sign of every kind in a paragraph that has no partner.

    A quotation over several paragraphs opens in each and closes in the last only, as GB/T 15834-2011 has it;
    a list mark like 1） has no partner either.
    """
    alone = list(_told_once(_all_alone(document)))
    paired: set[int] = set()
    for number, (index, offset, sign) in enumerate(alone):
        if number in paired or (sign in "“‘" and _is_continued(document, index, sign)):
            continue
        partner = _partner_below(alone, number)
        if partner is None:
            yield _unpaired(document, offset, sign)
        else:
            paired.add(partner)
            yield _torn(document, offset, sign, alone[partner][0] - index)


def _all_alone(document: Document) -> Iterator[Alone]:
    for index, paragraph in enumerate(document.paragraphs):
        text = document.text[paragraph.start : paragraph.end]
        for offset in _alone(text):
            yield index, paragraph.start + offset, text[offset].translate(_LEVELLED)


def _alone(text: str) -> list[int]:
    """Offsets of signs without a partner; a closing sign takes the nearest opening one of its kind."""
    if not _SIGNS.search(text):
        return []
    open_at: dict[str, list[int]] = {sign: [] for sign in PAIRS}
    alone: list[int] = []
    exempt = _exempt(text)
    for match in _SIGNS.finditer(text):
        sign = match.group().translate(_LEVELLED)
        if match.start() in exempt:
            continue
        if sign in PAIRS:
            open_at[sign].append(match.start())
        elif open_at[_CLOSERS[sign]]:
            open_at[_CLOSERS[sign]].pop()
        else:
            alone.append(match.start())
    return sorted(alone + [offset for offsets in open_at.values() for offset in offsets])


def _exempt(text: str) -> set[int]:
    mark = _LIST_MARK.match(text)
    return {mark.end() - 1} if mark else {m.start() for m in _APOSTROPHE.finditer(text)}


def _told_once(signs: Iterator[Alone]) -> Iterator[Alone]:
    told: set[tuple[int, str]] = set()
    for index, offset, sign in signs:
        if (index, sign) not in told:
            told.add((index, sign))
            yield index, offset, sign


def _partner_below(alone: list[Alone], number: int) -> int | None:
    """The closing sign below that an opening one lost, past openings of the same kind."""
    index, _, sign = alone[number]
    for other in range(number + 1, len(alone)):
        if sign not in PAIRS or alone[other][0] > index + _REACH:
            return None
        if alone[other][2] == PAIRS[sign] and alone[other][0] > index:
            return other
    return None


def _is_continued(document: Document, index: int, sign: str) -> bool:
    """Whether the next paragraph of a quotation opens with the sign once more."""
    paragraphs = document.paragraphs
    return index + 1 < len(paragraphs) and document.text.startswith(sign, paragraphs[index + 1].start)


def _unpaired(document: Document, offset: int, sign: str) -> Finding:
    partner = PAIRS.get(sign) or _CLOSERS[sign]
    message = f"这一段里的 {sign} 没有配对的 {partner} 。"
    remedy = "请对照原件，补上缺少的一半，或删去多余的一半。"
    return at(document, (offset, offset + 1), "unbalanced-quotes", message, remedy)


def _torn(document: Document, offset: int, sign: str, below: int) -> Finding:
    message = (
        f"这一段里的 {sign} 到后面第 {below} 段才有配对的 {PAIRS[sign]} ，可能是一段文字被误分成了几段。"
    )
    return at(
        document, (offset, offset + 1), "unbalanced-quotes", message, "请对照原件，把误分的几段接起来。"
    )
