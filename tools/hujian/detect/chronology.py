"""Which of several documents is the oldest, as far as their dates tell.

Dates are known with different precision (2023, 2023-06, 2023-06-28). One is before another if it is over
before the other begins: 2022 is before 2023-06, but 2023 and 2023-06 do not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from hujian.model import Document, Span


class Chronology:
    """The dates of a collection."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._dates: Mapping[str, str | None] = {d.path: d.date.value for d in documents}

    def before(self, one: str, other: str) -> bool:
        """Whether the document at path ``one`` is certainly older than that at ``other``."""
        a, b = self._dates[one], self._dates[other]
        if a is None or b is None:
            return False
        size = min(len(a), len(b))
        return a[:size] < b[:size]  # ISO dates: cut to the coarser precision, equal means untold

    def earlier(self, a: str, b: str) -> Literal["a", "b"] | None:
        """Which of two documents is older; None if their dates do not tell."""
        if self.before(a, b):
            return "a"
        return "b" if self.before(b, a) else None

    def earliest(self, places: Sequence[Span]) -> Span | None:
        """The first place in the document that is older than all others; None if the dates do not tell.

        An undated document may be the oldest: then nothing is told.
        """
        documents = list(dict.fromkeys(place.document for place in places))
        oldest = documents[0]
        if len(documents) > 1 and not all(map(self._dates.get, documents)):
            return None
        for document in documents:
            if self.before(document, oldest):
                oldest = document
        if all(self.before(oldest, document) for document in documents if document != oldest):
            return next((place for place in places if place.document == oldest), None)
        return None
