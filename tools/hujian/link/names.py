"""Page names of documents: readable, ASCII, safe on every disk, a function of the path alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import pypinyin

_FAITHFUL = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_UNSAFE = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index)")  # Windows devices; our own list page
_LONGEST = 40  # letters of the readable part; Windows limits whole paths to 260


def document_id(path: str) -> str:
    """Page name for a source path.

    ``a/b.txt`` with plain lower-case names becomes ``a.b``; anything else is transliterated and
    gets six hex digits of the path's hash, so that two paths never share a name by transliteration.
    It does not depend on which other files there are.
    """
    path = unicodedata.normalize("NFC", path)
    stem, _, suffix = path.rpartition(".")
    parts = stem.split("/")
    plain = suffix == "txt" and all(_FAITHFUL.fullmatch(part) for part in parts)
    if plain and len(stem) <= _LONGEST and not _RESERVED.fullmatch(stem):
        return ".".join(parts)
    spoken = " ".join(pypinyin.lazy_pinyin(stem or path))
    readable = _UNSAFE.sub("-", spoken.lower())[:_LONGEST].strip("-")
    return f"{readable or 'text'}-{hashlib.sha256(path.encode()).hexdigest()[:6]}"
