"""Every run of letters that two documents share is told, or there is a reason why not."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from conftest import CONTENT, SHARED
from detect.suffix_oracle import shared_runs
from hujian.clean import clean_all, load_rules
from hujian.detect import detect
from hujian.detect.letters.frames import is_actor, is_frame
from hujian.detect.letters.function_words import strip_function_words
from hujian.detect.letters.stream import CLAUSE, Stream, build_stream
from hujian.detect.passages.judge import MEDIUM, SHORT_COVER
from hujian.model import Detection, Span
from hujian.parse import parse
from hujian.read import read_folder

LEAST = 8


def told(stream: Stream, detection: Detection) -> np.ndarray:
    """Which letters lie in a match or an occurrence."""
    inside = np.zeros(len(stream.letters), bool)
    number = {document.path: at for at, document in enumerate(stream.documents)}

    def tell(span: Span) -> None:
        first, last = stream.starts[number[span.document]], stream.starts[number[span.document] + 1]
        offsets = stream.offset[first:last]
        inside[first + np.searchsorted(offsets, span.start) : first + np.searchsorted(offsets, span.end)] = (
            True
        )

    sides = (side for match in detection.matches for side in (match.a, match.b))
    occurrences = (occurrence for f in detection.formulations for occurrence in f.occurrences)
    for span in itertools.chain(sides, occurrences):
        if span.document in number:
            tell(span)
    return inside


def clause_cuts(stream: Stream, start: int, end: int) -> set[int]:
    """Where a clause begins inside a run, in any of its places."""
    run, cuts = stream.letters[start:end], set()
    at = stream.letters.find(run)
    while at >= 0:
        cuts |= {k for k in range(1, len(run)) if stream.strength[at + k] >= CLAUSE}
        at = stream.letters.find(run, at + 1)
    return cuts


def untold(stream: Stream, inside: np.ndarray, start: int, end: int) -> list[str]:
    """What is left of a run: cut where one of its places has a clause mark, without what is told."""
    pieces, current = [], ""
    cuts = clause_cuts(stream, start, end)
    for at in range(start, end):
        if inside[at] or at - start in cuts:
            pieces.append(current)
            current = ""
        current += "" if inside[at] else stream.letters[at]
    pieces.append(current)
    return [piece[slice(*strip_function_words(piece))] for piece in pieces if piece]


def is_torn(stream: Stream, piece: str) -> bool:
    """Whether the same letter stands beside a piece at more than three of four places."""
    places = [match.start() for match in re.finditer(re.escape(piece), stream.letters)]
    before = Counter(stream.letters[at - 1 : at] for at in places)
    after = Counter(stream.letters[at + len(piece) : at + len(piece) + 1] for at in places)
    return max(*before.values(), *after.values()) > 0.75 * len(places)


def is_fragment(stream: Stream, piece: str) -> bool:
    """Whether a short piece fills but a small part of its clause wherever it stands."""
    clauses = [
        stream.clause_around(match.start(), match.end())
        for match in re.finditer(re.escape(piece), stream.letters)
    ]
    return len(piece) < MEDIUM and all(len(piece) < SHORT_COVER * (end - start) for start, end in clauses)


def is_title(stream: Stream, piece: str, titles: np.ndarray) -> bool:
    """Whether at most one text has a piece outside of titles and datelines."""
    places = [match.start() for match in re.finditer(re.escape(piece), stream.letters)]
    return len({int(stream.document[at]) for at in places if not titles[at]}) < 2


@pytest.mark.parametrize("kept", ["a", "b"])  # of copies the first one, or the last
@pytest.mark.parametrize("folder", [CONTENT, SHARED / "seeds", SHARED / "gold-dev" / "texts"])
def test_every_shared_run_is_told_or_excused(folder: Path, kept: str) -> None:
    """Excused: what is left of it in one clause is less than a match, a frame, a fragment, or torn.

    So are titles, and what but names who acts or a meeting.
    What only copies of one text share is excused, too: of every group one is looked at.
    """
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: these texts are not proved, our own are")
    rules, _ = load_rules(None)
    documents = [parse(text) for text in clean_all(read_folder(folder).sources, rules)]
    detection = detect(documents)
    left_out = {copy.b if kept == "a" else copy.a for copy in detection.copies}
    stream = build_stream([document for document in documents if document.path not in left_out])
    titles = stream.titles()
    inside = told(stream, detection) | titles
    runs = list(shared_runs(stream, LEAST))
    assert len(runs) > 100
    left = [
        piece
        for start, end in runs
        for piece in untold(stream, inside, start, end)
        if len(piece) >= LEAST
        and not (is_frame(piece) or is_actor(piece))
        and not (is_fragment(stream, piece) or is_torn(stream, piece))
        and not is_title(stream, piece, titles)
    ]
    assert left == []
