"""Hints on the search page for what every search begins with: names known when the search is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BEGINNING = re.compile(r"search/(?:fold|index)-\w+\.js")
_HINT = re.compile(r'\n<link rel="preload" as="script" href="search/(?!manifest)[^"]*">')
_MANIFEST = '<link rel="preload" as="script" href="search/manifest.js">'  # in overrides/main.html


def preloading(html: str, paths: Iterable[str]) -> str:
    """The search page with a hint for each of the search's files that every query needs.

    Args:
        html: the finished page; hints of an earlier search go.
        paths: all files of the search, relative to the site root.
    """
    wanted = [path for path in paths if _BEGINNING.fullmatch(path)]
    hints = [_MANIFEST, *(f'<link rel="preload" as="script" href="{path}">' for path in wanted)]
    return _HINT.sub("", html).replace(_MANIFEST, "\n".join(hints), 1)
