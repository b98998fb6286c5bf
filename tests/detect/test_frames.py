"""Frames are told without cutting words where that is enough."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.detect.letters import frames
from hujian.detect.letters.frames import is_actor, is_frame, object_of
from hujian.detect.letters.predicates import lacks_predicate

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
        ("小小馆员无所不能", False),
        ("馆藏图书供不应求", False),
        ("进一步发展", True),
        ("加快发展", True),
        ("山区发展", False),
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


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("同边远山区学校", True),
        ("对外文献交流馆员", False),
        ("从业人员资格证书", False),
        ("具体办法由市馆", True),
        ("注重从青年和产业工人", True),
        ("加强对古籍的数字化保护", False),
        ("推动好书向乡村流动", False),
        ("读者对夜校的信心", False),
        ("把好书送向山区", False),  # a direction
        ("公布图书行政执法依据", False),  # a noun
        ("检查结果及时向社会公开", False),
        ("干部对群众一视同仁", False),
        ("人民生活将更加幸福", False),
    ],
)
def test_a_coverb_is_a_word(wording: str, expected: bool) -> None:
    assert lacks_predicate(wording) is expected


def test_a_duty_is_a_word() -> None:
    assert frames.without_verbs("各分馆应当登记借阅台账") == "登记借阅台账"
    for wording in ("适应当前借阅形势变化", "长期供不应求的紧张局面"):
        assert wording.endswith(frames.without_verbs(wording))
        assert frames.without_verbs(wording) == frames.object_of(wording)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("减税降费", True),  # a half is no word
        ("退耕还林", True),  # nor here, and the dictionary has the whole
        ("标本兼治", True),
        ("党的建设", False),  # an attribute
        ("必由之路", False),
        ("借阅服务", False),  # two words
    ],
)
def test_a_set_phrase_is_more_than_two_words(wording: str, expected: bool) -> None:
    assert frames.is_set_phrase(wording) is expected
