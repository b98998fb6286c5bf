"""Brute force: what two documents share verbatim is told, or excluded for a stated reason."""

from __future__ import annotations

from hypothesis import given, settings

from detect.planting import small_collections
from hujian.detect import detect
from hujian.fold import fold
from hujian.model import Detection, Document

LEAST = 8


def shared_runs(a: Document, b: Document) -> list[tuple[int, int]]:
    """Maximal stretches of a (text offsets) of 8 letters or more whose letters stand within a line of b."""
    lines = [fold(line).letters for line in b.text.split("\n")]
    runs = []
    at = 0
    for line in a.text.split("\n"):
        folded = fold(line)
        start = 0
        while start + LEAST <= len(folded.letters):
            end = start + LEAST
            if not any(folded.letters[start:end] in other for other in lines):
                start += 1
                continue
            while end < len(folded.letters) and any(folded.letters[start : end + 1] in o for o in lines):
                end += 1
            runs.append((at + folded.offsets[start], at + folded.offsets[end - 1] + 1))
            start = end
        at += len(line) + 1
    return runs


def is_told(detection: Detection, document: Document, run: tuple[int, int]) -> bool:
    """Whether a match or an occurrence covers the larger part of a run."""
    places = [
        *(s for m in detection.matches for s in (m.a, m.b)),
        *(o for f in detection.formulations for o in f.occurrences),
    ]
    covered = {
        at
        for s in places
        if s.document == document.path
        for at in range(max(s.start, run[0]), min(s.end, run[1]))
    }
    return len(covered) > (run[1] - run[0]) / 2


@given(small_collections())
@settings(max_examples=60)
def test_every_shared_run_is_told(documents: list[Document]) -> None:
    detection = detect(documents)
    copies = {frozenset((c.a, c.b)) for c in detection.copies}
    for one in documents:
        for other in documents:
            if one is other or frozenset((one.path, other.path)) in copies:
                continue  # stated reason: copies are told as copies
            for run in shared_runs(one, other):
                assert is_told(detection, one, run), one.text[run[0] : run[1]]
