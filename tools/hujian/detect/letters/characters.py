"""The characters of many texts: what is known of one is found out once for every different one.

A byte a character is enough to tell it: a collection of many million has no room for anything larger that is
not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint16] | NDArray[np.uint32]


def codes_of(text: str) -> Codes:
    """The code points of a text, two bytes each if that is enough."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):
        return np.frombuffer(units, np.uint16)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def text_of(codes: Codes) -> str:
    """The text of code points, none of which is half a character."""
    return codes.tobytes().decode("utf-16-le" if codes.itemsize == 2 else "utf-32-le")


def are_among(codes: Codes, letters: Iterable[str]) -> NDArray[np.bool_]:
    """Which code points are those of some letters; np.isin takes three times as long."""
    points = [*map(ord, letters)]
    table = np.zeros(max(int(codes.max(initial=0)), *points) + 1, bool)
    table[points] = True
    return np.asarray(table[codes])


class Characters:
    """The characters of a text.

    Attributes:
        kinds: the different ones, by code point.
        kind: of every character the index in ``kinds``.
    """

    def __init__(self, text: str) -> None:
        points = codes_of(text)
        occurs = np.zeros(int(points.max(initial=0)) + 1, bool)
        occurs[points] = True
        found = np.flatnonzero(occurs)
        self.kinds = tuple(map(chr, found.tolist()))
        table = np.zeros(len(occurs), points.dtype)
        table[found] = np.arange(len(found))
        self.kind: Codes = table[points]

    def told(
        self, tell: Callable[[str], int], at: NDArray[np.integer] | slice = slice(None)
    ) -> NDArray[np.uint8]:
        """A number below 256 that a function tells of every character, or of those at some places."""
        return np.array(list(map(tell, self.kinds)), np.uint8)[self.kind[at]]
