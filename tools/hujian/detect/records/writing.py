"""How the texts write what is found in their letters."""

from __future__ import annotations

import itertools
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from hujian.detect.formulations.choice import Entry
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import CLOSING, OPENING, Stream


def written_forms(stream: Stream, borders: Borders, entries: Sequence[Entry]) -> Iterator[list[str]]:
    """For every entry how its canonical wording and its variants are written, in that order.

    That is the most frequent form of a wording, no quotation torn; among equals the first. A wording counts
    where it stands inside a longer one of its entry, too.
    """
    starts, sizes, counts = array("i"), [], []
    for entry in entries:
        for wording, found in _places(stream.letters, entry):
            starts.extend(found)
            sizes.append(len(wording))
            counts.append(len(found))
    texts = [document.text for document in stream.documents]
    bounds = borders.bounds(starts, np.asarray(starts) + np.repeat(sizes, counts))
    written = (
        texts[at][start:end] for at, start, end in zip(*(told.tolist() for told in bounds), strict=True)
    )
    forms = (_best(list(itertools.islice(written, count))) for count in counts)
    for entry in entries:
        wordings = (entry.canonical, *entry.variants)
        yield [next(forms) or wording for wording in wordings]


def _places(letters: str, entry: Entry) -> Iterator[tuple[str, list[int]]]:
    """Every wording of an entry with the first letters of all its places."""
    places: dict[str, list[int]] = defaultdict(list)  # by their letters
    for start, end in zip(entry.starts, entry.ends, strict=True):
        places[letters[start:end]].append(start)
    for wording in (entry.canonical, *entry.variants):
        found = {
            start + at for text, own in places.items() if (at := text.find(wording)) >= 0 for start in own
        }
        yield wording, sorted(found)


def _best(written: Sequence[str]) -> str:
    """The most frequent of some forms, if possible one in which as many quotations end as begin."""
    if not written or written.count(written[0]) == len(written):
        return "".join(written[:1])
    forms = Counter(written)
    return max(forms, key=lambda form: (_is_balanced(form), forms[form]))


def _is_balanced(text: str) -> bool:
    """Whether as many quotations end as begin."""
    return sum(map(text.count, OPENING)) == sum(map(text.count, CLOSING))
