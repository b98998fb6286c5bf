"""rjieba and jieba are the same segmenter."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import jieba
import pytest

from conftest import CONTENT, SHARED
from hujian.detect.letters.segmenter import SEGMENTER, Jieba
from hujian.detect.letters.words import word_edges

RUN = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+")  # jieba's re_han_default: what it segments by itself
SIGN = r"[^\u4e00-\u9fd5a-zA-Z0-9]"  # what they may differ about: 2011-2020, 0_lol
SEVERAL = 12  # of the work reports: 200,000 characters


def runs(folder: Path, most: int) -> list[str]:
    texts = (path.read_text("utf-8-sig", "ignore") for path in sorted(folder.glob("*.txt"))[:most])
    return sorted({run for text in texts for run in RUN.findall(text)})


@pytest.mark.parametrize("folder", [CONTENT, SHARED / "seeds", SHARED / "corpora" / "gwr_cpc"])
def test_both_cut_alike(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: these texts are not segmented, our own are")
    found = [run for run in runs(folder, SEVERAL) if not re.search(SIGN, run)]
    assert len(found) > 100
    for run in found:
        assert SEGMENTER.cut(run) == list(jieba.cut(run))


def test_both_have_the_same_dictionary() -> None:
    slow = Jieba()
    for word in ("图书馆", "从严治党", "党员", "读", "不可能有的词", "严治"):
        assert SEGMENTER.has_word(word) == slow.has_word(word)
    assert slow.cut("推动全民阅读") == SEGMENTER.cut("推动全民阅读")
    assert slow.tag("推动全民阅读") == SEGMENTER.tag("推动全民阅读")


@pytest.mark.parametrize("folder", [CONTENT, SHARED / "seeds"])
def test_a_text_has_the_edges_of_its_runs(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: these texts are not segmented, our own are")
    text = "".join(path.read_text("utf-8-sig", "ignore") for path in sorted(folder.glob("*.txt")))
    edges = word_edges([text]).tolist()
    for run in RUN.finditer(text):
        lengths = map(len, SEGMENTER.cut(run[0]))
        assert [at for at in range(*run.span()) if edges[at]] == [
            run.start() + at for at in itertools.accumulate(lengths, initial=0)
        ][:-1]


def test_full_width_figures_are_figures_and_halves_of_characters_do_no_harm() -> None:
    assert word_edges(["２００１年"]).tolist() == word_edges(["2001年"]).tolist()
    assert word_edges(["甲\ud800乙"]).tolist() == [True, True, True, True]


def test_edges_of_texts() -> None:
    edges = word_edges(["推动阅读，\n", "读书\n"])
    assert edges.tolist() == [True, False, True, False, True, True, True, False, True, True]
