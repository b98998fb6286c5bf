"""The tier of letter pairs: postings and texts in small files, of which a query loads a few.

    search/index-<hash>.js            documents by length, shards by first pair, frequent letters
    search/grams/<hash>-<number>.js   postings; the hash is that of all letters, because one text that
                                      changes moves positions in most shards
    search/grams/<hash>-l<letter>.js  where a frequent letter stands how often, by its code point in hex; the
                                      same of a frequent pair, by two
    search/grams/<hash>-b<number>.js  ends of paragraphs
    search/grams/<hash>-w.js          how long each document's longest paragraph is
    search/texts/<hash>.js            one document or page

A text that changes gets a new file; those of the others stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import isqrt

import numpy as np

from hujian.search.breaks import DOCUMENTS, break_files, longest_paragraphs
from hujian.search.counts import letter_counts, pair_counts
from hujian.search.directory import directory
from hujian.search.postings import lists_of, partitions, shards
from hujian.search.records import Record
from hujian.search.script import hashed_name, packed_call
from hujian.search.space import Space, SpaceMaker
from hujian.search.texts import TextNames, packed_record

_DIGEST_LENGTH = 12
_LEAST, _MOST = 4_000, 48_000  # bytes a shard
_OWN_SHARDS = 4
"""From so many shards on, a letter or a pair is counted in a file of its own; a position takes two bytes."""
_OWN_PLACES = 6
"""A pair also needs so many places for each document: a document's count takes about a byte, and all files
together should take less than the texts."""


@dataclass(frozen=True, slots=True)
class _Posted:
    """What the directory tells of the postings."""

    shards: list[tuple[int, int, int]] = field(default_factory=list)  # first pair, and size in bytes
    letters: list[int] = field(default_factory=list)  # counted in files of their own
    pairs: list[tuple[int, int]] = field(default_factory=list)


def gram_files(records: Iterable[Record], manifest: dict[str, object]) -> Iterator[tuple[str, bytes]]:
    """Yield the tier's files as (name, content), and enter them into the manifest."""
    maker, names = SpaceMaker(), TextNames()
    for record in records:
        maker.add(record)
        data = packed_record(record)
        yield f"texts/{names.name(data)}.js", data
    space = maker.finish()
    digest = space.digest[:_DIGEST_LENGTH]
    posted = _Posted()
    for name, data in _posting_files(space, posted):
        yield f"grams/{digest}-{name}.js", packed_call("grams", data)
    for number, data in enumerate(break_files(space)):
        yield f"grams/{digest}-b{number}.js", packed_call("grams", data)
    yield f"grams/{digest}-w.js", packed_call("grams", longest_paragraphs(space))
    packed, orders = directory(space.lengths, names.numbers, posted.shards, posted.letters, posted.pairs)
    index = packed_call("index", packed)
    manifest["index"] = hashed_name("index", index)
    manifest |= {"grams": digest, "shards": len(posted.shards), "orders": orders, "group": DOCUMENTS}
    manifest |= {"letters": len(posted.letters), "pairs": len(posted.pairs), "positions": len(space.codes)}
    yield str(manifest["index"]), index


def _posting_files(space: Space, posted: _Posted) -> Iterator[tuple[str, bytes]]:
    """Yield shards and counts as (what the name ends with, data), and enter them."""
    size = _shard_size(space)
    starts = np.concatenate([[0], np.cumsum(space.lengths.ravel())])
    least = _OWN_SHARDS * size // 2
    each = max(least, _OWN_PLACES * space.lengths.shape[1])
    for partition in partitions(space.codes):
        lists = lists_of(space.codes, partition)
        for shard in shards(lists, size):
            yield f"{len(posted.shards)}", shard.data
            posted.shards.append((shard.first, shard.second, len(shard.data)))
        for pair, counts in pair_counts(lists, starts, each):
            posted.pairs.append(pair)
            yield f"l{pair[0]:x}-{pair[1]:x}", counts
        del lists  # before others are sorted
        for letter, counts in letter_counts(space.codes, partition, starts, least):
            posted.letters.append(letter)
            yield f"l{letter:x}", counts


def _shard_size(space: Space) -> int:
    """Bytes a shard: what a shard costs a query and what the list of shards costs every reader grow alike.

    2.2 bytes are what a position takes; 8 KB for 30 million letters.
    """
    return min(_MOST, max(_LEAST, isqrt(len(space.codes) * 22 // 10)))
