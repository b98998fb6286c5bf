"""parse: what a text is and how it is built: title, date, speaker, level, headings, paragraphs.

Takes a ``CleanText``, gives a ``Document``; every value says whether it is stated, inferred, the keeper's, or
unknown. ``check`` says what a keeper should look at; ``read_catalog`` and ``write_catalog`` are the keeper's
table of corrections, ``read_instructions`` the list of what he wishes about formulations.
"""

from hujian.parse.acknowledgements import acknowledge
from hujian.parse.catalog_read import NO_HEADER, lost_by_rewriting, read_catalog, unmatched_rows
from hujian.parse.catalog_write import write_catalog
from hujian.parse.chain import CHAIN, parse
from hujian.parse.check import CHECKS, check
from hujian.parse.corrections import CatalogRow
from hujian.parse.instructions import idle_finding, read_instructions

__all__ = [
    "CHAIN",
    "CHECKS",
    "NO_HEADER",
    "CatalogRow",
    "acknowledge",
    "check",
    "idle_finding",
    "lost_by_rewriting",
    "parse",
    "read_catalog",
    "read_instructions",
    "unmatched_rows",
    "write_catalog",
]
