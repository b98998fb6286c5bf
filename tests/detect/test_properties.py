"""What holds for every collection."""

from __future__ import annotations

import dataclasses
import itertools
import re

import jieba
from hypothesis import given, settings
from hypothesis import strategies as st

from detect.planting import CLAUSES, collection, pairs, small_collections, spans, text_of
from hujian.detect import detect
from hujian.detect.letters.alignment import kind_of, ratio
from hujian.fold import letters_of
from hujian.model import Detection, Document

RUN = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+")


def renamed(detection: Detection, names: dict[str, str]) -> set[tuple[object, ...]]:
    """Matches as unordered pairs of places, documents renamed."""
    return {tuple(sorted((names[s.document], s.start, s.end) for s in (m.a, m.b))) for m in detection.matches}


@given(small_collections(), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_does_not_matter(documents: list[Document], random: object) -> None:
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert detect(shuffled) == detect(documents)


@given(small_collections())
@settings(max_examples=40)
def test_both_sides_are_treated_alike(documents: list[Document]) -> None:
    one, other = documents[0], documents[-1]
    swapped = [
        dataclasses.replace(d, clean=dataclasses.replace(d.clean, source=source))
        for d, source in (
            (one, dataclasses.replace(one.clean.source, path="z.txt")),
            (other, dataclasses.replace(other.clean.source, path="a.txt")),
        )
    ]
    names = {one.path: one.path, other.path: other.path, "z.txt": one.path, "a.txt": other.path}
    forward = {m.similarity for m in detect([one, other]).matches}
    backward = {m.similarity for m in detect(swapped).matches}
    assert forward == backward
    assert len(renamed(detect([one, other]), names)) == len(renamed(detect(swapped), names))


@given(small_collections())
def test_every_place_lies_in_one_line(documents: list[Document]) -> None:
    for span in spans(detect(documents)):
        text = text_of(documents, span)
        assert letters_of(text)
        assert "\n" not in text


@given(small_collections())
def test_matches_are_what_they_say(documents: list[Document]) -> None:
    detection = detect(documents)
    ids = [m.id for m in detection.matches]
    assert len(set(ids)) == len(ids)
    for match in detection.matches:
        a, b = (letters_of(text_of(documents, side)) for side in (match.a, match.b))
        assert match.a.document < match.b.document
        assert min(len(a), len(b)) >= 8
        assert match.kind == kind_of(ratio(a, b), same=a == b)
        assert abs(match.similarity - ratio(a, b)) < 1e-5


@given(small_collections())
def test_no_letter_is_matched_twice_verbatim(documents: list[Document]) -> None:
    verbatim = [m for m in detect(documents).matches if m.kind == "verbatim"]
    for one, other in itertools.combinations(verbatim, 2):
        if (one.a.document, one.b.document) == (other.a.document, other.b.document):
            assert one.a.end <= other.a.start or other.a.end <= one.a.start
            assert one.b.end <= other.b.start or other.b.end <= one.b.start


@given(small_collections())
def test_no_match_ends_inside_a_word(documents: list[Document]) -> None:
    for match in detect(documents).matches:
        for side in (match.a, match.b):
            text = next(d.text for d in documents if d.path == side.document)
            inner = {
                run.start() + at
                for run in RUN.finditer(text)
                for at in itertools.accumulate(map(len, jieba.cut(run.group())))
            } | {run.start() for run in RUN.finditer(text)}
            for place in (side.start, side.end):
                inside_run = any(run.start() < place < run.end() for run in RUN.finditer(text))
                assert not inside_run or place in inner


@given(small_collections())
def test_occurrences_are_their_wordings_and_are_complete(documents: list[Document]) -> None:
    formulations = detect(documents).formulations
    assert len({f.id for f in formulations}) == len(formulations)
    for formulation in formulations:
        wordings = {letters_of(w) for w in (formulation.canonical, *formulation.variants)}
        assert formulation.documents >= 2
        assert {letters_of(text_of(documents, o)) for o in formulation.occurrences} <= wordings
        for document in documents:
            own = [o for o in formulation.occurrences if o.document == document.path]
            for wording in (formulation.canonical, *formulation.variants):
                for found in re.finditer(re.escape(wording), document.text):
                    assert any(o.start <= found.start() and found.end() <= o.end for o in own)


EDITS = {
    "verbatim": lambda clause: clause,
    "insertion": lambda clause: clause[:6] + "也都" + clause[6:],
    "deletion": lambda clause: clause[:6] + clause[7:],
    "replacement": lambda clause: clause[:6] + "〇" + clause[7:],
    "punctuation": lambda clause: clause[:6] + "、" + clause[6:],
}


@given(
    st.permutations(CLAUSES),
    st.sampled_from(sorted(EDITS)),
    st.integers(0, 2),
    st.integers(0, 2),
)
@settings(max_examples=60)
def test_planted_reuse_is_found(order: list[str], edit: str, left: int, right: int) -> None:
    planted, others = order[0], order[1:]
    changed = EDITS[edit](planted)
    one = "，".join([*others[:left], planted, *others[2:4]]) + "。"
    two = "，".join([*others[4 : 4 + right], changed, *others[6:8]]) + "。"
    documents = collection(one, two)
    assert any(
        len(letters_of(a)) >= 0.5 * len(planted) and a in planted and b in changed
        for a, b in pairs(documents)
    )


@given(st.permutations(CLAUSES[:6]))
@settings(max_examples=20)
def test_moved_clauses_are_found_one_by_one(order: list[str]) -> None:
    documents = collection("，".join(CLAUSES[:6]) + "。", "；".join(order) + "。")
    found = "".join(a for a, _ in pairs(documents)) if not detect(documents).copies else "".join(CLAUSES[:6])
    assert sum(clause in found for clause in CLAUSES[:6]) >= 5
