"""The planted truth is true: every offset, encoding and count is checked against the bytes of content/."""

import codecs
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parents[1] / "content"
TRUTH: dict[str, Any] = json.loads((HERE / "truth.json").read_text(encoding="utf-8"))
FILES: dict[str, dict[str, Any]] = {entry["path"]: entry for entry in TRUTH["files"]}
BOMS = {"utf-8-sig": codecs.BOM_UTF8, "utf-16": codecs.BOM_UTF16_LE}
LINE_ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
INVISIBLE = {"zero_width": "\u200b", "no_break_space": "\xa0"}
LEVELS = {"national", "province", "city", "district", "county", "township", "unit", "unknown"}
RUN = 8
LIGHT, ADAPTED = 0.8, 0.6

by_path = pytest.mark.parametrize("path", sorted(FILES))


@cache
def decoded(path: str) -> str:
    """Return the text of a file, decoded strictly with the codec that the truth states."""
    return (CONTENT / path).read_bytes().decode(FILES[path]["encoding"])


def letters(text: str) -> str:
    """Return the letters and digits of `text`, without punctuation, blanks and invisible characters."""
    return "".join(filter(str.isalnum, text))


def runs(path: str) -> set[str]:
    """Return every run of RUN letters of a file."""
    folded = letters(decoded(path))
    return {folded[start : start + RUN] for start in range(len(folded) - RUN + 1)}


def lcs(left: str, right: str) -> int:
    """Return the length of the longest common subsequence (the textbook recurrence, one row at a time)."""
    row = [0] * (len(right) + 1)
    for letter in left:
        above, row = row, [0]
        for column, other in enumerate(right):
            row.append(above[column] + 1 if letter == other else max(above[column + 1], row[column]))
    return row[-1]


def similarity(left: str, right: str) -> float:
    """Return 2 * LCS / (|left| + |right|) over letters."""
    a, b = letters(left), letters(right)
    return 2 * lcs(a, b) / (len(a) + len(b))


def kind(left: str, right: str) -> str:
    """Return the kind of reuse by the definition in README.md; unrelated texts have the kind 'none'."""
    if letters(left) == letters(right):
        return "verbatim"
    value = similarity(left, right)
    return "light" if value >= LIGHT else "adapted" if value >= ADAPTED else "none"


def spans(value: object, source: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every record with a start and an end below `value`, with the file that it points into."""
    if isinstance(value, dict):
        here = str(value.get("source") or value.get("path") or source)
        if "start" in value:
            yield here, value
        for child in value.values():
            yield from spans(child, here)
    elif isinstance(value, list):
        for child in value:
            yield from spans(child, source)


def test_every_text_of_the_collection_is_listed() -> None:
    """No .txt file of content/ is missing from the truth, and none is listed that is not there."""
    assert {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.txt")} == set(FILES)
    assert len({path.casefold() for path in FILES}) == len(FILES) == 10


@by_path
def test_bytes_are_those_that_were_planted(path: str) -> None:
    """Checksum, BOM, encoding and line ends are as stated."""
    entry, data, text = FILES[path], (CONTENT / path).read_bytes(), decoded(path)
    assert hashlib.sha256(data).hexdigest() == entry["sha256"]
    assert data.startswith(BOMS.get(entry["encoding"], b""))
    assert not text.startswith("\ufeff")
    assert set(re.findall("\r\n|\r|\n", text)) == {LINE_ENDS[entry["line_end"]]}
    assert entry["level"] in LEVELS
    if entry["encoding"] == "gb18030":
        assert any(len(letter.encode("gb18030")) == 4 for letter in text)
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")


def test_every_span_is_a_slice() -> None:
    """Every stated text equals the slice of the decoded file, and every span lies inside it."""
    found = list(spans(TRUTH))
    for source, span in found:
        text = decoded(source)
        assert 0 <= span["start"] < span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span.get("text", text[span["start"] : span["end"]])
    assert len(found) > 800


@by_path
def test_nothing_is_overlooked_outside_spam(path: str) -> None:
    """Placeholders, invisible characters and unbalanced quotes are all listed, paragraphs are counted."""
    entry, text = FILES[path], list(decoded(path))
    for span in entry["spam"]:
        text[span["start"] : span["end"]] = "\0" * (span["end"] - span["start"])
    rest = "".join(text)
    listed = {offset for span in entry["placeholders"] for offset in range(span["start"], span["end"])}
    assert {match.start() for match in re.finditer(r"[×*X]|(?<=X)%", rest)} == listed
    for field, character in INVISIBLE.items():
        assert [match.start() for match in re.finditer(character, rest)] == [
            span["start"] for span in entry[field]
        ]
    assert (rest.count("“") != rest.count("”")) == (entry["unbalanced_quote"] is not None)
    lines = [line for line in re.split("\r\n|\r|\n", rest) if line.strip(" \u3000\xa0\u200b\0")]
    assert len(lines) - (entry["broken_line"] is not None) == entry["paragraphs"]


@by_path
def test_half_width_punctuation_is_listed(path: str) -> None:
    """Every half-width mark in Chinese text is listed; numbering and decimal points are not."""
    entry, text = FILES[path], decoded(path)
    spam = {offset for span in entry["spam"] for offset in range(span["start"], span["end"])}
    marks = re.finditer(r"(?<!\d)[,.;:!?()]|(?<=\d)[,;:!?()]", text)
    assert {mark.start() for mark in marks} - spam == {span["start"] for span in entry["half_width"]}


@by_path
def test_headings_stand_where_a_line_begins(path: str) -> None:
    """A heading begins its line; a run-in one is followed by text on it, the others by its end."""
    text = decoded(path)
    for heading in FILES[path]["headings"]:
        before = re.split("[\r\n]", text[: heading["start"]])[-1]
        after = re.split("[\r\n]", text[heading["end"] :])[0]
        assert not before.strip()
        assert bool(after.strip()) == heading["run_in"]
        assert heading["depth"] >= 1
        assert heading["text"].endswith("。") or not heading["run_in"]


def test_reuse_is_of_the_stated_kind() -> None:
    """Pairs have their kind by definition, 8 letters or more, stand in path order and occur once."""
    pairs = TRUTH["reuse"]
    for pair in pairs:
        a, b = pair["a"], pair["b"]
        assert kind(a["text"], b["text"]) == pair["kind"]
        assert a["source"] < b["source"]
        assert min(len(letters(a["text"])), len(letters(b["text"]))) >= RUN
    places = {tuple(pair[side][key] for side in "ab" for key in ("source", "start", "end")) for pair in pairs}
    assert len(places) == len(pairs) >= 40
    assert {pair["kind"] for pair in pairs} == {"verbatim", "light", "adapted"}


def test_reordered_clauses_have_the_same_letters() -> None:
    """A reordered pair has the same letters in another order."""
    for pair in TRUTH["reordered"]:
        a, b = letters(pair["a"]["text"]), letters(pair["b"]["text"])
        assert sorted(a) == sorted(b)
        assert a != b


def test_formulations_list_all_their_places() -> None:
    """Every occurrence is one of the forms, every file that has a form is listed, and two files at least."""
    for entry in TRUTH["formulations"]:
        forms = {letters(form) for form in [entry["canonical"], *entry["variants"]]}
        assert {letters(place["text"]) for place in entry["occurrences"]} == forms
        having = {path for path in FILES if any(form in letters(decoded(path)) for form in forms)}
        assert having == {place["source"] for place in entry["occurrences"]} == set(entry["documents"])
        assert len(having) >= 2
    assert len(TRUTH["formulations"]) >= 25


def test_copies_are_near_and_the_outsider_is_far() -> None:
    """The copies share most of their runs; the outsider has no run of 8 letters in common with any file."""
    for first, second in TRUTH["copies"]:
        assert len(runs(first) & runs(second)) > 0.9 * len(runs(first))
    outsider = TRUTH["shares_nothing"]
    assert all(runs(outsider).isdisjoint(runs(path)) for path in FILES if path != outsider)
