"""A document's name, level and date as HTML: what most lists and tables show of it.

Functions and no macros, since pages of formulations show hundreds of documents each.
"""

from __future__ import annotations

from functools import cache

from markupsafe import Markup, escape

from hujian.model import Document, Level
from hujian.settings import LEVEL_NAMES

_SUPPLIED = ' <span class="hj-supplied" title="原文无标题，此标题由本站据文意拟定">拟题</span>'


def name(document: Document, url: str) -> Markup:
    """The name as a link; a supplied one is marked."""
    supplied = _SUPPLIED if document.title.basis == "inferred" else ""
    return Markup(f'<a href="{escape(url)}">{escape(document.name)}</a>{supplied}')


def level(document: Document) -> Markup:
    """The level, for the stylesheet too."""
    return _level(document.level.value or "unknown")


def when(document: Document) -> Markup:
    """The date, for machines too."""
    return _when(document.date.value)


@cache
def _level(known: Level) -> Markup:
    return Markup(f'<span class="hj-level hj-level--{escape(known)}">{escape(LEVEL_NAMES[known])}</span>')


@cache
def _when(iso: str | None) -> Markup:
    if not iso:
        return Markup('<span class="hj-unknown">日期未知</span>')
    return Markup(f'<time datetime="{escape(iso)}">{escape(chinese_date(iso))}</time>')


@cache
def chinese_date(iso: str | None) -> str:
    """2023-06-28 as 2023年6月28日, with the precision that it has; 日期未知 for none."""
    if not iso:
        return "日期未知"
    units = zip(iso.split("-"), "年月日", strict=False)
    return "".join(f"{part if unit == '年' else int(part)}{unit}" for part, unit in units)
