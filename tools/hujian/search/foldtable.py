"""What a browser must be told to fold letters as ``hujian.fold`` does.

It knows NFKC and lower case by itself, but neither traditional characters nor full case folding.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hujian.fold import simplified_characters
from hujian.search.letters import KEPT

_CASED_END = 0x20000
"""Letters with case stand in the first two planes of Unicode (tests/frontend checks all planes)."""


@cache
def fold_table() -> dict[str, str | list[int] | dict[str, str]]:
    """Return the table that tools/frontend/src/core/fold.ts takes (its ``FoldTable``)."""
    simplified = sorted(simplified_characters().items())
    cased = map(chr, range(_CASED_END))
    points = [ord(traditional) for traditional, _ in simplified]
    return {
        "steps": [point - before for before, point in pairwise([0, *points])],  # half the size of characters
        "to": "".join(plain for _, plain in simplified),
        "cases": {c: c.casefold() for c in cased if c.casefold() != c.lower()},
        "kept": KEPT,
    }
