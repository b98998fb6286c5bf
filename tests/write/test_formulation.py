"""The page of one formulation in a collection of many documents."""

from __future__ import annotations

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from hujian.detect.dating import dated
from hujian.model import Detection, Formulation, Span
from hujian.write.concordance import places
from hujian.write.formulation import formulation_files, formulation_page
from hujian.write.shelf import Shelf
from hujian.write.variant_rows import differing, variant_rows
from making import Watched, make_collection, make_document

MANY = 120
WORDING = "读者放在首位"


def shelf_of() -> tuple[Shelf, Formulation]:
    documents = [
        make_document("把" + WORDING, path=f"{n:03}.txt", date=f"{1900 + (7 * n + 50) % MANY}")
        for n in range(MANY)
    ]
    paths = ("003.txt", "001.txt", "117.txt")
    found = Formulation("f1", WORDING, (), "substantive", tuple(Span(p, 1, 7) for p in sorted(paths)))
    return Shelf(make_collection(*documents, detection=Detection(formulations=(found,)))), found


def test_places_come_by_date_and_documents_are_ordered_once() -> None:
    shelf, formulation = shelf_of()
    shelf.ordered = Watched(shelf.ordered)  # type: ignore[assignment]
    for _ in range(3):
        assert [p.document.path for p in places(shelf, formulation)] == ["117.txt", "001.txt", "003.txt"]
    assert shelf.ordered.looks == MANY  # type: ignore[attr-defined]


def test_documents_without_it_are_counted_and_only_some_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    url = Shelf.url
    monkeypatch.setattr(
        Shelf, "url", lambda self, path, anchor="": asked.append(path) or url(self, path, anchor)
    )
    parsed = LexborHTMLParser(formulation_page(*shelf_of()).body())
    absent = parsed.css_first(".hj-without")
    assert absent is not None
    assert "未见于 117 篇" in absent.text()
    assert "另有 77 篇未列出" in absent.text()
    named = [a.text() for a in absent.css("li a")]
    assert len(named) == 40
    assert not {"001", "003", "117"} & set(named)
    assert len(asked) < MANY


def test_places_are_told_to_programs_one_a_line() -> None:
    shelf, formulation = shelf_of()
    files = {file.path: file.data().decode() for file in formulation_files(shelf, formulation)}
    told = json.loads(files["formulations/f1.json"])
    assert (told["canonical"], told["documents"]) == (WORDING, 3)
    assert [place["source"] for place in told["places"]] == ["117.txt", "001.txt", "003.txt"]
    assert all(place["left"] + place["wording"] == "把" + WORDING for place in told["places"])
    assert all((place["start"], place["end"]) == (1, 7) for place in told["places"])
    assert files["formulations/f1.json"].count("\n") == len(told["places"]) + 2
    assert files["formulations/f1.csv"].count("\r\n") == len(told["places"]) + 1


def test_wordings_come_by_number_with_what_differs_from_the_page_s_own() -> None:
    own, other = "把读者放在首位", "把读者放在心上"
    documents = [make_document(w, path=f"{n}.txt") for n, w in enumerate((own, other, other))]
    spans = tuple(Span(d.path, 0, 7) for d in documents)
    found = Formulation("f1", own, (other,), "substantive", spans)
    shelf = Shelf(make_collection(*documents, detection=Detection(formulations=(found,))))
    rows = variant_rows(found, places(shelf, found))
    assert [(row.wording, row.places, row.own) for row in rows] == [
        ("把读者放在<del>首位</del><ins>心上</ins>", 2, False),
        (own, 1, True),
    ]


@pytest.mark.parametrize(
    ("dates", "told", "wording", "level"),
    [
        (("2023", None), "不能断定：有 1 篇日期未知", "2023年另有 1 处日期未知", "2023年另有 1 篇日期未知"),
        (("2023", "2023-06"), "不能断定：最早的几篇分不出先后", "2023年", "2023年"),
        (("2024", "2023-06"), "22023年6月", "2023年6月", "2023年6月"),
    ],
)
def test_no_first_date_is_told_that_an_unknown_one_may_precede(
    dates: tuple[str | None, ...], told: str, wording: str, level: str
) -> None:
    own, other = "把读者放在首位", "把读者放在心上"
    texts = [(own, "2025"), *((other, date) for date in dates)]
    documents = [make_document(w, path=f"{n}.txt", date=date) for n, (w, date) in enumerate(texts)]
    places = tuple(Span(d.path, 0, 7) for d in documents)
    entry = Formulation("f1", own, (other,), "substantive", places)
    detection = dated(Detection(formulations=(entry,)), documents)
    shelf = Shelf(make_collection(*documents, detection=detection))
    page = LexborHTMLParser(formulation_page(shelf, detection.formulations[0]).body())
    facts = [node.text(strip=True) for node in page.css(".hj-facts dd")]
    assert facts[1] == told
    assert page.css("#variants ~ div tbody tr")[0].css("td")[2].text() == wording
    assert page.css(".hj-figure tbody tr")[0].css("td")[2].text() == level


def test_marks_alone_do_not_differ_and_nothing_becomes_markup() -> None:
    assert differing("甲、乙和丙", "甲，乙和丙") == "甲，乙和丙"
    assert differing("<b>甲乙", "<i>甲乙") == "<del>&lt;b</del><ins>&lt;i</ins>&gt;甲乙"


def test_a_table_of_places_calculates_nothing() -> None:
    documents = [
        make_document("把" + WORDING, path=f"{n}.txt", title=title)
        for n, title in enumerate(("=1+1", "-甲", "@乙"))
    ]
    found = Formulation("f1", WORDING, (), "substantive", tuple(Span(d.path, 1, 7) for d in documents))
    shelf = Shelf(make_collection(*documents, detection=Detection(formulations=(found,))))
    table = next(
        f.data().decode("utf-8-sig") for f in formulation_files(shelf, found) if f.path.endswith(".csv")
    )
    assert [line.split(",")[0] for line in table.splitlines()[1:]] == ["'=1+1", "'-甲", "'@乙"]
