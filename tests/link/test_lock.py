"""The lock file: whatever the program registers can be read again; names that it did not give are refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.errors import ContentError
from hujian.link import Lock, read_lock, write_lock
from hujian.link.lock import LockedDocument, Unit
from hujian.link.names import document_id

DOCUMENT = LockedDocument(
    "甲.txt", "jia-0a1b2c", "甲", "0" * 64, (Unit("p1", "s"),), (Unit("h1", "s"),), {"p2": "p1"}
)
LOCK = Lock((DOCUMENT,), {"fabcdefabcdef": "好好读书"})


@given(st.text(min_size=1, max_size=30).filter(lambda name: "/" not in name))
def test_every_page_name_that_the_program_gives_can_be_read_again(name: str) -> None:
    for path in (f"{name}.txt", f"子/{name}.text", name):
        document = LockedDocument("甲.txt", document_id(path), "", "", (), ())
        assert read_lock(write_lock(Lock((document,)))).documents == (document,)


def test_a_lock_is_read_as_it_was_written() -> None:
    assert read_lock(write_lock(LOCK)) == LOCK


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("id", "../../evil"),
        ("id", "index"),
        ("id", "A B"),
        ("id", ""),
        ("paragraphs", 'x"y'),
        ("headings", ""),
        ("aliases", "zz"),
        ("formulations", "../evil"),
        ("formulations", "index"),
    ],
)
def test_names_of_other_making_are_refused(where: str, name: str) -> None:
    data: dict[str, Any] = json.loads(write_lock(LOCK))
    entry = data["documents"]["甲.txt"]
    if where == "formulations":
        data["formulations"][name] = "甲"
    elif where == "id":
        entry["id"] = name
    else:
        entry[where][name] = "p1"
    with pytest.raises(ContentError, match="不是本程序登记的网址"):
        read_lock(json.dumps(data))


def test_one_page_for_two_texts_is_refused() -> None:
    data: dict[str, Any] = json.loads(write_lock(LOCK))
    data["documents"]["乙.txt"] = data["documents"]["甲.txt"]
    with pytest.raises(ContentError, match="有两篇文本登记了同一网址“jia-0a1b2c”"):
        read_lock(json.dumps(data))
