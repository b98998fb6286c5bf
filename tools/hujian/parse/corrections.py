"""The keeper's row of catalog.csv, and how it changes a document.

How a correction is told from a value that the tool wrote itself: the last column, 校验, holds a short digest
of every value that the tool wrote into the row. A cell that does not fit its digest was edited. So

* an empty cell takes the tool's present value;
* a cell whose basis column says 人工 is the keeper's, whatever it holds;
* a cell that fits its digest is the tool's own, perhaps by an older version: the present value replaces it;
* every other cell is the keeper's (also when the 校验 column is lost: an inference that stays too long does
  less harm than a correction that is lost);
* "-" means: known to be unknown; nothing is concluded.

Excel rewrites dates (2023-06-28 becomes 2023/6/28, 2023-06 becomes Jun-23 or 2023/6/1). Digests are therefore
made of the ISO form, and a first of month counts as unedited if the tool wrote that month.

Behind the values' digests 校验 holds one of the file itself, by which the row finds a file that was renamed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from hujian.model import Document, Value

FIELDS: Final = ("title", "date", "speaker", "level", "place")
NOTHING: Final = "-"
_DIGEST_LETTERS: Final = 5
_TEXT_LETTERS: Final = 12  # 48 bits: no two files of a collection agree by chance


@dataclass(frozen=True, slots=True)
class CatalogRow:
    """One row of catalog.csv, with values in the program's terms (ISO dates, model.Level)."""

    file: str
    values: Mapping[str, str] = field(default_factory=dict)  # field -> cell; empty and wrong cells are absent
    manual: frozenset[str] = frozenset()  # fields whose basis column says 人工
    digests: Mapping[str, str] = field(default_factory=dict)  # field -> digest of what the tool wrote
    source: str = ""
    note: str = ""
    row: int = 0  # as Excel counts: the header is row 1
    unusable: Mapping[str, str] = field(default_factory=dict)  # field -> wrong cell, as the keeper wrote it
    acknowledged: str = ""  # findings that the keeper has looked at, as he wrote them
    own: Mapping[str, str] = field(default_factory=dict)  # columns that the keeper added, by header
    text: str = ""  # mark of the file's bytes when the tool wrote the row; "" if it did not


def digest(value: str) -> str:
    """A short fingerprint of a value that the tool wrote; it begins with a letter: Excel leaves it alone."""
    return "v" + hashlib.sha256(value.encode()).hexdigest()[:_DIGEST_LETTERS]


def text_mark(sha256: str) -> str:
    """A fingerprint of a file by which its row finds it under another name."""
    return "t" + sha256[:_TEXT_LETTERS]


def is_keepers(row: CatalogRow, name: str) -> bool:
    """Whether the row's cell for a field holds what the keeper wrote."""
    value = row.values.get(name)
    if value is None:
        return False
    if name in row.manual or value == NOTHING or name not in row.digests:
        return True
    forms = {value}
    if name == "date" and value.endswith("-01"):
        forms.add(value[:-3])
    return row.digests[name] not in {digest(form) for form in forms}


def correct(document: Document, row: CatalogRow | None) -> Document:
    """Let the keeper's cells win over what was recognised.

    A cell that says what the tool says anyway is no correction, unless its basis column says 人工.
    """
    if row is None:
        return document
    changes: dict[str, Value] = {}
    for name in FIELDS:
        found: Value = getattr(document, name)
        if not is_keepers(row, name):
            continue
        nothing = row.values[name] == NOTHING
        value = None if nothing else row.values[name]
        if nothing or value != found.value or name in row.manual:
            changes[name] = Value(value, "catalog", found.span if value == found.value else None, "据编目表")
    return replace(document, origin=row.source, note=row.note, **changes)  # type: ignore[arg-type]
