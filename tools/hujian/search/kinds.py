"""One letter for each kind of paragraph in the search data (tools/frontend/src/core reads them)."""

from __future__ import annotations

from hujian.model import ParagraphKind

KINDS: dict[ParagraphKind, str] = {
    "title": "t",
    "dateline": "d",
    "byline": "y",
    "addressee": "a",
    "salutation": "s",
    "heading": "h",
    "body": "b",
    "signature": "g",
}
NAME = "n"
"""The title on a page that does not stand in the text: supplied, or from the keeper's catalogue."""
