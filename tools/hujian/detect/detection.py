"""The way from documents to what they share, on one screen."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from hujian.detect.blocks import common_blocks
from hujian.detect.borders import Borders
from hujian.detect.chains import chains
from hujian.detect.chronology import Chronology
from hujian.detect.clauses import SHORTEST, clause_families
from hujian.detect.completions import Completions
from hujian.detect.copies import GRAM as COPY_GRAM
from hujian.detect.copies import find_copies, representatives
from hujian.detect.coverage import coverage
from hujian.detect.families import families as passage_families
from hujian.detect.formulations import choose_entries
from hujian.detect.named_lists import named_lists
from hujian.detect.pairs import join_pairs
from hujian.detect.passages import passages
from hujian.detect.phrases import recurring_phrases
from hujian.detect.places import Places
from hujian.detect.ranking import common_letters, rank
from hujian.detect.records import formulation_records, match_records
from hujian.detect.repeats import maximal_repeats
from hujian.detect.selection import Selection
from hujian.detect.stream import build_stream
from hujian.detect.suffixes import suffixes as suffixes_of
from hujian.detect.wishes import grant
from hujian.model import Detection, Document, Instruction

Progress = Callable[[str, float], None]
"""Called with a Chinese phase name and the share that is done, 0 to 1."""


def _silent(_phase: str, _done: float) -> None:
    """Progress that nobody watches."""


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause Python's search for cycles: records hold none, and walking over millions of them takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collector()
def detect(
    documents: Sequence[Document], wishes: Sequence[Instruction] = (), progress: Progress | None = None
) -> Detection:
    """Find what the documents of a collection share.

    Args:
        documents: in any order; paths are distinct.
        wishes: what the keeper says about formulations.
        progress: told of every phase.

    Returns:
        Matches by (a, b), formulations by weight, copies by path.
    """
    tell = progress or _silent
    tell("归并文字", 0.0)
    stream = build_stream(documents)
    if not stream.letters:
        return Detection(idle=tuple(wishes))
    reach = reach_of(len(stream.letters))
    borders = Borders(stream)
    suffixes = suffixes_of(stream)
    copies = find_copies(stream, suffixes.gram_numbers(COPY_GRAM))
    sources = representatives(stream, copies)
    tell("比对相同文字", 0.1)
    blocks = common_blocks(stream, suffixes, sources, size=reach.seed, most=reach.links, usual=reach.usual)
    tell("对齐相近段落", 0.3)
    found = passages(stream, borders, chains(stream, blocks))
    tell("归纳提法", 0.6)
    repeats = maximal_repeats(stream, suffixes, SHORTEST)
    families = join_pairs(
        stream, clause_families(stream, suffixes, sources, reach.family_gram, reach.neighbours)
    )
    phrases = recurring_phrases(stream, borders, repeats, sources)
    places = Places(stream, suffixes)
    completions = Completions(stream, borders, sources, places)
    selection = Selection(stream, sources, places)
    entries = choose_entries(selection, places, families, phrases, completions)
    granted = grant(places, [*entries, *named_lists(stream, places, entries)], wishes)
    ranking = rank(stream, [*granted.entries.values()], frozenset(granted.wanted))
    tell("登记结果", 0.9)
    chronology = Chronology(stream.documents)
    matches = match_records(stream, borders, chronology, found)
    detection = Detection(
        matches,
        formulation_records(stream, borders, chronology, ranking.entries, granted.names),
        copies,
        passage_families(matches, chronology),
        coverage(stream, found, common_letters(stream, ranking.entries)),
        ranking.limits,
        tuple(granted.idle),
    )
    tell("完成", 1.0)
    return detection


@dataclass(frozen=True, slots=True)
class Reach:
    """How closely a collection is compared."""

    seed: int  # letters of the grams from which passages grow
    usual: int  # places of a gram from which a short common run is a formulation and no passage
    links: int  # following places of a gram that each of its places is linked with, beside the first one
    family_gram: int  # letters of the grams by which relatives of a clause are found
    neighbours: int  # clauses with the same gram that a clause is compared with


EXHAUSTIVE = 1 << 62  # no limit
SCALES: tuple[tuple[int, Reach], ...] = (
    (100_000, Reach(4, EXHAUSTIVE, 400, 4, 12)),
    (400_000, Reach(6, 40, 10, 5, 8)),
    (4_000_000, Reach(8, 10, 1, 6, 3)),
)
"""By letters of the collection. Small ones are compared exhaustively; in large ones a short seed is noise and
what stands everywhere is a formulation: each place is linked with the nearest one and with the first."""
LARGEST = Reach(12, 10, 1, 8, 2)


def reach_of(letters: int) -> Reach:
    """How closely a collection of so many letters is compared."""
    return next((reach for limit, reach in SCALES if letters <= limit), LARGEST)
