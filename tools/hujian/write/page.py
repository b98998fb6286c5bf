"""What the write room hands over: pages without a theme, and plain files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of a page's table of contents."""

    title: str  # plain text
    id: str
    children: tuple[TocEntry, ...] = ()


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


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is published as it is."""

    path: str  # site-relative
    data: Callable[[], bytes]
