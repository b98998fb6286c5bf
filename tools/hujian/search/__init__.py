"""Exact full-text search: the data that the reader's browser searches.

This is the plain-scan tier: the texts themselves, packed into files of about 1 MB that classic
script tags load when the reader opens the search. The queries are answered by
tools/frontend/src/core. Public: ``search_files`` and ``PlainPage``.
"""

from hujian.search.files import search_files
from hujian.search.pages import PlainPage

__all__ = ["PlainPage", "search_files"]
