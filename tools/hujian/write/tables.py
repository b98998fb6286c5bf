"""Records as flat tables for spreadsheets, R and SQL: a row a place, beside it what is known of its text.

Made from the records, so that both tell the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from hujian.model import Collection
from hujian.write.columns import COLUMNS
from hujian.write.concordance import CONTEXT
from hujian.write.records import RECORDS

Row = dict[str, Any]

_OF_TEXT = ("title", "date", "level")
"""What is known of a text and stands beside each of its places."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of every text, by path."""

    outlines: Mapping[str, Row]
    sources: Mapping[str, str]  # the decoded source files
    paragraphs: Mapping[tuple[str, str], tuple[int, int]]  # source offsets by path and id


@dataclass(frozen=True, slots=True)
class Table:
    """A flat table."""

    record: str  # kind of the records it is made from
    rows: Callable[[Row, Facts], Iterator[Row]]  # of one record; a row may hold more than the columns


def facts_of(collection: Collection) -> Facts:
    """What is known of every text."""
    outlines: dict[str, Row] = {str(record["source"]): record for record in RECORDS["outline"](collection)}
    sources = {d.path: d.clean.source.text for d in collection.documents}
    paragraphs = {
        (path, p["id"]): (p["start"], p["end"])
        for path, outline in outlines.items()
        for p in outline["paragraphs"]
    }
    return Facts(outlines, sources, paragraphs)


def rows_of(name: str, collection: Collection, facts: Facts) -> Iterator[list[object]]:
    """The rows of a table, its cells in the order of ``COLUMNS[name]``."""
    table = TABLES[name]
    columns = [column.name for column in COLUMNS[name]]
    for record in RECORDS[table.record](collection):
        for row in table.rows(record, facts):
            yield [row[column] for column in columns]


def _documents(record: Row, _: Facts) -> Iterator[Row]:
    yield record | {"paragraphs": len(record["paragraphs"])}


def _paragraphs(record: Row, facts: Facts) -> Iterator[Row]:
    source = facts.sources[record["source"]]
    for paragraph in record["paragraphs"]:
        text = source[paragraph["start"] : paragraph["end"]]
        yield record | {"paragraph": paragraph["id"], "text": text} | paragraph


def _formulations(record: Row, facts: Facts) -> Iterator[Row]:
    earliest = record["earliest"]
    yield record | {
        "occurrences": len(record["occurrences"]),
        "variants": len(record["variants"]),
        "earliest_source": earliest and earliest["source"],
        "earliest_date": earliest and facts.outlines[earliest["source"]]["date"],
    }


def _occurrences(record: Row, facts: Facts) -> Iterator[Row]:
    head = {"formulation": record["id"], "canonical": record["canonical"], "label": record["label"]}
    for place in record["occurrences"]:
        around = _around(place, facts)
        yield head | _told(place, facts) | around | {"earliest": _is_earliest(place, record)}


def _families(record: Row, facts: Facts) -> Iterator[Row]:
    for place in record["places"]:
        yield {"family": record["id"]} | _told(place, facts) | {"earliest": _is_earliest(place, record)}


def _matches(record: Row, facts: Facts) -> Iterator[Row]:
    sides = (_told(record[side], facts, f"{side}_") for side in "ab")
    yield record | next(sides) | next(sides)


def _coverage(record: Row, facts: Facts) -> Iterator[Row]:
    here, there = facts.outlines[record["source"]], facts.outlines[record["other"]]
    yield (
        record
        | {name: here[name] for name in _OF_TEXT}
        | {f"other_{name}": there[name] for name in _OF_TEXT}
        | {"distinctive_share": round(record["distinctive"] / record["letters"], 4)}
    )


def _whole(record: Row, _: Facts) -> Iterator[Row]:
    yield record


def _told(place: Row, facts: Facts, prefix: str = "") -> Row:
    """A place with what is known of its text."""
    known = {name: facts.outlines[place["source"]][name] for name in _OF_TEXT}
    return {prefix + name: value for name, value in (place | known).items()}


def _around(place: Row, facts: Facts) -> Row:
    """What stands before and behind a place in its paragraph (KWIC)."""
    source, start, end = facts.sources[place["source"]], place["start"], place["end"]
    first, last = facts.paragraphs[place["source"], place["paragraph"]]
    return {
        "left": source[max(first, start - CONTEXT) : start],
        "right": source[end : max(end, min(last, end + CONTEXT))],
    }


def _is_earliest(place: Row, record: Row) -> bool | None:
    """None where the dates do not tell."""
    earliest = record["earliest"]
    return earliest and (place["source"], place["start"]) == (earliest["source"], earliest["start"])


TABLES: Final[dict[str, Table]] = {
    "documents": Table("outline", _documents),
    "paragraphs": Table("outline", _paragraphs),
    "formulations": Table("formulations", _formulations),
    "occurrences": Table("formulations", _occurrences),
    "matches": Table("matches", _matches),
    "families": Table("families", _families),
    "coverage": Table("coverage", _coverage),
    "copies": Table("copies", _whole),
    "findings": Table("findings", _whole),
}
"""Tables by name; each is a file of an export."""
