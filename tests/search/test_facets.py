"""By what results can be narrowed."""

from __future__ import annotations

from dataclasses import replace

from hujian.model import Detection, Formulation, Span, Value
from hujian.search.facets import facets
from making import make_collection, make_document


def test_every_document_has_a_value_and_pages_have_none() -> None:
    known = replace(
        make_document("甲", path="a.txt", date="2024-03-01"),
        level=Value("city", "stated"),
        speaker=Value("某某", "stated"),
    )
    told = facets(make_collection(known, make_document("乙", path="b.txt")), pages=1)["facts"]
    assert {name: [each["values"][at] for at in each["of"]] for name, each in told.items()} == {
        "level": ["city", "", ""],
        "year": ["2024", "", ""],
        "speaker": ["某某", "", ""],
    }


def test_formulations_tell_their_documents_once_each() -> None:
    documents = [make_document("书香", path=f"{n}.txt") for n in range(4)]
    places = tuple(Span(f"{n}.txt", at, at + 1) for n, at in ((1, 0), (1, 1), (3, 0)))
    found = Detection(formulations=(Formulation("f1", "书香", (), "slogan", places),))
    told = facets(make_collection(*documents, detection=found), pages=0)
    assert told["formulations"] == [("f1", "书香", [1, 2])]
