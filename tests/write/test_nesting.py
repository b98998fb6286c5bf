"""Lists of formulations that do not tell the same wording twice."""

from __future__ import annotations

import re

from hujian.model import Detection, Formulation, Label, Span
from hujian.write.lists import formulations_page, leading
from hujian.write.nesting import hosts, ordered
from making import make_collection, make_document

LONG, PART, CORE = "深入学习贯彻会议精神", "学习贯彻会议精神", "会议精神"


def formulation(
    name: str, wording: str, *places: int, within: tuple[str, ...] = (), label: Label = "substantive"
) -> Formulation:
    spans = tuple(Span(path, at, at + len(wording)) for path in ("a.txt", "b.txt") for at in places)
    return Formulation(name, wording, (), label, spans, contained_in=within)


FOUND = (
    formulation("f3", CORE, 6, 20, 30, within=("f1", "f2")),
    formulation("f2", PART, 2, within=("f1",)),
    formulation("f1", LONG, 0),
    formulation("f4", "同志们", 40, label="slogan"),
    formulation("f5", "志们", 41, within=("f4",), label="substantive"),
)


def test_what_stands_mostly_within_a_longer_one_of_its_kind_is_told_under_it() -> None:
    assert {name: host.id for name, host in hosts(FOUND).items()} == {"f2": "f1"}  # f3 stands mostly alone
    assert [(f.id, within) for f, within in ordered(FOUND)] == [
        ("f3", False), ("f1", False), ("f2", True), ("f4", False), ("f5", False),
    ]  # fmt: skip


def test_parts_of_parts_stand_under_the_longest() -> None:
    found = (formulation("f3", CORE, 6, within=("f2",)), *FOUND[1:3])
    assert [(f.id, within) for f, within in ordered(found)] == [("f1", False), ("f3", True), ("f2", True)]


def test_leading_formulations_leave_out_common_ones_and_parts() -> None:
    documents = [make_document("一" * 50, path=path) for path in ("a.txt", "b.txt")]
    weightiest_first = tuple(sorted(FOUND, key=lambda f: f.id))
    collection = make_collection(*documents, detection=Detection(formulations=weightiest_first))
    assert [f.id for f in leading(collection, 9)] == ["f1", "f3", "f5"]
    body = formulations_page(collection).body()
    told, common = body.split("<details")
    assert re.findall(r"formulations/(f\d)", told) == ["f1", "f2", "f3", "f5"]
    assert re.findall(r"formulations/(f\d)", common) == ["f4"]
    assert re.findall(r'class="hj-within".*?formulations/(f\d)', body) == ["f2"]


def test_what_stands_alone_half_of_the_time_is_told_by_itself() -> None:
    within = (formulation("f1", LONG, 0, 100), formulation("f2", PART, 2, 102, 200, within=("f1",)))
    assert set(hosts(within)) == {"f2"}  # two of three
    half = (formulation("f1", LONG, 0), formulation("f2", PART, 2, 200, within=("f1",)))
    assert hosts(half) == {}
