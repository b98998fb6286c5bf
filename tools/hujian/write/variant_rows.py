"""The table of a formulation's wordings: how often and since when each stands, and how it differs."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hujian.fold import letters_of
from hujian.model import Formulation
from hujian.settings import LEVEL_NAMES, LEVELS
from hujian.write.concordance import Place, variants

_TRIFLE = 1  # letters of agreement between two differences: no agreement that a reader would see


@dataclass(frozen=True, slots=True)
class VariantRow:
    """A wording with its figures."""

    wording: Markup  # what differs from the page's own wording is marked
    own: bool  # it is the page's own
    places: int
    first: str | None  # ISO date: the oldest that is known
    undated: int  # places in texts without a date: any of them may be older
    levels: str


def variant_rows(formulation: Formulation, found: Sequence[Place]) -> list[VariantRow]:
    """All wordings, the most frequent first."""
    rows = [_row(formulation.canonical, wording, at) for wording, at in variants(formulation, found)]
    return sorted(rows, key=lambda row: (-row.places, not row.own))


def differing(own: str, other: str) -> Markup:
    """Another wording beside one's own: ``<del>`` stands only in one's own, ``<ins>`` only in the other."""
    out = Markup()
    matcher = difflib.SequenceMatcher(None, own, other, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size > _TRIFLE]
    a = b = 0
    for start, there, size in [*blocks, (len(own), len(other), 0)]:
        out += _changed(own[a:start], other[b:there])
        out += other[there : there + size]
        a, b = start + size, there + size
    return out


def _changed(gone: str, new: str) -> Markup:
    if letters_of(gone) == letters_of(new):
        return Markup("{}").format(new)  # marks alone are no variant
    return (Markup("<del>{}</del>").format(gone) if gone else Markup()) + (
        Markup("<ins>{}</ins>").format(new) if new else Markup()
    )


def _row(canonical: str, wording: str, found: Sequence[Place]) -> VariantRow:
    dates = sorted(p.document.date.value for p in found if p.document.date.value)
    ranks = sorted({p.rank for p in found})
    return VariantRow(
        differing(canonical, wording),
        letters_of(wording) == letters_of(canonical),
        len(found),
        dates[0] if dates else None,
        len(found) - len(dates),
        "、".join(LEVEL_NAMES[LEVELS[r]] for r in ranks),
    )
