"""Data as classic scripts: the only way in which a page may load data from disk (file://)."""

from __future__ import annotations

import base64
import codecs
import hashlib
import json
import re
from typing import Any

from hujian.search.bits import script_text

_RISKY = re.compile("[\u2028\u2029<\ud800-\udfff]")
"""Line ends of older ECMAScript, the start of </script> and <!--, and halves of surrogate pairs."""
_HASH_LENGTH = 12
"""Hex digits of a file name's hash: 48 bits, enough for any number of files of one site."""


def call(function: str, argument: Any) -> bytes:  # noqa: ANN401  (any JSON value)
    """Write the script ``hujianSearch.<function>(<argument>);``, valid whatever the texts hold."""
    literal = json.dumps(argument, ensure_ascii=False, separators=(",", ":"))
    safe = _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", literal)
    return f"hujianSearch.{function}({safe});\n".encode()


def packed_call(function: str, data: bytes) -> bytes:
    """Write ``hujianSearch.<function>("...")`` with bytes, two a character: half the size of base64.

    A script that begins with a byte order mark is read as UTF-16 from disk and from any server,
    whatever the server says of its encoding (Encoding Standard, "decode").
    """
    head, tail = f'hujianSearch.{function}("', '");\n'
    return codecs.BOM_UTF16_LE + head.encode("utf-16-le") + script_text(data) + tail.encode("utf-16-le")


def hashed_name(stem: str, data: bytes) -> str:
    """Name a file by its content, so that a browser never takes an old one for a new one."""
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]}.js"


def short_name(number: int, length: int = 6) -> str:
    """A number below 32**length as a file name: base32 in lower case, safe on every file system."""
    return base64.b32encode((number << 2).to_bytes(4, "big")).decode().lower()[:length]
