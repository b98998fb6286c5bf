"""How the texts write what is found in their letters."""

from __future__ import annotations

import itertools
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from hujian.detect.formulations.choice import Entry
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import CLOSING, OPENING, Stream


def written_forms(stream: Stream, borders: Borders, entries: Sequence[Entry]) -> Iterator[list[str]]:
    """For every entry how its canonical wording and its variants are written, in that order.

    That is the most frequent form of a wording, no quotation torn; among equals the first. A wording counts
    where it stands inside a longer one of its entry, too.
    """
    starts, ends, counts = array("i"), array("i"), []
    for entry in entries:
        for wording, found in _places(stream.letters, entry):
            starts.extend(found)
            ends.extend(start + len(wording) for start in found)
            counts.append(len(found))
    texts = [document.text for document in stream.documents]
    rows = zip(*(told.tolist() for told in borders.bounds(starts, ends)), strict=True)
    written = (texts[document][start:end] for document, start, end in rows)
    sizes = iter(counts)
    for entry in entries:
        wordings = (entry.canonical, *entry.variants)
        yield [_best(itertools.islice(written, next(sizes))) or wording for wording in wordings]


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


def _best(written: Iterator[str]) -> str:
    """The most frequent of some forms, if possible one in which as many quotations end as begin."""
    forms = Counter(written)
    return max(forms, key=lambda form: (_is_balanced(form), forms[form]), default="")


def _is_balanced(text: str) -> bool:
    """Whether as many quotations end as begin."""
    return sum(map(text.count, OPENING)) == sum(map(text.count, CLOSING))
