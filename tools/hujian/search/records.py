"""Documents and pages as the browser searches them (StoredDocument in core/library.ts)."""

from __future__ import annotations

from typing import Any

from hujian.model import Address, Document
from hujian.search.kinds import KINDS, NAME
from hujian.search.letters import letters_of
from hujian.search.pages import PlainPage
from hujian.settings import TEXTS

Record = dict[str, Any]
"""A JSON object."""


def document_record(document: Document, address: Address) -> Record:
    """Describe a document: its paragraphs with their addresses, and what is told of it in a result."""
    ids = list(address.paragraphs)
    kinds = [KINDS[paragraph.kind] for paragraph in document.paragraphs]
    texts = [document.text[paragraph.start : paragraph.end] for paragraph in document.paragraphs]
    name = " ".join(document.name.split())  # of one line, as every paragraph is
    shift = 0 if document.title.basis == "stated" and KINDS["title"] in kinds else 1
    if shift:  # the page shows a title that does not stand in the text, and readers look for it
        ids, kinds, texts = ["", *ids], [NAME, *kinds], [name, *texts]
    facts = {"date": document.date.value, "level": document.level.value, "speaker": document.speaker.value}
    return {
        "url": f"{TEXTS}/{address.id}.html",
        "title": name,
        **{name: value for name, value in facts.items() if value},
        "ids": ids,
        "kinds": "".join(kinds),
        "texts": texts,
        "leads": _leads(document, shift),
    }


def page_record(page: PlainPage) -> Record:
    """Describe a hand-written page: its title, then its blocks."""
    lines = [line for line in page.text.split("\n") if letters_of(line)]
    if not lines or letters_of(lines[0]) != letters_of(page.title):
        lines.insert(0, page.title)
    return {
        "url": page.url,
        "title": page.title,
        "ids": [""] * len(lines),
        "kinds": KINDS["title"] + KINDS["body"] * (len(lines) - 1),
        "texts": lines,
    }


def _leads(document: Document, shift: int) -> list[tuple[int, int, int]]:
    """Run-in headings: index of the paragraph, start and end in UTF-16 units, as JavaScript counts.

    They are disjoint: a place lies in one of them at most.
    """
    leads = []
    told = 0
    for heading in document.headings:
        if heading.run_in and heading.start >= told:
            told = heading.end
            line = document.paragraphs[heading.paragraph].start
            start = _units(document.text[line : heading.start])
            end = _units(document.text[line : heading.end])
            leads.append((heading.paragraph + shift, start, end))
    return leads


def _units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
