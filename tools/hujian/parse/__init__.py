"""parse: what a text is and how it is built: title, date, speaker, level, headings, paragraphs.

Takes a ``CleanText``, gives a ``Document``; every value says whether it is stated, inferred, the keeper's, or
unknown. ``check`` says what a keeper should look at; ``read_catalog`` and ``write_catalog`` are the keeper's
table of corrections, ``read_instructions`` the list of what he wishes about formulations.
"""

from hujian.parse.acknowledgements import acknowledge
from hujian.parse.catalog_findings import MERGED, NO_HEADER, lost_by_rewriting
from hujian.parse.catalog_moves import follow
from hujian.parse.catalog_read import read_catalog, unmatched_rows
from hujian.parse.catalog_write import write_catalog
from hujian.parse.chain import CHAIN, parse
from hujian.parse.check import CHECKS, check
from hujian.parse.corrections import CatalogRow, correct
from hujian.parse.instructions import idle_finding, read_instructions

__all__ = [
    "CHAIN",
    "CHECKS",
    "MERGED",
    "NO_HEADER",
    "CatalogRow",
    "acknowledge",
    "check",
    "correct",
    "follow",
    "idle_finding",
    "lost_by_rewriting",
    "parse",
    "read_catalog",
    "read_instructions",
    "unmatched_rows",
    "write_catalog",
]
