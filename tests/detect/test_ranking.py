"""In which order formulations are told."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from detect.planting import collection
from hujian.detect import detect
from hujian.detect.formulations.choice import Entry
from hujian.detect.formulations.ranking import rank
from hujian.detect.letters.stream import Stream, build_stream

TEXTS = st.lists(st.text("甲乙", min_size=4, max_size=30), min_size=2, max_size=5, unique=True)


def entries_of(stream: Stream, wordings: Sequence[str]) -> list[Entry]:
    """Wordings with all places where they stand in a document."""
    found = []
    for wording in wordings:
        size, letters = len(wording), stream.letters
        starts = array(
            "i",
            (
                at
                for at in range(len(letters) - size + 1)
                if letters.startswith(wording, at) and stream.document[at] == stream.document[at + size - 1]
            ),
        )
        found.append(Entry(wording, (), starts, array("i", (start + size for start in starts))))
    return found


def by_weight(stream: Stream, entries: Sequence[Entry]) -> list[str]:
    """The order told slowly: every entry is weighed again after each one that is told."""
    inner: set[int] = set()
    left, told = {entry.canonical: entry for entry in entries}, []

    def weight(entry: Entry, seen: set[int]) -> int:
        places = zip(entry.starts, entry.ends, strict=True)
        unseen = (start for start, end in places if not seen.issuperset(range(start + 1, end)))
        return max(len({int(stream.document[start]) for start in unseen}) - 1, 0) * len(entry.canonical)

    while left:
        next_one = min(left.values(), key=lambda e: (-weight(e, inner), -weight(e, set()), e.canonical))
        for start, end in zip(next_one.starts, next_one.ends, strict=True):
            inner.update(range(start + 1, end))
        told.append(next_one.canonical)
        del left[next_one.canonical]
    return told


@given(TEXTS, st.sets(st.text("甲乙", min_size=2, max_size=6), min_size=4, max_size=12))
def test_every_entry_comes_by_what_it_adds(texts: list[str], wordings: set[str]) -> None:
    stream = build_stream(collection(*texts))
    entries = entries_of(stream, sorted(wordings))
    told = [one.entry.canonical for one in rank(stream, entries).entries if one.label != "template"]
    common = set(by_weight(stream, entries)) - set(told)
    assert told == by_weight(stream, [entry for entry in entries if entry.canonical not in common])


def test_what_stands_within_a_weightier_one_is_told_late() -> None:
    stream = build_stream(collection(*(f"全年免费开放阅览室，{own}。" for own in ("甲", "乙", "借书"))))
    part, whole, other = entries_of(stream, ["开放阅览室", "全年免费开放阅览室", "借书"])
    assert [one.entry for one in rank(stream, [part, whole, other]).entries] == [whole, part, other]
    added = build_stream(collection("全年免费开放阅览室。", "全年免费开放阅览室。读者多。", "读者多。"))
    part, whole, other = entries_of(added, ["开放阅览室", "全年免费开放阅览室", "读者多"])
    assert [one.entry for one in rank(added, [part, whole, other]).entries] == [whole, other, part]


def test_templates_come_last() -> None:
    licence = "本文本由县图书馆整理，可以自由转载，转载时请注明来源。"
    texts = (f"{own}馆坚持免费开放、便利可及，{own}区读者很高兴。\n{licence}" for own in "甲乙丙")
    labels = [one.label for one in detect(collection(*texts)).formulations]
    assert "template" in labels
    assert labels == sorted(labels, key=lambda label: label == "template")
    assert labels[0] != "template"
