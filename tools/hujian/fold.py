"""The one form in which texts are compared: letters only, width, case and script levelled.

Displayed text is never folded. Every folded letter knows the character that it came from.
The front end does the same in tools/frontend/src/core/fold.ts; tests/frontend holds both to one table.
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache

import opencc

_HAN_BLOCKS = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0))


@dataclass(frozen=True, slots=True)
class Folded:
    """Letters of a text; ``offsets[i]`` is the index of the character that letter i came from."""

    letters: str
    offsets: array[int]


@cache
def simplified_characters() -> dict[str, str]:
    """Traditional character -> simplified one, where OpenCC's t2s changes a single character.

    Source: OpenCC's character table (https://github.com/BYVoid/OpenCC, Apache-2.0).
    """
    characters = [chr(c) for low, high in _HAN_BLOCKS for c in range(low, high) if chr(c).isalpha()]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {t: s for t, s in zip(characters, converted, strict=True) if t != s and len(s) == 1}
    return {t: table.get(s, s) for t, s in table.items()}  # 薴 -> 苧 -> 苎: folding twice changes nothing


@cache
def _simplifying() -> dict[int, str]:
    return str.maketrans(simplified_characters())


def simplified(text: str) -> str:
    """A text of the same length in simplified characters, as far as one stands for one."""
    return text if text.isascii() else text.translate(_simplifying())


@cache
def fold_character(character: str) -> str:
    """Fold one character to zero, one or several letters: letters and numbers stay, all else goes."""
    simplified = simplified_characters()
    wide = unicodedata.normalize("NFKC", character).casefold()
    return "".join(simplified.get(c, c) for c in wide if unicodedata.category(c)[0] in "LN")


def fold(text: str) -> Folded:
    """Fold a text to its letters, with the way back."""
    letters: list[str] = []
    offsets = array("I")
    for at, character in enumerate(text):
        folded = fold_character(character)
        letters.append(folded)
        offsets.extend([at] * len(folded))
    return Folded("".join(letters), offsets)


def letters_of(text: str) -> str:
    """Only the letters of a text, without the way back."""
    return "".join(map(fold_character, text))
