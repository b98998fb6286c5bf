"""What a formulation stands beside."""

from __future__ import annotations

from hujian.model import Detection, Formulation, Span
from hujian.write.neighbours import neighbours
from hujian.write.shelf import Shelf
from making import make_collection, make_document


def test_only_what_stands_beside_it_in_several_sentences_is_told() -> None:
    texts = ("建好书房，办好讲座。读好书。", "建好书房，办好讲座。", "建好书房。办好讲座，读好书。")
    documents = [make_document(text, path=f"{n}.txt") for n, text in enumerate(texts)]

    def formulation(name: str, wording: str) -> Formulation:
        spans = (Span(d.path, at, at + len(wording)) for d in documents if (at := d.text.find(wording)) >= 0)
        return Formulation(name, wording, (), "substantive", tuple(spans))

    found = (
        formulation("f1", "建好书房"),
        formulation("f2", "办好讲座"),
        formulation("f3", "读好书"),
        formulation("f4", "好书房"),
    )
    shelf = Shelf(make_collection(*documents, detection=Detection(formulations=found)))
    assert [(f.id, count) for f, count in neighbours(shelf, found[0])] == [("f2", 2)]  # f4 lies within it
    assert neighbours(shelf, found[2]) == []  # once beside f2
