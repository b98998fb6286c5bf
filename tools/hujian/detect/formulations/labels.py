"""What sort of formulation an entry is: labelled, never deleted.

template     it stands in lines that several documents have word for word (licences, footers, procedure)
quotation    a named source is said to have said it, at most of its places
slogan       short and in several documents
substantive  everything else
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.choice import Entry
from hujian.detect.letters.characters import are_among
from hujian.detect.letters.stream import LINE, PHRASE, Stream
from hujian.model import Label

SAYS = re.compile(r"(?:指出|强调|要求|提出|说|写道|云|曰)[，：:“‘「]{1,2}[^。！？\n]{0,40}\n?")
"""A verb of saying, its mark, and the same sentence: what begins in it is said."""
_LAST = "出调求说道云曰"  # with what those verbs, of one letter or two, end
HALF = 0.5
SHORT = 16  # letters of a slogan, at most
SEVERAL = 3  # documents


class Labels:
    """Labels the entries of one collection."""

    def __init__(self, stream: Stream) -> None:
        self._template = _in_recurring_lines(stream).tobytes()
        self._said = _said(stream)

    def of(self, entry: Entry, documents: int) -> Label:
        """The label of an entry that stands in so many documents."""
        if _at_most_places(self._template, entry.starts):
            return "template"
        if _at_most_places(self._said, entry.starts):
            return "quotation"
        return "slogan" if len(entry.canonical) <= SHORT and documents >= SEVERAL else "substantive"


def _in_recurring_lines(stream: Stream) -> NDArray[np.bool_]:
    """Which letters lie in lines that several documents have."""
    lines = [document.text.split("\n") for document in stream.documents]
    holders = Counter(itertools.chain.from_iterable(map(set, lines)))
    recurring = {line for line, count in holders.items() if count >= SEVERAL}
    first = np.flatnonzero(stream.edge == LINE)  # letters of the lines
    of_document = np.searchsorted(first, stream.starts)
    told = np.zeros(len(first), bool)
    for own, (begin, end) in zip(lines, itertools.pairwise(of_document.tolist()), strict=True):
        starts = np.cumsum([0, *(len(line) + 1 for line in own)])
        rows = np.searchsorted(starts, stream.offset[first[begin:end]], "right") - 1
        told[begin:end] = np.array([line in recurring for line in own])[rows]
    return told[stream.line - 1]


def _said(stream: Stream) -> bytearray:
    """For every letter 1 if somebody is told to say what begins with it, else 0."""
    said = bytearray(len(stream.letters))
    offset, document = stream.offset.data, stream.document.data  # read one by one
    verbs = are_among(stream.codes, _LAST)
    verbs[:-1] &= stream.edge[1:] >= PHRASE
    for at in np.flatnonzero(verbs).tolist():
        text, behind = stream.documents[document[at]].text, offset[at] + 1
        speech = SAYS.match(text, max(0, behind - 2)) or SAYS.match(text, behind - 1)
        if speech:
            end = bisect.bisect_right(offset, speech.end(), at + 1, stream.starts.item(document[at] + 1))
            said[at + 1 : end] = b"\1" * (end - at - 1)
    return said


def _at_most_places(holds: bytes | bytearray, starts: Sequence[int]) -> bool:
    """Whether something holds at more than half of the places."""
    return sum(map(holds.__getitem__, starts)) > HALF * len(starts)
