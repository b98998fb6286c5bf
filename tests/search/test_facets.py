"""By what results can be narrowed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hujian.model import Collection, Detection, Formulation, Span, Value
from hujian.search import facets as module
from hujian.search.facets import facet_files
from making import make_collection, make_document

from .test_script import argument_of


def facets(collection: Collection, pages: int) -> dict[str, Any]:
    """What the last file tells; it names the others."""
    *_, (_, data) = facet_files(collection, pages)
    told = argument_of(data, "facets")
    assert isinstance(told, dict)
    return told


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
    assert told["formulations"] == [["f1", "书香", [1, 2]]]


def test_every_formulation_is_told_once_the_rarer_ones_in_further_files_by_id(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_FORMULATIONS", 3)
    monkeypatch.setattr(module, "_AT_ONCE", 4)
    documents = [make_document("书香", path=f"{n}.txt") for n in range(14)]
    found = tuple(
        Formulation(
            f"f{(7 * n) % 13:x}", "书香", (), "slogan", tuple(Span(f"{m}.txt", 0, 1) for m in range(n + 1))
        )
        for n in range(13)
    )
    collection = make_collection(*documents, detection=Detection(formulations=found))
    *files, _ = facet_files(collection, 0)
    told = facets(collection, 0)
    assert [name for _, name in told["further"]] == [name for name, _ in files]
    shards = [argument_of(data, "facets") for _, data in files]
    assert [shard[0][0] for shard in shards] == [first for first, _ in told["further"]]  # type: ignore[index]
    further = [row for shard in shards for row in shard]  # type: ignore[attr-defined]
    assert [row[0] for row in further] == sorted(row[0] for row in further)
    rows = [*told["formulations"], *further]
    assert sorted(row[0] for row in rows) == sorted(f.id for f in found)
    assert {row[0]: len(row[2]) for row in rows} == {f.id: f.documents for f in found}
    assert min(len(row[2]) for row in told["formulations"]) > max(len(row[2]) for row in further)
