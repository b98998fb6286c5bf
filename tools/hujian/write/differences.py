"""What differs between the two sides of a match, as one line: 本文 struck out, 彼处 beside it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from hujian.model import Match, Stretch, StretchKind

_KEPT = 4  # characters of agreement that are shown on either side of a difference


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the alignment, seen from this document; offsets count from the spans' starts."""

    kind: StretchKind
    here: tuple[int, int]
    there: tuple[int, int]


def pieces(match: Match, *, swapped: bool) -> list[Piece]:
    """The alignment of a match as seen from its side a, or from b if ``swapped``."""
    found = [_piece(match, s, swapped) for s in match.stretches]
    return sorted(found, key=lambda p: (p.here, p.there))


def merged(found: list[Piece], here: str, there: str) -> Markup:
    """Both wordings in one: ``<del>`` is only here, ``<ins>`` only there; long agreement is left out."""
    out = Markup()
    for number, piece in enumerate(found):
        ours, theirs = here[slice(*piece.here)], there[slice(*piece.there)]
        if piece.kind == "equal":
            out += _shortened(ours, number == 0, number == len(found) - 1)
            continue
        if ours:
            out += Markup("<del>{}</del>").format(ours)
        if theirs:
            out += Markup("<ins>{}</ins>").format(theirs)
    return out


def _shortened(text: str, first: bool, last: bool) -> str:
    head, tail = ("" if first else text[:_KEPT]), ("" if last else text[-_KEPT:])
    return text if len(text) <= len(head) + len(tail) + 3 else f"{head}…{tail}"


def _piece(match: Match, s: Stretch, swapped: bool) -> Piece:
    a = (s.a_start - match.a.start, s.a_end - match.a.start)
    b = (s.b_start - match.b.start, s.b_end - match.b.start)
    if not swapped:
        return Piece(s.kind, a, b)
    turned: dict[StretchKind, StretchKind] = {"inserted": "deleted", "deleted": "inserted"}
    return Piece(turned.get(s.kind, s.kind), b, a)
