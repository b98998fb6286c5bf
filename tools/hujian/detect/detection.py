"""The way from documents to what they share, on one screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hujian import collector
from hujian.detect.dating import dated
from hujian.detect.formulations.bounds import SHORTEST
from hujian.detect.formulations.choice import Choice, Entry
from hujian.detect.formulations.clustering import clause_families
from hujian.detect.formulations.completions import Completions
from hujian.detect.formulations.enumerations import enumerations
from hujian.detect.formulations.expansions import expansions, numbered
from hujian.detect.formulations.halves import with_first_halves
from hujian.detect.formulations.leads import Leads
from hujian.detect.formulations.named_lists import named_lists
from hujian.detect.formulations.pairs import join_pairs
from hujian.detect.formulations.phrases import recurring_phrases
from hujian.detect.formulations.ranking import Ranking, common_letters, rank
from hujian.detect.formulations.selection import Selection
from hujian.detect.formulations.wishes import Granted, grant
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.places import Places
from hujian.detect.letters.repeats import maximal_repeats
from hujian.detect.letters.stream import Ints, Stream, build_stream
from hujian.detect.letters.suffixes import Suffixes, grams_of
from hujian.detect.letters.suffixes import suffixes as suffixes_of
from hujian.detect.passages.assembly import passages
from hujian.detect.passages.blocks import common_blocks
from hujian.detect.passages.chains import chains
from hujian.detect.passages.copies import GRAM as COPY_GRAM
from hujian.detect.passages.copies import find_copies
from hujian.detect.passages.coverage import coverage
from hujian.detect.reach import reach_of
from hujian.detect.records.formulations import formulation_records
from hujian.detect.records.matches import match_records
from hujian.model import Copy, Detection, Document, Instruction, Progress, Span, silent


def detect(
    documents: Sequence[Document], wishes: Sequence[Instruction] = (), progress: Progress = silent
) -> Detection:
    """Find what the documents of a collection share, and where it stood first.

    Args:
        documents: in any order; paths are distinct.
        wishes: what the keeper says about formulations.
        progress: told of every phase.

    Returns:
        Matches by (a, b), formulations by weight, copies by path, families by first place.
    """
    return dated(compare(documents, wishes, progress), documents)


@collector.paused()
def compare(
    documents: Sequence[Document], wishes: Sequence[Instruction] = (), progress: Progress = silent
) -> Detection:
    """As ``detect``, without what depends on dates: ``dated`` adds it."""
    progress("归并文字", 0.0)
    stream = build_stream(documents)
    if not stream.letters:
        return Detection(idle=tuple(wishes))
    borders = Borders(stream)
    shared = _shared(stream, borders, wishes, progress)
    progress("登记结果", 0.9)
    detection = _recorded(stream, borders, shared)
    progress("完成", 1.0)
    return detection


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the texts share, in letters."""

    copies: tuple[Copy, ...]
    passages: Ints  # one a row
    ranking: Ranking
    granted: Granted
    spelt: Mapping[str, tuple[Span, ...]]  # where numbered formulations are spelt out, by canonical wording


def _shared(stream: Stream, borders: Borders, wishes: Sequence[Instruction], tell: Progress) -> _Shared:
    """Compare the texts. All that is needed only for that goes before records are made."""
    reach = reach_of(len(stream.letters))
    suffixes = suffixes_of(stream)
    copies, sources = find_copies(stream, suffixes.gram_and_line_numbers(COPY_GRAM))
    tell("比对相同文字", 0.1)
    places = Places(stream, suffixes)
    grams = grams_of(stream, suffixes, reach.seed)
    blocks = common_blocks(stream, grams, sources, most=reach.links, usual=reach.usual)
    tell("对齐相近段落", 0.3)
    found = passages(stream, borders, places, grams, chains(stream, blocks))
    del blocks, grams  # millions in a large collection
    tell("归纳提法", 0.6)
    entries = _entries(stream, borders, suffixes, places, sources)
    granted = grant(places, [*entries, *named_lists(stream, places, entries)], wishes)
    ranking = rank(stream, [*granted.entries.values()], frozenset(granted.wanted))
    told = (ranked.entry.canonical for ranked in ranking.entries)
    spelt = {wording: expansions(stream, places, wording) for wording in told if numbered(wording)}
    return _Shared(copies, found, ranking, granted, spelt)


def _entries(
    stream: Stream, borders: Borders, suffixes: Suffixes, places: Places, sources: Ints
) -> list[Entry]:
    """The formulations that the texts themselves suggest."""
    units = enumerations(stream)
    clauses = clause_families(stream, units, suffixes, sources, reach_of(len(stream.letters)))
    phrases = recurring_phrases(stream, borders, maximal_repeats(stream, suffixes, SHORTEST), sources)
    selection = Selection(stream, borders, sources, places)
    wordings = frozenset(stream.letters[start:end] for start, end in units)
    choice = Choice(selection, places, phrases)
    families = with_first_halves(stream, join_pairs(stream, clauses, units))
    choice.add_families(families, Leads(selection, places, phrases, wordings))
    choice.add_completions(Completions(stream, borders, sources, places))
    choice.add_phrases()
    choice.drop_parts()
    return choice.entries()


def _recorded(stream: Stream, borders: Borders, shared: _Shared) -> Detection:
    """What the texts share as records."""
    entries = shared.ranking.entries
    return Detection(
        match_records(stream, borders, shared.passages),
        formulation_records(stream, borders, entries, shared.granted.names, shared.spelt),
        shared.copies,
        coverage=coverage(stream, shared.passages, common_letters(stream, entries)),
        limits=shared.ranking.limits,
        idle=tuple(shared.granted.idle),
    )
