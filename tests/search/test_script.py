"""Data as scripts: whatever the texts hold, the script is valid and the browser gets them back."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from hujian.search.script import call, hashed_name


def argument_of(script: bytes, function: str) -> object:
    """What the function is called with. JSON is ECMAScript but for the two line ends that are escaped."""
    text = script.decode("utf-8")
    head, tail = f"hujianSearch.{function}(", ");\n"
    assert text.startswith(head)
    assert text.endswith(tail)
    return json.loads(text[len(head) : -len(tail)])


@given(st.text() | st.text("\u2028\u2029\ud800<>/'\"\\\n\x00\ufeff!-"))
def test_texts_come_back_and_nothing_escapes(text: str) -> None:
    script = call("add", [text])
    assert argument_of(script, "add") == [text]
    assert not re.search(rb"<|\xe2\x80\xa8|\xe2\x80\xa9", script)
    assert script.count(b"\n") == 1


def test_chinese_stays_readable() -> None:
    assert call("add", ["全民阅读"]) == 'hujianSearch.add(["全民阅读"]);\n'.encode()


def test_a_name_tells_the_content() -> None:
    assert hashed_name("text", b"a") != hashed_name("text", b"b")
    assert re.fullmatch(r"text-[0-9a-f]{12}\.js", hashed_name("text", b"a"))
