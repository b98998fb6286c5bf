"""Announced counts: 下面我讲五点意见, and then four follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hujian.model import Document, Finding
from hujian.parse.findings import at
from hujian.parse.markers import find_marker
from hujian.parse.numerals import numeral

COUNT: Final = r"(?P<count>[0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})"
ANNOUNCED: Final = re.compile(
    rf"(?:讲|强调|谈|提|提出|说|把握|抓好|做好|做到|注意|突出|围绕|从|在|就|以下|如下|下面|下列)(?:以下|下面|如下|这|好|了|着)?"
    rf"(?P<phrase>{COUNT}(?:个|点|条|项|件|大)?(?:方面|环节)?(?:的)?"
    r"(?:意见|问题|要求|建议|工作(?!日)|任务|重点|体会|想法|希望|情况|看法|关系|原则|措施|举措|方面|方针|部分|内容|事|点|着手|下功夫|项))"
    r"[^。；！？，]{0,12}[。：:]?$"
)
_LAST_SENTENCE: Final = re.compile(r"[^。！？]*[。！？：:]?$")
LEAST: Final = 2


def check_counts(document: Document) -> Iterator[Finding]:
    """announced-count: only where the announcement closes the paragraph directly before the first heading.

    Counts that are followed by anything but a heading announce something within the text, and are left alone.
    """
    own_lines = {h.paragraph for h in document.headings if not h.run_in}
    for number, heading in enumerate(document.headings):
        before = heading.paragraph - 1
        if before < 0 or before in own_lines or not _is_first(document, number):
            continue
        paragraph = document.paragraphs[before]
        found = announcement(document.text[paragraph.start : paragraph.end])
        announced = (numeral(found["count"]) or 0) if found else 0
        counted = _siblings(document, number)
        if found and announced >= LEAST and announced != counted:
            start, end = found.span("phrase")
            yield miscounted(
                document, (paragraph.start + start, paragraph.start + end), found["phrase"], counted
            )


def _is_first(document: Document, number: int) -> bool:
    """Whether a heading is the first of its siblings."""
    heading = document.headings[number]
    if number == 0 or document.headings[number - 1].depth < heading.depth:
        return True
    marker = find_marker(document.text[heading.start : heading.end])
    return marker is not None and marker.number == 1


def miscounted(document: Document, span: tuple[int, int], phrase: str, counted: int) -> Finding:
    """The finding that an announced number is not that of what follows."""
    message = f"文中说“{phrase}”，后面实际列出 {counted} 个。"
    return at(document, span, "announced-count", message, "请核对原件：是少了一部分，还是数目写错。")


def announcement(text: str) -> re.Match[str] | None:
    """The announcement that closes a paragraph."""
    sentence = _LAST_SENTENCE.search(text)
    return ANNOUNCED.search(text, sentence.start()) if sentence else None


def _siblings(document: Document, first: int) -> int:
    """How many headings of the depth of ``first`` follow before a higher one, itself included."""
    depth = document.headings[first].depth
    count = 0
    for heading in document.headings[first:]:
        if heading.depth < depth:
            break
        count += heading.depth == depth
    return count
