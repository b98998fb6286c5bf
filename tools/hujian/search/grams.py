"""The tier of letter pairs: postings and texts in small files, of which a query loads a few.

    search/index-<hash>.js            documents by length, shards by first pair, frequent letters
    search/grams/<hash>-<number>.js   postings; the hash is that of all letters, because one text that
                                      changes moves positions in most shards
    search/grams/<hash>-l<letter>.js  where a frequent letter stands how often, by its code point in hex
    search/grams/<hash>-b<number>.js  ends of paragraphs
    search/texts/<hash>.js            one document or page

A text that changes gets a new file; those of the others stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isqrt

import numpy as np

from hujian.search.breaks import DOCUMENTS, break_files
from hujian.search.counts import letter_counts
from hujian.search.directory import directory
from hujian.search.postings import partitions, shards
from hujian.search.records import Record
from hujian.search.script import hashed_name, packed_call
from hujian.search.space import Space, SpaceMaker
from hujian.search.texts import TextNames, packed_record

_DIGEST_LENGTH = 12
_LEAST, _MOST = 4_000, 48_000  # bytes a shard
_OWN_SHARDS = (
    4  # from so many shards on, a letter is counted in a file of its own; a position takes two bytes
)


def gram_files(records: Iterable[Record], manifest: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    """Yield the tier's files as (name, content), and enter them into the manifest."""
    maker, names = SpaceMaker(), TextNames()
    for record in records:
        maker.add(record)
        data = packed_record(record)
        yield f"texts/{names.name(data)}.js", data
    space = maker.finish()
    digest = space.digest[:_DIGEST_LENGTH]
    size = _shard_size(space)
    starts = np.concatenate([[0], np.cumsum(space.lengths.ravel())])
    heads: list[tuple[int, int, int]] = []
    letters = []
    for partition in partitions(space.codes):
        for shard in shards(space.codes, partition, size):
            yield f"grams/{digest}-{len(heads)}.js", packed_call("grams", shard.data)
            heads.append((shard.first, shard.second, len(shard.data)))
        for letter, counts in letter_counts(space.codes, partition, starts, _OWN_SHARDS * size // 2):
            letters.append(letter)
            yield f"grams/{digest}-l{letter:x}.js", packed_call("grams", counts)
    for number, data in enumerate(break_files(space)):
        yield f"grams/{digest}-b{number}.js", packed_call("grams", data)
    packed, orders = directory(space.lengths, names.numbers, heads, letters)
    index = packed_call("index", packed)
    manifest["index"] = hashed_name("index", index)
    manifest |= {"grams": digest, "shards": len(heads), "orders": orders, "group": DOCUMENTS}
    manifest |= {"letters": len(letters), "positions": len(space.codes)}
    yield str(manifest["index"]), index


def _shard_size(space: Space) -> int:
    """Bytes a shard: what a shard costs a query and what the list of shards costs every reader grow alike.

    2.2 bytes are what a position takes; 8 KB for 30 million letters.
    """
    return min(_MOST, max(_LEAST, isqrt(len(space.codes) * 22 // 10)))
