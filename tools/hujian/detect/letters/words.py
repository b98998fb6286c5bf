"""Word edges of whole texts, by jieba's segmentation.

jieba cuts a text into runs of Chinese characters, letters and digits and segments each run by itself, so that
the words of a run do not depend on what stands around it; all other characters are words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.segmenter import SEGMENTER

_STRANGE = re.compile("[\uff10-\uff5a\ud800-\udfff]")
"""Characters that jieba does not know as what they are: full-width digits and letters, halves of signs."""
_WIDTH = 0xFEE0  # from full width to half width: ２００１年 is one figure
_UNPAIRED = "\ufffd"  # for half a character, which no other program takes


def word_edges(texts: Iterable[str]) -> NDArray[np.bool_]:
    """Whether no word reaches over the place before a character, for all characters of the texts in a row.

    One entry more than there are characters: the place behind the last one is an edge.
    """
    return np.concatenate([np.ones(1, bool), *map(_ends_of_words, texts)])


def _ends_of_words(text: str) -> NDArray[np.bool_]:
    """Whether a word of a text ends with a character, for all its characters."""
    words = SEGMENTER.cut(_STRANGE.sub(_known, text))
    ends = np.zeros(len(text), bool)
    ends[np.cumsum(np.fromiter(map(len, words), np.int32, len(words))) - 1] = True
    return ends


def _known(character: re.Match[str]) -> str:
    """The form in which jieba knows a character."""
    point = ord(character[0])
    return _UNPAIRED if 0xD800 <= point < 0xE000 else chr(point - _WIDTH)
