"""Who points where: every occurrence and every match, from both of its ends."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence

from hujian.model import Address, Detection, Document, Formulation, Links, Mark, Match, Parallel, Span
from hujian.settings import FORMULATIONS, TEXTS


def cross(
    documents: Sequence[Document], detection: Detection, addresses: Mapping[str, Address]
) -> dict[str, Links]:
    """All cross-references, by the path of the document in which they start.

    Both directions are made from one record, so that there is never one without the other.
    """
    starts = {d.path: [p.start for p in d.paragraphs] for d in documents}
    marks: dict[str, list[Mark]] = defaultdict(list)
    parallels: dict[str, list[Parallel]] = defaultdict(list)
    for formulation in detection.formulations:
        for path, mark in _marks(formulation, addresses):
            marks[path].append(mark)
    for match in detection.matches:
        for here, there in ((match.a, match.b), (match.b, match.a)):
            parallels[here.document].append(_parallel(match, here, there, starts, addresses))
    return {
        d.path: Links(
            tuple(sorted(marks[d.path], key=lambda m: (m.start, -m.end, m.formulation))),
            tuple(sorted(parallels[d.path], key=lambda p: (p.here.start, p.here.end, p.there))),
        )
        for d in documents
    }


def occurrence_anchor(formulation: str, number: int) -> str:
    """Element id of the n-th (from 1) occurrence of a formulation on a document's page."""
    return f"{formulation}-{number}"


def entry_anchor(page: str, number: int) -> str:
    """Element id of the n-th occurrence in a document on the formulation's page."""
    return f"{page}-{number}"


def _marks(formulation: Formulation, addresses: Mapping[str, Address]) -> list[tuple[str, Mark]]:
    counts: dict[str, int] = defaultdict(int)
    found: list[tuple[str, Mark]] = []
    documents = formulation.documents
    for place in formulation.occurrences:
        counts[place.document] += 1
        number = counts[place.document]
        page = addresses[place.document].id
        target = f"{FORMULATIONS}/{formulation.id}.html#{entry_anchor(page, number)}"
        anchor = occurrence_anchor(formulation.id, number)
        mark = Mark(formulation.id, place.start, place.end, anchor, target, documents)
        found.append((place.document, mark))
    return found


def _parallel(
    match: Match,
    here: Span,
    there: Span,
    starts: Mapping[str, Sequence[int]],
    addresses: Mapping[str, Address],
) -> Parallel:
    other = addresses[there.document]
    return Parallel(
        match.id,
        paragraph_at(starts[here.document], here.start),
        here,
        there,
        f"{TEXTS}/{other.id}.html#{other.paragraphs[paragraph_at(starts[there.document], there.start)]}",
        f"{TEXTS}/{other.id}.html#{match.id}",
        match.kind,
        match.similarity,
    )


def paragraph_at(starts: Sequence[int], at: int) -> int:
    """Index of the paragraph that holds the clean offset ``at``."""
    return max(0, bisect.bisect_right(starts, at) - 1)
