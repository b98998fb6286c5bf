"""Quotes and brackets that do not pair within their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import Document, Finding, Paragraph
from .findings import at

PAIRS: Final = {"“": "”", "‘": "’", "（": "）", "《": "》", "【": "】"}
_LEVELLED: Final = str.maketrans("()", "（）")
_CLOSERS: Final = {close: open_ for open_, close in PAIRS.items()}
_SIGNS: Final = re.compile(r"[“”‘’（）《》【】()]")
_LIST_MARK: Final = re.compile(r"(?:[0-9０-９]{1,3}|[a-zA-Z一二三四五六七八九十]{1,3})[）)]")
_APOSTROPHE: Final = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")


def check_quotes(document: Document) -> Iterator[Finding]:
    """unbalanced-quotes: the first sign of every kind in a paragraph that has no partner.

    A quotation over several paragraphs opens in each and closes in the last (GB/T 15834-2011, 4.8.3.5 does so);
    a list mark like 1） has no partner either.
    """
    paragraphs = document.paragraphs
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=False):
        text = document.text[paragraph.start : paragraph.end]
        alone = _alone(text)
        if not alone:
            continue
        goes_on = following is not None and document.text[following.start : following.start + 1] in PAIRS
        yield from _findings(document, paragraph, text, alone, goes_on)


def _alone(text: str) -> list[int]:
    """Offsets of signs without a partner; a closing sign takes the nearest opening one of its kind."""
    if not _SIGNS.search(text):
        return []
    exempt = {m.end() - 1 for m in (_LIST_MARK.match(text),) if m} | {
        m.start() for m in _APOSTROPHE.finditer(text)
    }
    open_at: dict[str, list[int]] = {sign: [] for sign in PAIRS}
    alone: list[int] = []
    for match in _SIGNS.finditer(text):
        if match.start() in exempt:
            continue
        sign = match.group().translate(_LEVELLED)
        if sign in PAIRS:
            open_at[sign].append(match.start())
        elif open_at[_CLOSERS[sign]]:
            open_at[_CLOSERS[sign]].pop()
        else:
            alone.append(match.start())
    return sorted(alone + [offset for offsets in open_at.values() for offset in offsets])


def _findings(
    document: Document, paragraph: Paragraph, text: str, alone: list[int], goes_on: bool
) -> Iterator[Finding]:
    told: set[str] = set()
    for offset in alone:
        sign = text[offset].translate(_LEVELLED)
        if sign in told or (goes_on and sign in "“‘" and text.startswith(sign)):
            continue
        told.add(sign)
        partner = PAIRS.get(sign) or _CLOSERS[sign]
        yield at(
            document,
            paragraph.start + offset,
            paragraph.start + offset + 1,
            "unbalanced-quotes",
            f"这一段里的“{text[offset]}”没有配对的“{partner}”。"
            if sign not in "“”"
            else f"这一段里的 {text[offset]} 没有配对的 {partner} 。",
            "请对照原件，补上缺少的一半，或删去多余的一半。",
        )
