"""The generated part of the home page."""

from __future__ import annotations

from dataclasses import dataclass

from hujian.model import Collection, Level
from hujian.settings import FORMULATIONS, LEVELS, REPORT, TEXTS
from hujian.write.formulation import formulation_url
from hujian.write.lists import Row, leading, rows
from hujian.write.page import TocEntry
from hujian.write.view import render

_LEADING = 24  # formulations on the home page: a screenful
_LISTED = 12  # documents a level; the rest is behind the link to the list


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """Documents of one level."""

    level: Level
    rows: tuple[Row, ...]
    more: int  # how many are not shown


def home_section(collection: Collection, root: str = "") -> str:
    """What the collection is made of: figures, documents by level and date, leading formulations."""
    every = rows(collection)
    dated = sorted(d.date.value for d in collection.documents if d.date.value)
    return render(
        "home.html",
        root=root,
        collection=collection,
        letters=sum(len(d.text) for d in collection.documents),
        span=(dated[0][:4], dated[-1][:4]) if dated else None,
        levels=list(_levels(every)),
        leading=leading(collection, _LEADING),
        url=formulation_url,
        texts=f"{TEXTS}/index.html",
        formulations=f"{FORMULATIONS}/index.html",
        report=f"{REPORT}/index.html",
    )


def home_toc(collection: Collection) -> tuple[TocEntry, ...]:
    """Table of contents of the generated part."""
    leading_entry = (TocEntry("主要提法", "leading"),) if collection.detection.formulations else ()
    return (TocEntry("文本", "by-level"), *leading_entry)


def _levels(every: list[Row]) -> list[LevelGroup]:
    groups = (
        (level, [r for r in every if (r.document.level.value or "unknown") == level]) for level in LEVELS
    )
    return [LevelGroup(lv, tuple(g[:_LISTED]), max(0, len(g) - _LISTED)) for lv, g in groups if g]
