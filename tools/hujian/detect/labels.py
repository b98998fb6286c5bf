"""What sort of formulation an entry is: labelled, never deleted.

template     it stands in lines that several documents have word for word (licences, footers, procedure)
quotation    a named source is said to have said it, at most of its places
slogan       short and in several documents
substantive  everything else
"""

from __future__ import annotations

import re
from collections import Counter

from hujian.detect.formulations import Entry
from hujian.detect.stream import Stream
from hujian.model import Label

SAYS = re.compile(r"(?:指出|强调|要求|提出|说|写道|云|曰)[，：:“‘「]{1,2}[^。！？\n]{0,40}$")
"""A verb of saying, its mark, and the same sentence up to the quotation."""
HALF = 0.5
SHORT = 16  # letters of a slogan, at most
SEVERAL = 3  # documents


class Labels:
    """Labels the entries of one collection."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        holders: Counter[str] = Counter()
        for document in stream.documents:
            holders.update(set(document.text.split("\n")))
        self._recurring = {line for line, count in holders.items() if count >= SEVERAL}

    def of(self, entry: Entry) -> Label:
        """The label of an entry."""
        starts = [start for start, _ in entry.places]
        if sum(self._line(s) in self._recurring for s in starts) > HALF * len(starts):
            return "template"
        if sum(SAYS.search(self._before(s)) is not None for s in starts) > HALF * len(starts):
            return "quotation"
        documents = {int(self._stream.document[s]) for s in starts}
        return "slogan" if len(entry.canonical) <= SHORT and len(documents) >= SEVERAL else "substantive"

    def _text(self, letter: int) -> tuple[str, int]:
        """The text that a letter lies in, and where."""
        document = self._stream.documents[int(self._stream.document[letter])]
        return document.text, int(self._stream.offset[letter])

    def _line(self, letter: int) -> str:
        text, at = self._text(letter)
        end = text.find("\n", at)
        return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]

    def _before(self, letter: int) -> str:
        text, at = self._text(letter)
        return text[max(0, at - 60) : at]
