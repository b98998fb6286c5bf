"""Letters as search knows them: those of ``hujian.fold``, and the sign × that stands for what is left out.

Folding many millions of characters goes through a table of code points that fills as characters are met.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hujian import fold

KEPT = "×"
"""Signs that can be searched although they are no letters: ×× stands for a name or a number."""
LINE_END = 10
"""Code of the line end: it stays, so that no wording runs over it."""

Codes = NDArray[np.uint32]
_POINTS = 0x110000
_DROPPED, _UNSEEN, _SEVERAL = 0, -1, -2


def fold_character(character: str) -> str:
    """Fold one character to zero, one or several letters."""
    return character if character in KEPT else fold.fold_character(character)


def letters_of(text: str) -> str:
    """Only the letters of a text."""
    return "".join(map(fold_character, text))


class LetterTable:
    """Folds long texts at once; remembers every character that it has met."""

    def __init__(self) -> None:
        self._codes = np.full(_POINTS, _UNSEEN, np.int32)
        self._codes[LINE_END] = LINE_END
        self._several: dict[int, list[int]] = {}

    def fold(self, text: str) -> tuple[Codes, NDArray[np.int64]]:
        """Fold a text, line ends kept.

        Returns:
            The code points of its letters, and for every character of the text the number of letters
            before it (one entry more than characters: the last is the number of all letters).
        """
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = self._codes[points]
        if (codes == _UNSEEN).any():
            self._learn(np.unique(points[codes == _UNSEEN]).tolist())
            codes = self._codes[points]
        counts = (codes > 0).astype(np.int64)
        several = np.flatnonzero(codes == _SEVERAL)
        for at in several.tolist():
            counts[at] = len(self._several[int(points[at])])
        before = np.zeros(len(points) + 1, np.int64)
        np.cumsum(counts, out=before[1:])
        folded = np.repeat(codes, counts) if len(several) else codes[codes > 0]
        for at in several.tolist():
            folded[before[at] : before[at + 1]] = self._several[int(points[at])]
        return folded.astype(np.uint32), before

    def _learn(self, points: list[int]) -> None:
        for point in points:
            letters = [ord(letter) for letter in fold_character(chr(point))]
            self._codes[point] = letters[0] if len(letters) == 1 else _SEVERAL if letters else _DROPPED
            if len(letters) > 1:
                self._several[point] = letters
