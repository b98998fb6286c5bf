"""Frames are told without cutting words where that is enough."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.detect.letters import frames
from hujian.detect.letters.frames import is_actor, is_frame, object_of

WORDS = st.sampled_from(
    sorted(
        {*frames.OFFICIAL_VERBS, *frames.ADDRESS, *frames.TITLES, *frames.HEADLESS, *frames.OPEN_ENDED}
        | {"图书馆", "读者", "国务院", "发展改革委", "王", "张三", "书香", "三", "农村"}
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("".join)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("推进落实", True),
        ("贯彻落实推进的", True),
        ("我们读书", True),
        ("各级图书馆", True),
        ("张三同志", True),
        ("国务院", True),
        ("二〇二三年", True),
        ("第二十一条", True),
        ("各馆负责人应当建立", True),
        ("读者可以", True),
        ("推进书香农村", False),
        ("各馆负责人应当读书", False),
        ("读者的心愿能够实现", False),
        ("书香农村", False),
    ],
)
def test_frames(wording: str, expected: bool) -> None:
    assert is_frame(wording) is expected


@given(TEXTS)
def test_no_frame_is_missed_for_want_of_its_words(text: str) -> None:
    with mock.patch.object(frames, "_may_be_frame", return_value=True):
        plain = is_frame(text)
    assert is_frame(text) is plain


@given(TEXTS)
def test_the_object_stands_behind_all_official_verbs(text: str) -> None:
    words = list(frames.words_of(text))
    while words and words[0] in frames.OFFICIAL_VERBS:
        words.pop(0)
    assert object_of(text) == "".join(words)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("国有企业", True),
        ("人民政府应当", True),
        ("村民委员会可以", True),
        ("支持国有企业", False),
        ("中国工农红军代表大会", False),  # a name of its own
        ("全国图书馆工作会议", True),
        ("全民阅读工作会议", True),
        ("全国全省图书馆工作会议精神", True),
        ("贯彻落实全国图书馆工作会议精神", False),
        ("馆长可以召开全体馆员会议", False),
        ("各级党委党组书记", True),
        ("书香农村应当", False),
    ],
)
def test_actors(wording: str, expected: bool) -> None:
    assert is_actor(wording) is expected
