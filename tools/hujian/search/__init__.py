"""Exact full-text search: the data that the reader's browser searches.

Two tiers, loaded by classic script tags when the reader asks, answered by tools/frontend/src/core with
the same results: the texts themselves for small collections (``scan``), positions of letter pairs
for large ones (``grams``). Public: ``search_files`` and ``PlainPage``.
"""

from hujian.search.files import search_files
from hujian.search.pages import PlainPage

__all__ = ["PlainPage", "search_files"]
