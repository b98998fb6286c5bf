"""The record of one document as a file of its own, compressed: loaded when a result is shown."""

from __future__ import annotations

import hashlib
import json
import zlib

from hujian.search.records import Record
from hujian.search.script import packed_call, short_name

NAME_BITS = 30
_LEVEL = 6


def packed_record(record: Record) -> bytes:
    """A script that holds a record: JSON in a line and the paragraphs in lines, compressed by raw DEFLATE.

    UTF-16 compresses Chinese about a tenth better than UTF-8. Ids that count p1, p2, ... are left out.
    """
    texts = record["texts"]
    plain = [f"p{number}" for number in range(1, len(texts) + 1)]
    head = {name: value for name, value in record.items() if name not in ("texts", "ids")}
    if record["ids"] != plain:
        head["ids"] = ",".join(record["ids"])
    literal = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    data = "\n".join([literal, *texts]).encode("utf-16-le", "surrogatepass")
    return packed_call("text", packer.compress(data) + packer.flush())


class TextNames:
    """Names of text files by content, short because every reader loads all of them."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self._taken: set[int] = set()

    def name(self, data: bytes) -> str:
        """The next document's file name, without folder and suffix; no two are the same."""
        number = int.from_bytes(hashlib.sha256(data).digest()[:4], "big") >> (32 - NAME_BITS)
        while number in self._taken:
            number = (number + 1) % (1 << NAME_BITS)
        self._taken.add(number)
        self.numbers.append(number)
        return short_name(number)
