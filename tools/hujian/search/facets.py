"""By what results can be narrowed: level, year, speaker and formulations of every document.

The parts of a text (title, heading, body) are told by the places themselves. Of formulations every reader of
the search page loads the most widespread ones; the others stand in files of their own, by id, for a reader
whose address asks for one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hujian.model import Collection, Document
from hujian.search.script import call, hashed_name

_FORMULATIONS = 400
"""The most widespread ones; more would cost every reader of the search page more than they are worth."""
_AT_ONCE = 200
"""Formulations of one further file: about 10 KB."""
Row = tuple[str, str, list[int]]
_FACTS: dict[str, Callable[[Document], str]] = {
    "level": lambda document: document.level.value or "",
    "year": lambda document: (document.date.value or "")[:4],
    "speaker": lambda document: document.speaker.value or "",
}


def facet_files(collection: Collection, pages: int) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of the further files, then of the facets, which name them.

    Facets hold values of every fact, and for each document which; hand-written pages come last and have none.
    ``formulations`` are (id, wording, documents): the first document's number, then the steps; ``further``
    are (first id, name) of files that hold such rows by id.
    """
    facts = {name: _coded([fact(d) for d in collection.documents], pages) for name, fact in _FACTS.items()}
    rows = _rows(collection)
    rarer = sorted(rows[_FORMULATIONS:])
    further = []
    for at in range(0, len(rarer), _AT_ONCE):
        data = call("facets", rarer[at : at + _AT_ONCE])
        further.append((rarer[at][0], hashed_name("formulations", data)))
        yield further[-1][1], data
    data = call("facets", {"facts": facts, "formulations": rows[:_FORMULATIONS], "further": further})
    yield hashed_name("facets", data), data


def _rows(collection: Collection) -> list[Row]:
    """All formulations, the most widespread ones first."""
    number = {document.path: at for at, document in enumerate(collection.documents)}
    return [
        (f.id, f.canonical, _steps(sorted({number[place.document] for place in f.occurrences})))
        for f in sorted(collection.detection.formulations, key=lambda f: (-f.documents, f.id))
    ]


def _coded(values: Sequence[str], pages: int) -> dict[str, Any]:
    """Distinct values, "" for what is not known, and each document's value as an index."""
    distinct = ["", *sorted(set(values) - {""})]
    index = {value: at for at, value in enumerate(distinct)}
    return {"values": distinct, "of": [*(index[value] for value in values), *([0] * pages)]}


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
