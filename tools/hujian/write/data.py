"""Data of each document for the browser, as classic scripts: they load from file:// too.

    data/documents.js        every document's name and facts, for pickers
    data/<id>.text.js        its paragraphs, for comparing and for opened concordance lines
    data/<id>.js             its parallels and formulations, for the panel

Every file holds one call, ``hujianData(name, value)``. Nothing grows with the number of pairs: a
match is told in the files of its two documents. All offsets count UTF-16 units from the paragraph's
start, as the browser does.
"""

from __future__ import annotations

from collections.abc import Iterator

from hujian.model import Document, Label, Mark, MatchKind, Parallel, StretchKind
from hujian.write.page import DataFile
from hujian.write.script import data_script
from hujian.write.sentences import END
from hujian.write.shelf import Shelf

FOLDER = "data"
_CONTEXT = 24  # characters of the other text shown around a match
_KINDS: dict[MatchKind, int] = {"verbatim": 0, "light": 1, "adapted": 2}
_LABELS: dict[Label, str] = {"substantive": "", "slogan": "s", "template": "t", "quotation": "q"}
_STRETCHES: dict[StretchKind, int] = {"equal": 0, "replaced": 1, "inserted": 2, "deleted": 3, "moved": 4}

Row = list[object]


def data_files(shelf: Shelf) -> Iterator[DataFile]:
    """All data files."""
    yield DataFile(f"{FOLDER}/documents.js", lambda: data_script("documents", _documents(shelf)))
    for document in shelf.collection.documents:
        name = shelf.address(document.path).id
        yield DataFile(f"{FOLDER}/{name}.text.js", lambda d=document: _text_file(shelf, d))  # type: ignore[misc]
        yield DataFile(f"{FOLDER}/{name}.js", lambda d=document: _parallels_file(shelf, d))  # type: ignore[misc]


def _facts(shelf: Shelf, document: Document) -> Row:
    """[id, name, date, level, whether the title is supplied]."""
    level = document.level.value or "unknown"
    supplied = int(document.title.basis == "inferred")
    return [shelf.address(document.path).id, document.name, document.date.value or "", level, supplied]


def _documents(shelf: Shelf) -> list[Row]:
    return [_facts(shelf, d) for d in shelf.ordered]


def _text_file(shelf: Shelf, document: Document) -> bytes:
    address = shelf.address(document.path)
    paragraphs = [
        [name, p.kind, document.text[p.start : p.end]]
        for p, name in zip(document.paragraphs, address.paragraphs, strict=True)
    ]
    value = {"facts": _facts(shelf, document), "paragraphs": paragraphs}
    return data_script(f"{address.id}.text", value)


def _parallels_file(shelf: Shelf, document: Document) -> bytes:
    links = shelf.collection.links[document.path]
    others = [s.document for s in shelf.shared(document.path)]
    numbers = {d.path: n for n, d in enumerate(others)}
    named = sorted({m.formulation for m in links.marks})
    rank = {name: n for n, name in enumerate(named)}
    value = {
        "ids": list(shelf.address(document.path).paragraphs),
        "documents": [
            [*_facts(shelf, s.document), round(s.share, 4), round(s.distinctive, 4), s.passages]
            for s in shelf.shared(document.path)
        ],
        "copies": [shelf.address(path).id for path in shelf.copy_groups.get(document.path, ())],
        "formulations": [_formulation(shelf, name) for name in named],
        "marks": [_mark(shelf, document, m, rank) for m in links.marks],
        "parallels": [_parallel(shelf, document, p, numbers) for p in links.parallels],
    }
    return data_script(shelf.address(document.path).id, value)


def _formulation(shelf: Shelf, name: str) -> Row:
    """[id, wording, documents, label, places]."""
    formulation = shelf.formulations[name]
    wording = formulation.name or formulation.canonical
    label, places = _LABELS[formulation.label], len(formulation.occurrences)
    return [name, wording, formulation.documents, label, places]


def _mark(shelf: Shelf, document: Document, mark: Mark, rank: dict[str, int]) -> Row:
    """[paragraph, start, end, index of the formulation]."""
    units, at = shelf.units(document.path), shelf.paragraph(document.path, mark.start)
    base = document.paragraphs[at].start
    return [at, units.within(base, mark.start), units.within(base, mark.end), rank[mark.formulation]]


def _parallel(shelf: Shelf, document: Document, p: Parallel, numbers: dict[str, int]) -> Row:
    """A parallel as the panel's ``records.ts`` reads it, field by field.

    Stretches are flat: five numbers each, kind and the offsets here and there, from the spans' starts.
    """
    match = shelf.matches[p.match]
    other = shelf.documents[p.there.document]
    at = shelf.paragraph(other.path, p.there.start)
    paragraph = other.paragraphs[at]
    before, after = _context(other.text, p.there.start, p.there.end, paragraph.start, paragraph.end)
    units, theirs = shelf.units(document.path), shelf.units(other.path)
    base = document.paragraphs[p.paragraph].start
    swapped = p.here == match.b
    earlier = 0 if match.earlier is None else (1 if (match.earlier == "b") == swapped else -1)
    return [
        match.id,
        p.paragraph,
        units.within(base, p.here.start),
        units.within(base, p.here.end),
        numbers[other.path],
        shelf.address(other.path).paragraphs[at],
        theirs.within(paragraph.start, p.there.start),
        before,
        other.text[p.there.start : p.there.end],
        after,
        _KINDS[p.kind],
        round(100 * p.similarity),
        earlier,
        _stretches(shelf, p, swapped=swapped),
    ]


def _stretches(shelf: Shelf, p: Parallel, *, swapped: bool) -> list[int]:
    units, theirs = shelf.units(p.here.document), shelf.units(p.there.document)
    flat: list[int] = []
    turned: dict[StretchKind, StretchKind] = {"inserted": "deleted", "deleted": "inserted"}
    for s in shelf.matches[p.match].stretches:
        kind = turned.get(s.kind, s.kind) if swapped else s.kind
        a, b = (s.a_start, s.a_end), (s.b_start, s.b_end)
        here, there = (b, a) if swapped else (a, b)
        flat.append(_STRETCHES[kind])
        flat.extend(units.within(p.here.start, offset) for offset in here)
        flat.extend(theirs.within(p.there.start, offset) for offset in there)
    return flat


def _context(text: str, start: int, end: int, low: int, high: int) -> tuple[str, str]:
    """What stands before and after a match in its sentence, shortened."""
    ends = [m.end() for m in END.finditer(text, low, start)]
    first = max(ends[-1] if ends else low, low)
    stop = END.search(text, max(start, end - 1), high)
    last = min(stop.end() if stop else high, high)
    before = text[max(first, start - _CONTEXT) : start]
    after = text[end : min(max(last, end), end + _CONTEXT)]
    return ("…" if start - first > _CONTEXT else "") + before, after + ("…" if last - end > _CONTEXT else "")
