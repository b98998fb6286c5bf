"""Where clauses begin and end: what stands between two clause marks, and the longer parts of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from hujian.detect.formulations.enumerations import Part
from hujian.detect.formulations.lists import follows_member
from hujian.detect.formulations.openings import bare_starts
from hujian.detect.letters.characters import are_among
from hujian.detect.letters.frames import closes_list
from hujian.detect.letters.predicates import leaves_coverb_open
from hujian.detect.letters.segmenter import words_of
from hujian.detect.letters.stream import CLAUSE, PHRASE, Ints, Stream
from hujian.detect.letters.vocabulary import AND_OTHERS, HEADLESS, PLAIN_COVERBS

SHORTEST, LONGEST = 4, 40
"""Letters of a clause that can be an expression; longer ones are passages."""
LONG_PART = 6  # letters of a part of a clause, from which it is looked at by itself
HEAD = 4  # letters from which the first word of a clause is known


def clause_bounds(stream: Stream, units: Sequence[Part]) -> tuple[Ints, Ints]:
    """First letters and ends of the clauses, then of the longer parts of clauses; titles left out.

    A part in which one of the ``units`` begins or ends says less than the unit (推动形成能者上、庸者下、…).
    """
    heads, bare, ends = _between_marks(stream, CLAUSE, SHORTEST)
    starts, bare_parts, part_ends = _between_marks(stream, PHRASE, LONG_PART)
    is_clause = bare_parts == bare[np.searchsorted(heads, starts, "right") - 1] if len(heads) else starts < 0
    is_clause &= _edges(stream)[part_ends] >= CLAUSE  # but for its opening words
    fit = _fit(bare_parts, part_ends, LONG_PART) & ~is_clause & ~_is_cut(units, starts, part_ends)
    parts, part_ends = bare_parts[fit], part_ends[fit]
    free = ~(_are_joined(stream, parts, part_ends) | _close_lists(stream, parts, part_ends))
    free &= ~(_go_on(stream, part_ends) | _lack_predicates(stream, parts, part_ends))
    whole = _fit(bare, ends, SHORTEST)
    return np.concatenate((bare[whole], parts[free])), np.concatenate((ends[whole], part_ends[free]))


def _between_marks(stream: Stream, least: int, shortest: int) -> tuple[Ints, Ints, Ints]:
    """What stands between marks, but titles: first letters, those behind opening words, ends."""
    starts = np.flatnonzero(stream.edge >= least).astype(np.int32)
    ends = np.append(starts[1:], np.int32(len(stream.edge)))
    fit = (ends - starts >= shortest) & ~stream.titles()[starts]
    starts, ends = starts[fit], ends[fit]
    return starts, bare_starts(stream, starts, ends), ends


def _fit(starts: Ints, ends: Ints, shortest: int) -> NDArray[np.bool_]:
    """Which stretches are neither too short nor too long."""
    return (ends - starts >= shortest) & (ends - starts <= LONGEST)


def _edges(stream: Stream) -> NDArray[np.uint8]:
    """Edges before all letters, and the one at the end."""
    return np.frombuffer(stream.strength, np.uint8)


def _is_cut(units: Sequence[Part], starts: Ints, ends: Ints) -> NDArray[np.bool_]:
    """Between which letters a unit begins or ends."""
    cuts = np.unique(np.array([cut for unit in units for cut in unit], np.int32))
    return np.searchsorted(cuts, starts, "right") < np.searchsorted(cuts, ends, "left")


def _are_joined(stream: Stream, starts: Ints, ends: Ints) -> NDArray[np.bool_]:
    """Which parts of clauses a particle or a conjunction joins to what stands before them."""
    joined = are_among(stream.codes[starts], HEADLESS)
    rows = np.flatnonzero(joined)
    for row, start, end in zip(rows.tolist(), starts[rows].tolist(), ends[rows].tolist(), strict=True):
        joined[row] = words_of(stream.letters[start : min(start + HEAD, end)])[0] in HEADLESS
    return joined


def _close_lists(stream: Stream, starts: Ints, ends: Ints) -> NDArray[np.bool_]:
    """Which parts of clauses begin with the last member of a list (机关、学校、|社会组织等的党组织建设)."""
    closing = _hold(stream, starts, ends, AND_OTHERS)
    closing &= stream.edge[starts] == PHRASE
    rows = np.flatnonzero(closing)
    for row, start, end in zip(rows.tolist(), starts[rows].tolist(), ends[rows].tolist(), strict=True):
        closing[row] = closes_list(stream.letters[start:end]) and follows_member(stream, start)
    return closing


def _lack_predicates(stream: Stream, starts: Ints, ends: Ints) -> NDArray[np.bool_]:
    """Which parts of clauses end before what is done with a coverb's object (注重从工人、|农民中发展)."""
    lacking = _hold(stream, starts, ends, {coverb[0] for coverb in PLAIN_COVERBS})
    rows = np.flatnonzero(lacking)
    for row, start, end in zip(rows.tolist(), starts[rows].tolist(), ends[rows].tolist(), strict=True):
        lacking[row] = leaves_coverb_open(stream.letters[start:end])
    return lacking


def _hold(stream: Stream, starts: Ints, ends: Ints, letters: Iterable[str]) -> NDArray[np.bool_]:
    """Which stretches hold one of some letters behind their first one."""
    held = np.flatnonzero(are_among(stream.codes, letters))
    found: NDArray[np.bool_] = np.searchsorted(held, starts, "right") < np.searchsorted(held, ends)
    return found


def _go_on(stream: Stream, ends: Ints) -> NDArray[np.bool_]:
    """Before which ends nothing but a quotation begins: the clause goes on in it (深刻领悟|“两个确立”)."""
    opened = np.frombuffer(stream.opened + b"\0", bool)[ends]
    rows = np.flatnonzero(opened)
    opened[rows] = [stream.end_at(end) < PHRASE for end in ends[rows].tolist()]
    return opened
