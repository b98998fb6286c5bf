"""Where records say that something stands: source offsets, never outside of what they belong to."""

from __future__ import annotations

from dataclasses import replace

from hujian.model import Document, Segment, Span
from hujian.write.sourced import Sourced
from making import make_collection, make_document


def document() -> Document:
    """甲乙 and 丙丁, in a file that ends its lines with CR and LF."""
    plain = make_document("甲乙", "丙丁")
    source = replace(plain.clean.source, text="甲乙\r\n丙丁")
    segments = (Segment(0, 2, 0, 2), Segment(2, 5, 3, 6))
    return replace(plain, clean=replace(plain.clean, source=source, segments=segments))


def test_a_place_is_a_slice_of_the_source_with_its_paragraph() -> None:
    sourced = Sourced(make_collection(document()))
    place = {"source": "a.txt", "start": 4, "end": 6, "text": "丙丁", "paragraph": "p2"}
    assert sourced.place(Span("a.txt", 3, 5)) == place
    assert sourced.wording(Span("a.txt", 1, 4)) == "乙\n丙"


def test_an_empty_side_stays_in_its_passage() -> None:
    sourced = Sourced(make_collection(document()))
    place = sourced.place(Span("a.txt", 0, 2))
    assert sourced.side(place, 2, 2, "b") == {"b_start": 2, "b_end": 2}
    assert sourced.side(place, 0, 1, "b") == {"b_start": 0, "b_end": 1}
