"""Names of records that are the same in every build."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import numpy as np

ID_LENGTH = 12  # base-32 digits: 60 bits, no two of a million alike in practice
_ALPHABET = np.frombuffer(b"abcdefghijklmnopqrstuvwxyz234567", np.uint8)
"""Base 32 (RFC 4648), in lower case."""
_SHIFTS = np.arange(64 - 5, 64 - 5 * ID_LENGTH - 1, -5, dtype=np.uint64)
_HEAD = 8  # bytes of a digest that tell so many digits

Parts = tuple[str, ...]


def stable_ids(letter: str, keys: Iterable[Parts]) -> list[str]:
    """Short lower-case address parts that only depend on the given texts; all begin with ``letter``."""
    heads = np.frombuffer(b"".join(map(_digest, keys)), ">u8").astype(np.uint64)
    digits = (heads[:, None] >> _SHIFTS).astype(np.uint8) & 31
    told = _ALPHABET[digits].tobytes().decode("ascii")
    return [letter + told[at : at + ID_LENGTH] for at in range(0, len(told), ID_LENGTH)]


def numbered_ids(letter: str, keys: Callable[[], Iterator[Parts]]) -> list[str]:
    """As ``stable_ids``, of keys that may recur: how often a key came before counts to it.

    Only what recurs is counted; the keys are asked for twice, since there is no room for all of them.
    """
    ids = stable_ids(letter, ((*key, "0") for key in keys()))
    recurring = {one for one, times in Counter(ids).items() if times > 1}
    before: Counter[Parts] = Counter()
    for at, key in enumerate(keys() if recurring else ()):
        if ids[at] in recurring:
            if before[key]:
                (ids[at],) = stable_ids(letter, [(*key, str(before[key]))])
            before[key] += 1
    return ids


def _digest(parts: Parts) -> bytes:
    """The first bytes of the digest of some texts."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).digest()[:_HEAD]
