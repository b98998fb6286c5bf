"""Clauses that say the same of other figures: 本条例自2021年1月1日起施行, 本条例自2022年3月1日起施行."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np

from hujian.detect.formulations.clauses import Clauses, letters_among
from hujian.detect.formulations.weights import Weights
from hujian.detect.letters.grams import distinct
from hujian.detect.letters.stream import Ints, Stream
from hujian.detect.letters.vocabulary import NUMERALS

LEAST_COMMON = 8
"""Letters besides their figures by which clauses are told to be one expression, as many as a match has."""
_NUMBER = f"[{''.join(sorted(NUMERALS))}]+"
_FIGURE = re.compile(f"第{_NUMBER}(?=[条款]|项(?!目))|(?<![第{_NUMBER[1:-2]}]){_NUMBER}")
"""A number, or that of an article; 第 makes any other one a name (第一次全国代表大会)."""


def differ_in_figures(stream: Stream, clauses: Clauses, weights: Weights) -> tuple[Ints, Ints]:
    """Every clause with the first in rank of those that differ from it in figures only, in pairs."""
    alike: dict[str, list[int]] = defaultdict(list)
    rows = np.flatnonzero(letters_among(stream, clauses, NUMERALS)).astype(np.int32)
    rows = weights.ranked(rows, np.zeros(len(clauses), np.int32))
    for row, text in zip(rows.tolist(), clauses.texts(rows), strict=True):
        alike[_FIGURE.sub("0", text)].append(row)
    pairs = [
        (lead, row)
        for text, (lead, *others) in alike.items()
        if len(text) - text.count("0") >= LEAST_COMMON
        for row in others
    ]
    found = np.array(pairs, np.int32).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def together(*pairs: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Pairs of several kinds, each once."""
    one, other = (np.concatenate(sides).astype(np.int64) for sides in zip(*pairs, strict=True))
    found = distinct(np.minimum(one, other) << 32 | np.maximum(one, other))
    return (found >> 32).astype(np.int32), found.astype(np.int32)
