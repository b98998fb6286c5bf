"""The sample collection: exactly what was planted goes or is pointed out (tests/planted/truth.json)."""

import json
from pathlib import Path

import pytest

from hujian.clean import Rules, clean_all, restore
from hujian.clean.characters import is_visible
from hujian.model import CleanText
from hujian.read import read_folder

ROOT = Path(__file__).parents[2]
TRUTH = json.loads((ROOT / "tests" / "planted" / "truth.json").read_text("utf-8"))
FILES = {file["path"]: file for file in TRUTH["files"]}
ADVERTISING = {"spam-header", "spam-footer", "decoration"}  # a rule of dashes closes one of the footers


@pytest.fixture(scope="module")
def sample(rules: Rules) -> dict[str, CleanText]:
    sources = read_folder(ROOT / "content").sources
    return {clean.source.path: clean for clean in clean_all(sources, rules)}


def spans(clean: CleanText, rule: str) -> set[tuple[int, int]]:
    return {(edit.start, edit.end) for edit in clean.ledger if edit.rule == rule}


def planted(entries: list[dict[str, int]]) -> set[tuple[int, int]]:
    return {(entry["start"], entry["end"]) for entry in entries}


def test_all_texts_are_read(sample: dict[str, CleanText]) -> None:
    assert set(sample) == set(FILES)


@pytest.mark.parametrize("path", FILES)
def test_encoding_and_bytes(sample: dict[str, CleanText], path: str) -> None:
    source = sample[path].source
    assert (source.encoding.name, source.sha256) == (FILES[path]["encoding"], FILES[path]["sha256"])
    assert source.encoding.bom + restore(sample[path]).encode(source.encoding.codec) == source.data


@pytest.mark.parametrize("path", FILES)
def test_exactly_the_planted_advertisements_go(sample: dict[str, CleanText], path: str) -> None:
    clean = sample[path]
    gone = {
        at
        for edit in clean.ledger
        if edit.edit_class != "flag"
        for at in range(edit.start, edit.end)
        if is_visible(clean.source.text[at])
    }
    text = clean.source.text
    expected = {at for start, end in planted(FILES[path]["spam"]) for at in range(start, end)}
    assert gone == {at for at in expected if is_visible(text[at])}
    assert {edit.rule for edit in clean.ledger if is_visible(edit.before) and not edit.after} <= ADVERTISING


@pytest.mark.parametrize("path", FILES)
def test_exactly_the_planted_slips_are_pointed_out(sample: dict[str, CleanText], path: str) -> None:
    clean, truth = sample[path], FILES[path]
    assert spans(clean, "placeholder") == planted(truth["placeholders"])
    assert spans(clean, "half-width-punctuation") == planted(truth["half_width"])
    assert spans(clean, "suspicious-line") == set()


@pytest.mark.parametrize("path", FILES)
def test_what_looks_like_advertising_in_a_paragraph_stays(sample: dict[str, CleanText], path: str) -> None:
    if keep := FILES[path]["keep"]:
        assert keep["text"] in sample[path].text


@pytest.mark.parametrize("path", FILES)
def test_a_line_broken_by_a_page_is_whole_again(sample: dict[str, CleanText], path: str) -> None:
    if broken := FILES[path]["broken_line"]:
        assert spans(sample[path], "page-break") == planted([broken])
    else:
        assert spans(sample[path], "page-break") == set()
