"""Names of records that are the same in every build."""

from __future__ import annotations

import hashlib
import itertools

ID_LENGTH = 12  # base-32 digits: 60 bits, no two of a million alike in practice
_PAIRS = tuple(a + b for a, b in itertools.product("abcdefghijklmnopqrstuvwxyz234567", repeat=2))
"""Base 32 (RFC 4648) of ten bits: as base64.b32encode has it, which takes ten times as long."""
_SHIFTS = range(5 * ID_LENGTH - 10, -1, -10)


def stable_id(letter: str, *parts: str) -> str:
    """A short lower-case address part that only depends on the given texts; begins with ``letter``."""
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:8]) >> (64 - 5 * ID_LENGTH)
    return letter + "".join(_PAIRS[bits >> shift & 1023] for shift in _SHIFTS)
