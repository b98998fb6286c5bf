"""Which entries are told, in which order: many documents and many letters first, templates last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.choice import Entry
from hujian.detect.formulations.labels import Labels
from hujian.detect.letters.stream import Stream
from hujian.model import Label, Limit

MOST, LETTERS_AN_ENTRY = 1000, 300
"""The weightiest 1,000 formulations are told, or one for every 300 letters if that is more."""
_COMMON: frozenset[Label] = frozenset({"slogan", "template"})


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry with its label."""

    entry: Entry
    label: Label


@dataclass(frozen=True, slots=True)
class Ranking:
    """Entries, weightiest first, and what was cut off."""

    entries: tuple[Ranked, ...]
    limits: tuple[Limit, ...]


def rank(stream: Stream, entries: Sequence[Entry], kept: frozenset[str] = frozenset()) -> Ranking:
    """Label and order all entries; those whose canonical wording is in ``kept`` are told in any case."""
    labels, document = Labels(stream), stream.document.data  # read one by one
    weighed = []
    for entry in entries:
        documents = len(set(map(document.__getitem__, entry.starts)))
        label = labels.of(entry, documents)
        weight = (documents - 1) * len(entry.canonical)
        weighed.append((label == "template", -weight, entry.canonical, Ranked(entry, label)))
    ranked = [row[-1] for row in sorted(weighed, key=lambda row: row[:-1])]
    most = max(MOST, len(stream.letters) // LETTERS_AN_ENTRY)
    told = [r for at, r in enumerate(ranked) if at < most or r.entry.canonical in kept]
    limits = (Limit("提法", len(told), len(ranked)),) if len(told) < len(ranked) else ()
    return Ranking(tuple(told), limits)


def common_letters(stream: Stream, ranked: Sequence[Ranked]) -> NDArray[np.bool_]:
    """Which letters lie in a slogan or a template, and so tell little about who reads whom."""
    inside = np.zeros(len(stream.letters), bool)
    for one in ranked:
        if one.label in _COMMON:
            for start, end in zip(one.entry.starts, one.entry.ends, strict=True):
                inside[start:end] = True
    return inside
