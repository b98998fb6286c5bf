"""The way from documents to what they share, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hujian.detect.blocks import common_blocks
from hujian.detect.borders import Borders
from hujian.detect.chains import chains
from hujian.detect.clauses import SHORTEST, clause_families
from hujian.detect.copies import GRAM as COPY_GRAM
from hujian.detect.copies import find_copies, representatives
from hujian.detect.formulations import choose_entries
from hujian.detect.grams import gram_numbers
from hujian.detect.pairs import join_pairs
from hujian.detect.passages import passages
from hujian.detect.phrases import recurring_phrases
from hujian.detect.places import Places
from hujian.detect.records import formulation_records, match_records
from hujian.detect.repeats import maximal_repeats
from hujian.detect.stream import build_stream
from hujian.model import Detection, Document

Progress = Callable[[str, float], None]
"""Called with a Chinese phase name and the share that is done, 0 to 1."""


def _silent(_phase: str, _done: float) -> None:
    """Progress that nobody watches."""


def detect(documents: Sequence[Document], progress: Progress | None = None) -> Detection:
    """Find what the documents of a collection share.

    Args:
        documents: in any order; paths are distinct.
        progress: told of every phase.

    Returns:
        Matches by (a, b), formulations by weight, copies by path.
    """
    tell = progress or _silent
    tell("归并文字", 0.0)
    stream = build_stream(documents)
    borders = Borders(stream)
    copies = find_copies(stream, gram_numbers(stream, COPY_GRAM))
    sources = representatives(stream, copies)
    tell("比对相同文字", 0.1)
    kernels = chains(stream, common_blocks(stream, sources, *reach_of(len(stream.letters))))
    tell("对齐相近段落", 0.3)
    found = passages(stream, borders, kernels)
    tell("归纳提法", 0.6)
    repeats = maximal_repeats(stream, SHORTEST)
    families = join_pairs(stream, clause_families(stream, sources, gram_numbers(stream, SHORTEST)))
    phrases = recurring_phrases(stream, borders, repeats, sources)
    entries = choose_entries(stream, sources, Places(stream, repeats.places), families, phrases)
    tell("完成", 1.0)
    return Detection(
        match_records(stream, borders, found), formulation_records(stream, borders, entries), copies
    )


def reach_of(letters: int) -> tuple[int, int]:
    """Seed size, and with how many following places a seed is linked, for a collection of so many letters.

    Small collections are compared exhaustively; in large ones a short seed is noise and a
    wording that stands everywhere is a formulation, so each place is linked with its nearest ones only.
    """
    for limit, size, most in ((100_000, 4, 400), (400_000, 5, 40), (4_000_000, 8, 4)):
        if letters <= limit:
            return size, most
    return 12, 2
