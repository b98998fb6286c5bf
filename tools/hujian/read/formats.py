"""Which kinds of file are texts, and who reads them.

A new format is one file with a ``Reader`` in it and one line in ``READERS``.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import Protocol

from hujian.model import Encoding, Quarantined, SourceFile
from hujian.read.decoding import Undecodable
from hujian.read.plain import read_plain


class Reader(Protocol):
    """Turns the bytes of one format into text, without loss."""

    def __call__(self, data: bytes) -> tuple[str, Encoding]:
        """Return the text and how it was found.

        Raises:
            Undecodable: with a Chinese reason, if the bytes are not surely text.
        """


READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
}


def suffix_of(path: str) -> str:
    """Lower-case suffix of a path with its dot, or ""."""
    return PurePosixPath(path).suffix.lower()


def read_file(path: str, data: bytes) -> SourceFile | Quarantined:
    """Decode one file. Pure; never raises on any bytes.

    Args:
        path: relative to the content folder, POSIX separators; an unknown suffix is read as plain text.
        data: the whole file.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        text, encoding = READERS.get(suffix_of(path), read_plain)(data)
    except Undecodable as undecodable:
        return Quarantined(path, data, sha256, undecodable.reason)
    return SourceFile(path, data, sha256, text, encoding)
