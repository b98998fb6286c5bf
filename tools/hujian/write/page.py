"""What the write room hands over: pages without a theme, and plain files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of a page's table of contents."""

    title: str  # plain text
    id: str
    children: tuple[TocEntry, ...] = ()


class Frame(StrEnum):
    """How the theme's columns stand around a page: known before its body, lest that moves them."""

    PLAIN = ""  # as the theme has them
    TEXT = "text"  # a wide right column for what a text is connected with
    TABLE = "table"  # many columns take the room beside them
    FIGURE = "figure"  # a figure takes the room at its left, beside the outline
    WHOLE = "whole"  # all of the window


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, before the theme is put around it.

    The body is made when it is asked for, so that a site of many pages never stands in memory whole.
    """

    path: str  # site-relative, "texts/x.html"
    title: str
    body: Callable[[], str]  # HTML with an h1
    toc: tuple[TocEntry, ...] = ()
    description: str = ""
    frame: Frame = Frame.PLAIN


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is published as it is."""

    path: str  # site-relative
    data: Callable[[], bytes]
