"""Word edges of whole texts, by jieba's segmentation.

jieba first cuts a text into runs of Chinese characters, letters and digits and segments each run by itself,
so that the words of a run do not depend on what stands around it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hujian.detect.segmenter import SEGMENTER

WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B)}
"""Full-width digits and letters to the half-width ones that jieba knows: ２００１年 is one figure."""
RUN = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+")
"""jieba's own ``re_han_default`` (jieba 0.42.1): a run that it segments by itself."""


def run_edges(run: str) -> list[int]:
    """Offsets in a run at which a word begins, ascending, with the run's length at the end."""
    return [0, *itertools.accumulate(map(len, SEGMENTER.cut(run)))]


def word_edges(texts: Iterable[str]) -> NDArray[np.bool_]:
    """Whether no word reaches over the place before a character, for all characters of the texts in a row.

    One entry more than there are characters: the place behind the last one is an edge.
    """
    edges = bytearray()
    for text in texts:
        own = bytearray(b"\1") * len(text)
        for match in RUN.finditer(text.translate(WIDTH)):
            start, end = match.span()
            own[start + 1 : end] = bytes(end - start - 1)
            for edge in run_edges(match[0])[1:-1]:
                own[start + edge] = 1
        edges += own
    edges.append(1)
    return np.frombuffer(edges, np.bool_)
