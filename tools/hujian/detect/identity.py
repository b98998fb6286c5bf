"""Names of records that are the same in every build."""

from __future__ import annotations

import base64
import hashlib

ID_LENGTH = 12  # base-32 digits: 60 bits, no two of a million alike in practice


def stable_id(letter: str, *parts: str) -> str:
    """A short lower-case address part that only depends on the given texts; begins with ``letter``."""
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).digest()
    return letter + base64.b32encode(digest[:10]).decode("ascii").lower()[:ID_LENGTH]
