"""Flat tables: what the records say, in rows that spreadsheets and R read, described by a data package."""

from __future__ import annotations

import csv
import hashlib
import io
import json

import pytest

from hujian.detect.dating import dated
from hujian.model import Collection, Detection, Formulation, Match, Span
from hujian.write.columns import COLUMNS
from hujian.write.datapackage import fingerprint
from hujian.write.export import export_files
from hujian.write.records import RECORDS
from hujian.write.tables import TABLES
from making import make_collection, make_document

OWN, OTHER = "把读者放在首位", "把读者放在心上"


def collection(*dates: str | None) -> Collection:
    documents = [
        make_document("前文", f"我们{w}，做好工作。", path=f"{n}.txt", title=f"=题{n}", date=date)
        for n, (w, date) in enumerate(zip((OWN, OTHER, OWN), dates, strict=True))
    ]
    spans = [Span(d.path, 5, 12) for d in documents]
    found = Detection(
        matches=tuple(
            Match(f"m{n}", a, b, 0.9, "light")
            for n, (a, b) in enumerate([(spans[0], spans[1]), (spans[0], spans[2]), (spans[1], spans[2])])
        ),
        formulations=(Formulation("f1", OWN, (OTHER,), "substantive", tuple(spans)),),
    )
    return make_collection(*documents, detection=dated(found, documents))


def files(made: Collection) -> dict[str, bytes]:
    return {file.path: file.data() for file in export_files(made)}


def rows(made: Collection, name: str) -> list[dict[str, str]]:
    text = files(made)[f"tables/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_an_occurrence_is_a_row_with_its_context_and_what_is_known_of_its_text() -> None:
    second = rows(collection("2024", "2023-06", "2025"), "occurrences")[1]
    assert second == {
        "formulation": "f1",
        "canonical": OWN,
        "label": "substantive",
        "variant": OTHER,
        "source": "1.txt",
        "title": "'=题1",  # else a spreadsheet would compute it
        "date": "2023-06",
        "level": "unknown",
        "paragraph": "p2",
        "start": "5",
        "end": "12",
        "text": OTHER,
        "left": "我们",
        "right": "，做好工作。",
        "earliest": "true",
    }


@pytest.mark.parametrize(
    ("dates", "earliest", "earlier"),
    [
        (("2024", "2023-06", "2025"), ["false", "true", "false"], ["b", "a", "a"]),
        (("2024", "2023-06", None), ["", "", ""], ["b", "", ""]),
        (("2023", "2023-06", "2025"), ["", "", ""], ["", "a", "a"]),
    ],
)
def test_nothing_is_first_where_the_dates_do_not_tell(
    dates: tuple[str | None, ...], earliest: list[str], earlier: list[str]
) -> None:
    made = collection(*dates)
    assert [row["earliest"] for row in rows(made, "occurrences")] == earliest
    assert [row["earliest"] for row in rows(made, "families")] == earliest
    assert [row["earlier"] for row in rows(made, "matches")] == earlier
    (formulation,) = rows(made, "formulations")
    assert formulation["earliest_date"] == ("2023-06" if "true" in earliest else "")


def test_tables_hold_as_many_rows_as_the_records_tell() -> None:
    made = collection("2024", None, "2025")
    told = {name: list(records(made)) for name, records in RECORDS.items()}
    for name in ("matches", "formulations", "coverage", "copies", "findings"):
        assert len(rows(made, name)) == len(told[name])
    assert [r["text"] for r in rows(made, "paragraphs")][:2] == ["前文", f"我们{OWN}，做好工作。"]
    assert [row["share"] for row in rows(made, "coverage")] == [str(r["share"]) for r in told["coverage"]]


def test_the_data_package_tells_columns_and_the_state_of_every_file() -> None:
    made = collection("2024", "2023-06", None)
    written = files(made)
    package = json.loads(written["datapackage.json"])
    resources = {r["path"]: r for r in package["resources"]}
    assert set(resources) == {path for path in written if path.startswith(("records/", "tables/"))}
    for path, resource in resources.items():
        assert resource["bytes"] == len(written[path])
        assert resource["hash"] == "sha256:" + hashlib.sha256(written[path]).hexdigest()
    for name in TABLES:
        fields = resources[f"tables/{name}.csv"]["schema"]["fields"]
        head = written[f"tables/{name}.csv"].decode("utf-8-sig").splitlines()[0]
        assert ",".join(f["name"] for f in fields) == head
        assert all(f["description"] for f in fields)
    assert set(COLUMNS) == set(TABLES)
    assert files(made) == written


def test_the_fingerprint_is_what_sha256sum_gives_and_changes_with_a_text() -> None:
    made = collection("2024", "2023-06", None)
    lines = "".join(f"{r['sha256']}  {r['source']}\n" for r in RECORDS["outline"](made))
    assert fingerprint(made) == hashlib.sha256(lines.encode()).hexdigest()
    assert fingerprint(make_collection(made.documents[0])) != fingerprint(made)
