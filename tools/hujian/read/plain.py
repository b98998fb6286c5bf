"""Plain text: the whole file is the text."""

from __future__ import annotations

import re
from typing import Final

from hujian.model import Encoding
from hujian.read.decoding import Undecodable, decode

_DISGUISED: Final = (
    (re.compile(r"\s*\{\\rtf\d"), "RTF 文件（写字板或 Word 存出的）"),
    (re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE), "网页文件（HTML）"),
)
"""How files begin that are written in characters, but are no plain text, whatever they are called."""


def read_plain(data: bytes) -> tuple[str, Encoding]:
    """Decode a plain text file.

    Raises:
        Undecodable: if no encoding is sure enough, or the file is of another format by its beginning.
    """
    text, encoding = decode(data)
    for beginning, told in _DISGUISED:
        if beginning.match(text):
            raise Undecodable(f"其实是{told}，不是纯文本")
    return text, encoding
