"""The overview: who shares with whom, when and on which level, with what, and how good the data is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hujian import __version__
from hujian.model import Document
from hujian.settings import LEVELS
from hujian.write.compare import PATH as COMPARE
from hujian.write.compare import compare_url
from hujian.write.datapackage import fingerprint
from hujian.write.formulation import formulation_url
from hujian.write.lists import leading
from hujian.write.matrix import chosen, matrix, numbered, scale
from hujian.write.page import Frame, Page, TocEntry
from hujian.write.shelf import Shared, Shelf
from hujian.write.timeline import Point, lane_rows, timeline
from hujian.write.view import level_rank, render

PATH = "overview.html"
_LEADING = 24
_NEAREST = 3  # others named for each document
_LISTED = 200  # documents in tables: beyond, the list of texts tells more


@dataclass(frozen=True, slots=True)
class Near:
    """A document with those in which most of it stands."""

    document: Document
    url: str
    others: tuple[tuple[Shared, str], ...]  # with the URL that compares them


@dataclass(frozen=True, slots=True)
class Quality:
    """What is not known or not sure about the documents."""

    name: str
    documents: tuple[tuple[Document, str], ...]
    count: int


def overview_page(shelf: Shelf) -> Page:
    """The overview of a collection."""
    toc = (
        TocEntry("谁与谁相同", "matrix"),
        TocEntry("何时何级", "timeline"),
        TocEntry("主要提法", "leading"),
        TocEntry("数据质量", "quality"),
    )
    return Page(
        PATH,
        "概览",
        lambda: _body(shelf),
        toc,
        "各篇之间相同文字的多少、时间、主要提法和数据质量",
        Frame.FIGURE,
    )


def _body(shelf: Shelf) -> str:
    square = chosen(shelf)
    points = [Point(LEVELS[level_rank(d)], d.date.value, d.name, shelf.url(d.path), 1) for d in shelf.ordered]
    return render(
        "overview.html",
        root="",
        picture=matrix(shelf, square),
        scale=scale(),
        numbered=numbered(square),
        partial=len(square) < len(shelf.ordered),
        square=len(square),
        nearest=[_near(shelf, d) for d in shelf.ordered[:_LISTED]],
        unlisted=max(0, len(shelf.ordered) - _LISTED),
        line=timeline(points, "各级文本的时间"),
        lanes=lane_rows(points),
        leading=leading(shelf.collection, _LEADING),
        quality=_quality(shelf),
        compare=COMPARE,
        limits=shelf.collection.detection.limits,
        program=__version__,
        fingerprint=fingerprint(shelf.collection),
        url=formulation_url,
    )


def _near(shelf: Shelf, document: Document) -> Near:
    ours = shelf.address(document.path).id
    others = shelf.shared(document.path)[:_NEAREST]
    return Near(
        document,
        shelf.url(document.path),
        tuple((s, compare_url(ours, shelf.address(s.document.path).id)) for s in others),
    )


def _quality(shelf: Shelf) -> list[Quality]:
    flagged = {f.source for f in shelf.collection.findings}
    tests: tuple[tuple[str, Callable[[Document], bool]], ...] = (
        ("原文无标题，标题由本站拟定", lambda d: d.title.basis == "inferred"),
        ("日期未知", lambda d: d.date.value is None),
        ("日期由文意推断", lambda d: d.date.value is not None and d.date.basis == "inferred"),
        ("层级未知", lambda d: (d.level.value or "unknown") == "unknown"),
        ("讲话人未知", lambda d: d.speaker.value is None),
        ("另有几乎相同的文件", lambda d: d.path in shelf.copies),
        ("有提示", lambda d: d.path in flagged),
    )
    found = []
    for name, holds in tests:
        documents = [(d, shelf.url(d.path)) for d in shelf.ordered if holds(d)]
        found.append(Quality(name, tuple(documents[:_NEAREST]), len(documents)))
    return found
