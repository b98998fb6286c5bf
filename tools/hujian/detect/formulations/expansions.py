"""Where a numbered formulation is spelt out: 四个意识 by four phrases that end with 意识, side by side.

A numbered formulation is a numeral, perhaps a measure word, and the word that its members have in common.
Its members are neighbours: phrases of a list, clauses of a sentence, sentences, or headings of one section,
every one of which begins or ends with that word, exactly so many and no more.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from hujian.detect.letters.places import Places
from hujian.detect.letters.stream import Stream
from hujian.model import Document, Heading, Span

_DIGITS = {c: at for at, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBERED = re.compile(r"([一二两三四五六七八九十]{1,3})(?:个|大|项|条|种|方面)?+(\w{2,6})")
FEWEST, MOST = 3, 20
"""Members: two clauses that begin alike are no rarity, and mostly mean nothing."""
_SEPARATORS = (r"[、，；。！？：]", r"[，；。！？：]", r"[；。！？：]", r"[。！？]")
"""From the finest to the coarsest: members of a list, clauses, groups of clauses, sentences."""
_QUOTES = "“”‘’「」『』《》（）() 　"
_NUMBERING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、，.．是要]|第[一二三四五六七八九十]{1,3}[，、,]?)"
)
"""What may stand before a member's first word."""
_CONJUNCTIONS = re.compile(r"^(?:以及|和|与|及)|(?:等)$")


def numbered(wording: str) -> tuple[int, str] | None:
    """The number and the common word of a numbered formulation (四个意识: 4, 意识), or None."""
    match = _NUMBERED.fullmatch(wording)
    if match is None:
        return None
    number = _number(match[1])
    return (number, match[2]) if number is not None and FEWEST <= number <= MOST else None


def _number(numeral: str) -> int | None:
    """A Chinese numeral up to 99."""
    tens, ten, units = numeral.rpartition("十")
    if (tens and tens not in _DIGITS) or (units and units not in _DIGITS) or not (ten or units):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[units] if units else 0)


def expansions(stream: Stream, places: Places, wording: str) -> tuple[Span, ...]:
    """Every place where a folded numbered formulation is spelt out; empty for any other wording."""
    parsed = numbered(wording)
    if parsed is None:
        return ()
    number, word = parsed
    found: list[Span] = []
    for document, offsets in _holders(stream, places.of(word), number):
        spelt = {*_in_lines(document.text, offsets, number, word), *_in_headings(document, number, word)}
        found += (Span(document.path, start, end) for start, end in _innermost(spelt))
    return tuple(sorted(found))


def _holders(stream: Stream, starts: Sequence[int], number: int) -> Iterator[tuple[Document, list[int]]]:
    """The documents with at least so many places, and where these are in the text."""
    of_letter, offset = stream.document.data, stream.offset.data  # read one by one
    for one, group in itertools.groupby(starts, key=of_letter.__getitem__):
        offsets = [offset[start] for start in group]
        if len(offsets) >= number:
            yield stream.documents[one], offsets


def _innermost(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places that hold no other one: the same list is found with and without the words before it."""
    ordered = sorted(places, key=lambda place: (place[1] - place[0], place))
    kept: list[tuple[int, int]] = []
    for start, end in ordered:
        if not any(start <= s and e <= end for s, e in kept):
            kept.append((start, end))
    return kept


def _in_lines(text: str, offsets: Sequence[int], number: int, word: str) -> Iterator[tuple[int, int]]:
    """Members in one line; lines that do not hold the word so many times are passed over."""
    for at, held in Counter(text.rfind("\n", 0, offset) + 1 for offset in offsets).items():
        if held >= number:
            end = text.find("\n", at)
            line = text[at : end if end >= 0 else len(text)]
            for separator in _SEPARATORS:
                bounds = _units(line, separator)
                if b"\1" * number not in bytes(word in line[s:e] for s, e in bounds):
                    continue
                units = [(at + s, at + e, _bare(line[s:e], word)) for s, e in bounds]
                yield from _runs([(s, e, bare.startswith(word)) for s, e, bare in units], number)
                yield from _runs([(s, e, bare.endswith(word)) for s, e, bare in units], number)


def _units(text: str, separator: str) -> list[tuple[int, int]]:
    """What stands between separators; empty units left out."""
    cuts = [m.start() for m in re.finditer(separator, text)]
    bounds = zip([0, *(c + 1 for c in cuts)], [*cuts, len(text)], strict=True)
    return [(s, e) for s, e in bounds if text[s:e].strip(_QUOTES)]


def _bare(unit: str, word: str) -> str:
    """What a unit says, without numbering and conjunctions, if it says the word and more; else nothing."""
    if word not in unit:
        return ""
    bare = _CONJUNCTIONS.sub("", _NUMBERING.sub("", unit.strip(_QUOTES)).strip(_QUOTES)).strip(_QUOTES)
    return bare if len(bare) > len(word) else ""


def _runs(units: Sequence[tuple[int, int, bool]], number: int) -> Iterator[tuple[int, int]]:
    """Stretches of exactly so many members one after the other."""
    first = None
    for at, (_, _, member) in enumerate([*units, (0, 0, False)]):
        if member and first is None:
            first = at
        elif not member and first is not None:
            if at - first == number:
                yield units[first][0], units[at - 1][1]
            first = None


def _in_headings(document: Document, number: int, word: str) -> Iterator[tuple[int, int]]:
    """So many headings of the same depth in one section."""
    for siblings in _sections(document.headings):
        bare = [_bare(_wording(document, heading), word) for heading in siblings]
        members = [(h.start, h.end, b.startswith(word)) for h, b in zip(siblings, bare, strict=True)]
        yield from _runs(members, number)


def _sections(headings: Sequence[Heading]) -> list[list[Heading]]:
    """Headings that stand side by side under the same heading."""
    sections: list[list[Heading]] = []
    open_sections: dict[int, list[Heading]] = {}  # by depth
    for heading in headings:
        open_sections = {depth: own for depth, own in open_sections.items() if depth <= heading.depth}
        if heading.depth not in open_sections:
            open_sections[heading.depth] = []
            sections.append(open_sections[heading.depth])
        open_sections[heading.depth].append(heading)
    return sections


def _wording(document: Document, heading: Heading) -> str:
    return document.text[heading.start : heading.end].removeprefix(heading.marker).rstrip("。：；")
