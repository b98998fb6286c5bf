"""One row of two that speak of the same file."""

from __future__ import annotations

from dataclasses import replace

from hujian.parse.catalog_columns import NOTE, SOURCE, VALUE_COLUMNS
from hujian.parse.corrections import FIELDS, CatalogRow, is_keepers


def merged(first: CatalogRow, second: CatalogRow) -> tuple[CatalogRow, tuple[str, ...]]:
    """The first row, with what the keeper wrote in the second one only.

    Returns:
        The row, and the columns in which both hold different words of the keeper's; there the first stands.
    """
    source, source_lost = _either(first.source, second.source)
    note, note_lost = _either(first.note, second.note)
    own = {
        header: _either(first.own.get(header, ""), second.own.get(header, ""))
        for header in _own(first, second)
    }
    lost = [VALUE_COLUMNS[name] for name in FIELDS if _differ(first, second, name)]
    lost += [header for header, gone in ((SOURCE, source_lost), (NOTE, note_lost)) if gone]
    lost += [header for header, (_, gone) in own.items() if gone]
    chosen = {name: second if _prefers(first, second, name) else first for name in FIELDS}
    row = replace(
        first,
        values={name: row.values[name] for name, row in chosen.items() if name in row.values},
        manual=frozenset(name for name, row in chosen.items() if name in row.manual),
        digests={name: row.digests[name] for name, row in chosen.items() if name in row.digests},
        unusable={name: row.unusable[name] for name, row in chosen.items() if name in row.unusable},
        source=source,
        note=note,
        acknowledged="、".join(dict.fromkeys(filter(None, (first.acknowledged, second.acknowledged)))),
        own={header: cell for header, (cell, _) in own.items()},
        text=first.text or second.text,
    )
    return row, tuple(lost)


def _own(first: CatalogRow, second: CatalogRow) -> dict[str, None]:
    return dict.fromkeys((*first.own, *second.own))


def _either(first: str, second: str) -> tuple[str, bool]:
    """The first cell, or the second where that is empty; and whether the second one's words are lost."""
    return first or second, bool(first and second and first != second)


def _is_written(row: CatalogRow, name: str) -> bool:
    return name in row.unusable or is_keepers(row, name)


def _prefers(first: CatalogRow, second: CatalogRow, name: str) -> bool:
    """Whether the second row's cell is taken: the keeper's before the program's, a filled one before none."""
    if _is_written(first, name):
        return False
    return _is_written(second, name) or name not in first.values


def _differ(first: CatalogRow, second: CatalogRow, name: str) -> bool:
    if not (_is_written(first, name) and _is_written(second, name)):
        return False
    cells = [(row.values.get(name), row.unusable.get(name)) for row in (first, second)]
    return cells[0] != cells[1]
