"""Fingerprints of paragraphs that survive light edits: b-bit minwise hashing.

Sixteen minima of hashed letter bigrams, 16 bits each (P. Li and A. C. König, "b-Bit Minwise
Hashing", WWW 2010): the share of equal minima estimates the Jaccard index of the bigram sets. The
lock file keeps these 32 bytes a paragraph and no text.
"""

from __future__ import annotations

import base64
import hashlib
import struct

from hujian.fold import letters_of

_MINIMA = 16
_MASK = (1 << 61) - 1  # a Mersenne prime, for multiply-add hashing
_FACTORS = tuple(
    struct.unpack("<QQ", hashlib.sha256(b"hujian sketch %d" % i).digest()[:16]) for i in range(_MINIMA)
)


def sketch(text: str) -> str:
    """Sketch of a paragraph, 43 URL-safe base64 letters; equal for texts with equal letters."""
    letters = letters_of(text) or text
    grams = {letters[i : i + 2] for i in range(max(1, len(letters) - 1))}
    hashes = [int.from_bytes(hashlib.blake2b(g.encode(), digest_size=7).digest(), "little") for g in grams]
    minima = [min((a * h + b) % _MASK for h in hashes) & 0xFFFF for a, b in _FACTORS]
    return base64.urlsafe_b64encode(struct.pack(f"<{_MINIMA}H", *minima)).decode().rstrip("=")


def likeness(a: str, b: str) -> float:
    """Estimated Jaccard index (0 to 1) of two sketched texts; 0 for a damaged sketch."""
    if a == b:
        return 1.0
    left, right = _minima(a), _minima(b)
    return sum(x == y for x, y in zip(left, right, strict=True)) / _MINIMA if left and right else 0.0


def _minima(text: str) -> tuple[int, ...]:
    try:
        return struct.unpack(f"<{_MINIMA}H", base64.urlsafe_b64decode(text + "="))
    except (ValueError, struct.error):
        return ()
