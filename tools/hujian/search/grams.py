"""The tier of letter pairs: postings and texts in small files, of which a query loads a few.

    search/index-<hash>.js            documents by length, shards by first pair
    search/grams/<hash>-<number>.js   postings; the hash is that of all letters, because one text that
                                      changes moves positions in most shards
    search/grams/<hash>-b<number>.js  ends of paragraphs
    search/texts/<hash>.js            one document or page

A text that changes gets a new file; those of the others stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isqrt

from hujian.search.breaks import DOCUMENTS, break_files
from hujian.search.directory import directory
from hujian.search.postings import shards
from hujian.search.records import Record
from hujian.search.script import hashed_name, packed_call
from hujian.search.space import Space, SpaceMaker
from hujian.search.texts import TextNames, packed_record

_DIGEST_LENGTH = 12
_LEAST, _MOST = 4_000, 48_000  # bytes a shard


def gram_files(records: Iterable[Record], manifest: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    """Yield the tier's files as (name, content), and enter them into the manifest."""
    maker, names = SpaceMaker(), TextNames()
    for record in records:
        maker.add(record)
        data = packed_record(record)
        yield f"texts/{names.name(data)}.js", data
    space = maker.finish()
    digest = space.digest[:_DIGEST_LENGTH]
    heads = []
    for number, shard in enumerate(shards(space.codes, _shard_size(space))):
        heads.append((shard.first, shard.second, len(shard.data)))
        yield f"grams/{digest}-{number}.js", packed_call("grams", shard.data)
    for number, data in enumerate(break_files(space)):
        yield f"grams/{digest}-b{number}.js", packed_call("grams", data)
    packed, orders = directory(space.lengths, names.numbers, heads)
    index = packed_call("index", packed)
    manifest["index"] = hashed_name("index", index)
    manifest |= {"grams": digest, "shards": len(heads), "orders": orders, "group": DOCUMENTS}
    manifest["positions"] = len(space.codes)
    yield str(manifest["index"]), index


def _shard_size(space: Space) -> int:
    """Bytes a shard: what a shard costs a query and what the list of shards costs every reader grow alike.

    2.2 bytes are what a position takes; 8 KB for 30 million letters.
    """
    return min(_MOST, max(_LEAST, isqrt(len(space.codes) * 22 // 10)))
