"""By what results can be narrowed: level, year, speaker and formulations of every document.

The parts of a text (title, heading, body) are told by the places themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hujian.model import Collection, Document

_FORMULATIONS = 400
"""The most widespread ones; more would cost every reader of the search page more than they are worth."""
_FACTS: dict[str, Callable[[Document], str]] = {
    "level": lambda document: document.level.value or "",
    "year": lambda document: (document.date.value or "")[:4],
    "speaker": lambda document: document.speaker.value or "",
}


def facets(collection: Collection, pages: int) -> dict[str, Any]:
    """Values of every fact, and for each document which; hand-written pages come last and have none.

    ``formulations`` holds (id, wording, documents): the first document's number, then the steps.
    """
    facts = {name: _coded([fact(d) for d in collection.documents], pages) for name, fact in _FACTS.items()}
    number = {document.path: at for at, document in enumerate(collection.documents)}
    ranked = sorted(collection.detection.formulations, key=lambda f: (-f.documents, f.id))[:_FORMULATIONS]
    formulations = [
        (f.id, f.canonical, _steps(sorted({number[place.document] for place in f.occurrences})))
        for f in ranked
    ]
    return {"facts": facts, "formulations": formulations}


def _coded(values: Sequence[str], pages: int) -> dict[str, Any]:
    """Distinct values, "" for what is not known, and each document's value as an index."""
    distinct = ["", *sorted(set(values) - {""})]
    index = {value: at for at, value in enumerate(distinct)}
    return {"values": distinct, "of": [*(index[value] for value in values), *([0] * pages)]}


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
