"""Headings: candidates by line, judged by their siblings, nested by a stack."""

from __future__ import annotations

from dataclasses import replace

from ..model import Heading
from .candidates import candidates
from .draft import Draft
from .leads import lead_sentences
from .nesting import Placed, events, nest
from .runs import surviving


def recognise_headings(draft: Draft) -> Draft:
    """Find the headings; own-line ones also become the kind of their line."""
    first = nest(events(draft, candidates(draft)))
    numbered = surviving(first, draft.clean.text)
    placed = nest(events(draft, numbered))
    leads = lead_sentences(draft, placed)
    last_lines = _last_lines(placed)
    every = sorted((*numbered, *leads), key=lambda c: c.line)
    headings = tuple(_heading(p) for p in nest(events(draft, every), last_lines))
    own = (draft.lines[h.paragraph] for h in headings if not h.run_in)
    return replace(draft.marked("heading", *own), headings=headings)


def _last_lines(placed: list[Placed]) -> frozenset[int]:
    last: dict[int, int] = {}
    for p in placed:
        last[p.run] = p.candidate.line
    return frozenset(last.values())


def _heading(placed: Placed) -> Heading:
    one = placed.candidate
    return Heading(placed.depth, one.label, one.start, one.end, one.run_in, one.line)
