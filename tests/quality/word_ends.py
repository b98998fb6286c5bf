"""How many ends of what was found lie inside a word, by jieba itself on the source texts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

import jieba

from quality.gold import Place


def ends_inside_words(texts: Mapping[str, str], places: Iterable[Place]) -> float:
    """Share of the starts and ends of places that lie inside a word; 0 if there are none."""
    jieba.setLogLevel(60)  # it reports the loading of its dictionary on stderr
    edges = {path: {0, *itertools.accumulate(map(len, jieba.cut(text)))} for path, text in texts.items()}
    ends = [end in edges[path] for path, *both in places for end in both]
    return ends.count(False) / len(ends) if ends else 0.0
