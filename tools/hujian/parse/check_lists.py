"""Announced counts within running text: 抓好三件事：一是…二是…, and no third."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hujian.model import Document, Finding
from hujian.parse.check_counts import COUNT, LEAST, announcement, miscounted
from hujian.parse.markers import LAST, Marker, find_marker, find_next
from hujian.parse.numerals import numeral

ANNOUNCED: Final = re.compile(
    rf"(?<![\d０-９一二三四五六七八九十百千万第前上后])(?P<phrase>{COUNT}(?:个|点|条|项|件|大)(?:方面|环节)?的?"
    r"(?:意见|问题|要求|建议|工作(?!日)|任务|重点|体会|想法|希望|情况|看法|关系|原则|措施|举措|方针|部分|内容|事情?|着手|要点))"
    r"[^，。；！？：:]{0,8}[：:。，,][ \u3000]*"
)
_GOES_ON: Final = re.compile(r"(?:最后|此外|另外|还有|还要|再就是|同时)")
_NUMBERED: Final = frozenset({"comma", "paren", "figure", "paren-figure", "ordinal", "one-is", "one-must"})
_NEAR: Final = 3  # paragraphs in which a list may go on with another kind of number


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list: its paragraph, its offset in that, its number."""

    paragraph: int
    offset: int
    marker: Marker


def check_lists(document: Document) -> Iterator[Finding]:
    """announced-count: only where the first item stands directly behind the announcement.

    A list that goes on with another kind of number (一是…二要…最后…) is not counted.
    """
    texts = [document.text[p.start : p.end] for p in document.paragraphs]
    headings = {h.start for h in document.headings}
    for index, paragraph in enumerate(document.paragraphs):
        for found in ANNOUNCED.finditer(texts[index]):
            announced = numeral(found["count"]) or 0
            first = _first_item(texts, index, found.end())
            if announced < LEAST or first is None:
                continue
            below = first.paragraph > index and document.paragraphs[first.paragraph].start in headings
            if below and announcement(texts[index]):
                continue  # told by check_counts
            counted = _counted(texts, first, announced)
            if counted not in {None, announced}:
                start, end = found.span("phrase")
                span = (paragraph.start + start, paragraph.start + end)
                yield miscounted(document, span, found["phrase"], counted or 0)


def _first_item(texts: Sequence[str], index: int, offset: int) -> _Item | None:
    """The item that stands directly behind an announcement, on the same line or the next one."""
    if offset == len(texts[index]):
        index, offset = index + 1, 0
    marker = find_marker(texts[index][offset:]) if index < len(texts) else None
    if marker is None or marker.number != 1 or marker.family not in _NUMBERED:
        return None
    return _Item(index, offset + marker.end, marker)


def _counted(texts: Sequence[str], item: _Item, announced: int) -> int | None:
    """How many items follow each other; None if that cannot be told."""
    number = 1
    while following := _next_item(texts, item, number, far=number < announced):
        item, number = following, number + 1
    doubtful = number < LEAST or (number < announced and _goes_on_otherwise(texts, item, number + 1))
    return None if doubtful else number


def _next_item(texts: Sequence[str], item: _Item, number: int, *, far: bool) -> _Item | None:
    """The item with the next number: on the same line, else at the start of a later one."""
    text = texts[item.paragraph]
    at = find_next(text[item.offset :], item.marker.family, number + 1)
    if at >= 0:
        return _Item(item.paragraph, item.offset + at + 1, item.marker)
    later = range(item.paragraph + 1, len(texts) if far else min(item.paragraph + 2, len(texts)))
    for paragraph in later:
        marker = find_marker(texts[paragraph])
        if marker is not None and (marker.family, marker.number) == (item.marker.family, number + 1):
            return _Item(paragraph, marker.end, item.marker)
    return None


def _goes_on_otherwise(texts: Sequence[str], item: _Item, number: int) -> bool:
    rest = texts[item.paragraph][item.offset :]
    if _GOES_ON.search(rest) or any(find_next(rest, family, number) >= 0 for family in _NUMBERED):
        return True
    below = map(find_marker, texts[item.paragraph + 1 : item.paragraph + 1 + _NEAR])
    return any(marker is not None and marker.number in {number, LAST} for marker in below)
