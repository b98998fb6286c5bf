"""Headings: candidates by line, judged by their siblings, nested by a stack."""

from __future__ import annotations

from dataclasses import replace

from hujian.model import Heading
from hujian.parse.attachments import attachment_line, listed_attachments
from hujian.parse.candidates import Candidate
from hujian.parse.draft import Draft
from hujian.parse.leads import lead_sentences
from hujian.parse.nesting import Placed, events, nest
from hujian.parse.numbered_lines import numbered_line
from hujian.parse.plain_lines import plain_line
from hujian.parse.runs import surviving, without_lists


def recognise_headings(draft: Draft) -> Draft:
    """Find the headings; own-line ones also become the kind of their line."""
    first = nest(events(draft, without_lists(_candidates(draft))))
    numbered = surviving(first, draft.clean.text)
    placed = nest(events(draft, numbered))
    leads = lead_sentences(draft, placed)
    last_lines = _last_lines(placed)
    every = sorted((*numbered, *leads), key=lambda c: c.line)
    headings = tuple(_heading(p) for p in nest(events(draft, every), last_lines))
    own = (draft.lines[h.paragraph] for h in headings if not h.run_in)
    return replace(draft.marked("heading", *own), headings=headings)


def _candidates(draft: Draft) -> tuple[Candidate, ...]:
    """All possible headings but for the items in a list of attachments, in text order."""
    found: list[Candidate] = []
    listed = listed_attachments(draft)
    for line in draft.lines:
        if draft.kinds[line.index] != "body":
            continue
        candidate = attachment_line(draft, line)
        if candidate is None and line.index not in listed:
            candidate = numbered_line(line) or plain_line(draft, line)
        if candidate:
            found.append(candidate)
    return tuple(found)


def _last_lines(placed: list[Placed]) -> frozenset[int]:
    last: dict[int, int] = {}
    for p in placed:
        last[p.run] = p.candidate.line
    return frozenset(last.values())


def _heading(placed: Placed) -> Heading:
    one = placed.candidate
    return Heading(placed.depth, one.label, one.start, one.end, one.run_in, one.line)
