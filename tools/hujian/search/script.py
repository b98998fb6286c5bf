"""Data as classic scripts: the only way in which a page may load data from disk (file://)."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

_RISKY = re.compile("[\u2028\u2029<\ud800-\udfff]")
"""Line ends of older ECMAScript, the start of </script> and <!--, and halves of surrogate pairs."""
_HASH_LENGTH = 12
"""Hex digits of a file name's hash: 48 bits, enough for any number of files of one site."""


def call(function: str, argument: Any) -> bytes:  # noqa: ANN401  (any JSON value)
    """Write the script ``hujianSearch.<function>(<argument>);``, valid whatever the texts hold."""
    literal = json.dumps(argument, ensure_ascii=False, separators=(",", ":"))
    safe = _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", literal)
    return f"hujianSearch.{function}({safe});\n".encode()


def hashed_name(stem: str, data: bytes) -> str:
    """Name a file by its content, so that a browser never takes an old one for a new one."""
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]}.js"
