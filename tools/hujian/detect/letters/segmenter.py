"""Words and parts of speech: jieba's, computed by rjieba, its port to Rust.

rjieba cuts as jieba does (a test compares them; only signs such as - and _ inside a run they may treat in
different ways), about ten times faster, and loads its dictionary in no time. Where a platform has no build of
it, jieba itself does the work.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, cast


class Segmenter(Protocol):
    """What detect asks of a segmenter."""

    def cut(self, text: str) -> list[str]:
        """Words in order; together they are the text."""

    def tag(self, text: str) -> list[tuple[str, str]]:
        """Words with their parts of speech (ICTCLAS tags: v verb, a adjective, i idiom)."""

    def has_word(self, word: str) -> bool:
        """Whether the dictionary has a word."""


class Jieba:
    """jieba itself: slower by a factor of ten, and two seconds of loading."""

    def __init__(self) -> None:
        import jieba.posseg  # noqa: PLC0415 (loads for a second; not needed where rjieba is)

        jieba.setLogLevel(60)  # it reports the loading of its dictionary on stderr
        self._jieba = jieba

    def cut(self, text: str) -> list[str]:
        """Words in order."""
        return list(self._jieba.cut(text))

    def tag(self, text: str) -> list[tuple[str, str]]:
        """Words with their parts of speech."""
        return [(pair.word, pair.flag) for pair in self._jieba.posseg.cut(text)]

    def has_word(self, word: str) -> bool:
        """Whether the dictionary has a word."""
        return bool(self._jieba.get_FREQ(word))


def _best() -> Segmenter:
    try:
        import rjieba  # noqa: PLC0415 (optional)
    except ImportError:
        return Jieba()
    return cast("Segmenter", rjieba)  # with the dictionary that it has loaded; its class would load another


SEGMENTER: Segmenter = _best()


@lru_cache(maxsize=100_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a folded wording."""
    return tuple(SEGMENTER.cut(text))
