"""Classes of characters that cleaning speaks of, as pieces of regular expressions."""

from __future__ import annotations

import re

BLANK = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""Anything that shows as a blank within a line."""

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
"""Every way in which a line can end (Unicode Standard Annex 14, mandatory breaks)."""

HAN = r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]"

ZERO_WIDTH = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
"""Marks without width: joiners, direction marks, byte order marks, annotation anchors."""

CONTROL = r"\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
"""C0 and C1 controls but for tab and line ends, and code points that are no characters."""

UNSEEN_ASTRAL = r"\U000e0000-\U000e007f" + "".join(rf"\U{p:04x}fffe\U{p:04x}ffff" for p in range(1, 17))
"""The same beyond U+FFFF: tags, and code points that are no characters.

Kept apart since a class of characters with members beyond U+FFFF is nine times slower to search.
"""

LOST = r"\ufffd\ud800-\udfff"
"""Replacement characters and halves of surrogate pairs: a character stood here and is gone."""

SENTENCE_END = re.compile(r"[。！？；：…!?;:][”’』」）)】]*$")
"""A line that ends so does not go on in the next one."""

_INVISIBLE = rf"{BLANK[1:-1]}\n\r\v\f\x85\u2028\u2029{ZERO_WIDTH}{CONTROL}{UNSEEN_ASTRAL}"
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_SEEN = re.compile(f"[^{_INVISIBLE}]")


def key_of(line: str) -> str:
    """A line without its blanks and invisible characters; empty if nothing can be seen."""
    return _UNSEEN.sub("", line)


def is_visible(text: str) -> bool:
    """Is there anything to be seen?"""
    return _SEEN.search(text) is not None
