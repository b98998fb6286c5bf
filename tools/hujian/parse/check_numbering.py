"""Numbering that skips, repeats or does not begin with one."""

from __future__ import annotations

from collections.abc import Iterator

from hujian.model import Document, Finding, Heading
from hujian.parse.findings import at
from hujian.parse.markers import LAST, find_marker


def check_numbering(document: Document) -> Iterator[Finding]:
    """numbering-gap: a number that does not follow its elder sibling's; articles count through the text."""
    elders: dict[int, tuple[str, int]] = {}  # depth -> family and number of the latest heading
    article = 0
    for heading in document.headings:
        for depth in [d for d in elders if d > heading.depth]:
            del elders[depth]
        family, number = _numbered(document, heading)
        if family == "article":
            elder, article = article, number
        else:
            elder_family, elder = elders.get(heading.depth, ("", 0))
            elder = elder if elder_family == family else 0
            elders[heading.depth] = (family, number)
        if number not in {0, LAST, elder + 1} and not (number == 1 and elder):
            yield _gap(document, heading, elder, number)


def _numbered(document: Document, heading: Heading) -> tuple[str, int]:
    marker = find_marker(document.text[heading.start : heading.end]) if heading.marker else None
    return (marker.family, marker.number) if marker else ("", 0)


def _gap(document: Document, heading: Heading, elder: int, number: int) -> Finding:
    before = f"前面是第 {elder} 个" if elder else "前面没有同级的标题"
    return at(
        document,
        (heading.start, heading.start + len(heading.marker)),
        "numbering-gap",
        f"序号不连续：“{heading.marker}”是第 {number} 个，{before}。",
        "请对照原件，看是漏了一部分，还是序号写错。",
    )
