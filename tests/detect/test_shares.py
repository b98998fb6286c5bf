"""A share is told from a few places as from all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hujian.detect.formulations.shares import more_than


@given(st.lists(st.booleans(), max_size=40), st.sampled_from([0.05, 0.5, 0.75]))
def test_a_share_is_told_as_by_counting(holds: list[bool], share: float) -> None:
    assert more_than(share, len(holds), holds) == (sum(holds) > share * len(holds))


def test_no_more_places_are_read_than_needed() -> None:
    read = iter([False] * 100)
    assert not more_than(0.75, 100, read)
    assert len(list(read)) > 70
