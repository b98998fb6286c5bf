"""Fingerprints of paragraphs that survive light edits: b-bit minwise hashing.

Sixteen minima of hashed letter bigrams, 16 bits each (P. Li and A. C. König, "b-Bit Minwise
Hashing", WWW 2010): the share of equal minima estimates the Jaccard index of the bigram sets. The
lock file keeps these 32 bytes a paragraph and no text.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hujian.fold import letters_of
from hujian.model import Document

_MINIMA: Final = 16
_FACTORS: Final[NDArray[np.uint64]] = np.frombuffer(
    hashlib.shake_256(b"hujian sketch").digest(8 * _MINIMA), dtype="<u8"
).astype(np.uint64) | np.uint64(1)
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio: spreads neighbouring code points


def sketch(text: str) -> str:
    """Sketch of a paragraph, 43 URL-safe base64 letters; equal for texts with equal letters."""
    letters = letters_of(text) or text
    codes = np.frombuffer(f"{letters}\0".encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    grams = np.unique(codes[:-1] * np.uint64(0x110000) + codes[1:]) * _MIX
    grams ^= grams >> np.uint64(29)
    minima = (grams[:, None] * _FACTORS).min(axis=0) >> np.uint64(20)
    packed = (minima & np.uint64(0xFFFF)).astype("<u2").tobytes()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def paragraph_sketches(document: Document) -> list[str]:
    """Sketches of a document's paragraphs, in order."""
    return [sketch(document.text[p.start : p.end]) for p in document.paragraphs]


def heading_sketches(document: Document) -> list[str]:
    """Sketches of a document's headings, in order."""
    return [sketch(document.text[h.start : h.end]) for h in document.headings]


def likeness(a: str, b: str) -> float:
    """Estimated Jaccard index (0 to 1) of two sketched texts; 0 for a damaged sketch."""
    if a == b:
        return 1.0
    return len([1 for x, y in zip(_minima(a), _minima(b), strict=False) if x == y]) / _MINIMA


@lru_cache(maxsize=4096)
def _minima(text: str) -> tuple[int, ...]:
    try:
        return tuple(np.frombuffer(base64.urlsafe_b64decode(text + "="), dtype="<u2").tolist())
    except ValueError:
        return ()
