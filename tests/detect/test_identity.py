"""Ids: the first sixty bits of a digest in base 32, and what recurs is counted."""

from __future__ import annotations

import base64
import hashlib

from hypothesis import given
from hypothesis import strategies as st

from hujian.detect.identity import ID_LENGTH, numbered_ids, stable_ids

keys = st.lists(st.tuples(st.text("甲乙", max_size=2), st.text("丙丁", max_size=1)))


@given(st.lists(st.lists(st.text()).map(tuple)))
def test_an_id_is_the_head_of_a_digest(parts: list[tuple[str, ...]]) -> None:
    digests = [hashlib.sha256("\n".join(own).encode("utf-8", "surrogatepass")).digest() for own in parts]
    told = [base64.b32encode(digest)[:ID_LENGTH].decode().lower() for digest in digests]
    assert stable_ids("m", parts) == ["m" + one for one in told]


@given(keys)
def test_a_key_that_recurs_is_numbered_and_the_others_are_not(found: list[tuple[str, str]]) -> None:
    ordinals = [found[:at].count(key) for at, key in enumerate(found)]
    expected = stable_ids("m", ((*key, str(n)) for key, n in zip(found, ordinals, strict=True)))
    assert numbered_ids("m", lambda: iter(found)) == expected
