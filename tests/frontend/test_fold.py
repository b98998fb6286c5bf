"""The browser folds letters exactly as Python does."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hujian.fold import letters_of
from hujian.search.foldtable import fold_table
from hujian.search.letters import LetterTable, fold_character

from .conftest import NODE, Run

HERE = Path(__file__).parent
Fold = Callable[[str], tuple[str, list[int]]]
KNOWN = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) not in ("Cn", "Cs")]
"""Characters that this Python's Unicode knows; browsers may know newer ones."""


@pytest.fixture(scope="module")
def browser_fold(node: Run) -> Iterator[Fold]:
    del node  # only to complain in time when the tools are missing
    command = [*NODE, str(HERE / "fold_server.ts")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as it:
        assert it.stdin
        assert it.stdout

        def send(data: object) -> None:
            assert it.stdin
            it.stdin.write(json.dumps(data) + "\n")
            it.stdin.flush()

        def ask(text: str) -> tuple[str, list[int]]:
            assert it.stdout
            send(text)
            letters, offsets = json.loads(it.stdout.readline())
            return letters, offsets

        send(fold_table())
        yield ask
        it.stdin.close()


def python_fold(text: str) -> tuple[str, list[int]]:
    """As the browser would say it: offsets in UTF-16 units, one for each unit of the letters."""
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
    pairs = [(letter, units[at]) for at, each in enumerate(text) for letter in fold_character(each)]
    offsets = [at for letter, at in pairs for _ in range(2 if ord(letter) > 0xFFFF else 1)]
    return "".join(letter for letter, _ in pairs), offsets


def test_table_of_cases() -> None:
    cases = json.loads((HERE / "fold_cases.json").read_text("utf-8"))
    assert {text: letters_of(text) for text in cases} == cases


def test_every_character(browser_fold: Fold) -> None:
    for start in range(0, len(KNOWN), 5000):
        text = "".join(KNOWN[start : start + 5000])
        assert browser_fold(text) == python_fold(text)


@given(st.text(st.sampled_from(KNOWN), max_size=40) | st.text("讲講ﬁİßΣς，。１½㈠𠀀\u0301e", max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_text(browser_fold: Fold, text: str) -> None:
    assert browser_fold(text) == python_fold(text)


@given(st.text(st.sampled_from(KNOWN), max_size=40) | st.text("讲講ﬁİßΣς，。１½㈠𠀀\u0301e×\n", max_size=20))
def test_whole_texts_fold_as_their_characters_do(text: str) -> None:
    codes, before = LetterTable().fold(text)
    kept = ["\n" if character == "\n" else fold_character(character) for character in text]
    assert "".join(map(chr, codes.tolist())) == "".join(kept)
    assert before.tolist() == [len("".join(kept[:at])) for at in range(len(text) + 1)]
