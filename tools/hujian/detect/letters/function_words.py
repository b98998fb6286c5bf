"""Function words at the ends of a wording: what stands there belongs to its sentence, not to the wording."""

from __future__ import annotations

from hujian.detect.letters.segmenter import SEGMENTER, words_of
from hujian.detect.letters.vocabulary import (
    ADJECTIVES,
    CONJUNCTIONS,
    COPULA,
    COVERBS,
    DEICTICS,
    HEADLESS,
    JOINERS,
    LOCALIZERS,
    OPEN_ENDED,
    PLACE,
)

_HEADLESS = HEADLESS | {COPULA}


def strip_function_words(text: str, *, closed: bool = False) -> tuple[int, int]:
    """Start and end of a wording without function words at its ends.

    Where a mark closes the wording, an adjective at its end is its predicate and stays (作风好).
    """
    words = list(words_of(text))
    start = _strip_head(words)
    end = len(text) - _strip_tail(words, OPEN_ENDED - ADJECTIVES if closed else OPEN_ENDED)
    return start, max(start, end)


def _strip_head(words: list[str]) -> int:
    """Take function words from the head; how many letters they have."""
    start = 0
    if len(words) > 1 and words[0] in LOCALIZERS and words[1] in HEADLESS | OPEN_ENDED:  # (思想)上同
        start += len(words.pop(0))
    elif words and _is_localized(words[0]):
        start += 1
        words[0] = words[0][1:]
    if words and words[0] == PLACE and not any(word in LOCALIZERS for word in words):  # 在推动(…上)
        start += len(words.pop(0))
    while words and (_is_headless(words[0]) or (len(words) > 1 and words[0] in DEICTICS)):
        size = len(words[0]) if words[0] in DEICTICS else 1
        start += size
        words[0] = words[0][size:]
        if not words[0]:
            words.pop(0)
    return start


def _is_headless(word: str) -> bool:
    """Whether a word is a function word with which no phrase begins, or begins with one by mistake."""
    return word in _HEADLESS or (word[0] in _HEADLESS and not SEGMENTER.has_word(word))


def _strip_tail(words: list[str], open_ended: frozenset[str]) -> int:
    """Take function words from the end; how many letters they have."""
    letters = sum(map(len, words))
    while words and (words[-1] in open_ended or words[-1] in JOINERS):
        words.pop()
    if (
        words and len(words[-1]) == 2 and words[-1][0] in LOCALIZERS and words[-1][1] in open_ended
    ):  # (道路)上同
        words[-1] = words[-1][0]
    if len(words) > 2 and words[-2] in CONJUNCTIONS and len(words[-1]) == 1:  # 思想和党(的决议)
        del words[-2:]
    return letters - sum(map(len, words))


def _is_localized(word: str) -> bool:
    """Whether a word is but a localizer and a coverb that stand side by side (上同, a place's name too)."""
    return len(word) == 2 and word[0] in LOCALIZERS and word[1] in COVERBS
