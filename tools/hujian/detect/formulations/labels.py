"""What sort of formulation an entry is: labelled, never deleted.

template     it stands in lines that several documents have word for word (licences, footers, procedure)
quotation    a named source is said to have said it, at most of its places
slogan       short and in several documents
substantive  everything else
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from hujian.detect.formulations.choice import Entry
from hujian.detect.letters.stream import Stream
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
        self._document, self._offset = stream.document.data, stream.offset.data  # read one by one
        holders: Counter[str] = Counter()
        for document in stream.documents:
            holders.update(set(document.text.split("\n")))
        self._recurring = {line for line, count in holders.items() if count >= SEVERAL}
        self._templates: dict[int, bool] = {}  # by number of the line

    def of(self, entry: Entry) -> Label:
        """The label of an entry."""
        if _at_most_places(self._is_template, entry.starts):
            return "template"
        if _at_most_places(self._is_said, entry.starts):
            return "quotation"
        documents = {self._document[start] for start in entry.starts}
        return "slogan" if len(entry.canonical) <= SHORT and len(documents) >= SEVERAL else "substantive"

    def _is_template(self, letter: int) -> bool:
        """Whether a letter lies in a line that several documents have."""
        line = self._stream.line.item(letter)
        if line not in self._templates:
            self._templates[line] = self._line(letter) in self._recurring
        return self._templates[line]

    def _is_said(self, letter: int) -> bool:
        """Whether somebody is told to say what begins with a letter."""
        return SAYS.search(self._before(letter)) is not None

    def _text(self, letter: int) -> tuple[str, int]:
        """The text that a letter lies in, and where."""
        return self._stream.documents[self._document[letter]].text, self._offset[letter]

    def _line(self, letter: int) -> str:
        text, at = self._text(letter)
        end = text.find("\n", at)
        return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]

    def _before(self, letter: int) -> str:
        text, at = self._text(letter)
        return text[max(0, at - 60) : at]


def _at_most_places(holds: Callable[[int], bool], starts: Sequence[int]) -> bool:
    """Whether something holds at more than half of the places; no more of them are looked at than needed."""
    enough = int(HALF * len(starts)) + 1
    misses = len(starts) - enough
    for start in starts:
        if holds(start):
            enough -= 1
        else:
            misses -= 1
        if enough <= 0 or misses < 0:
            break
    return enough <= 0
