"""Plain text: the whole file is the text."""

from __future__ import annotations

from hujian.model import Encoding
from hujian.read.decoding import decode


def read_plain(data: bytes) -> tuple[str, Encoding]:
    """Decode a plain text file.

    Raises:
        Undecodable: if no encoding is sure enough.
    """
    return decode(data)
