"""What is cut off a passage's ends: stumps of clauses, foreign clauses, hanging particles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hujian.detect.letters.alignment import LEAST_COMMON, commons
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.characters import Codes, are_among
from hujian.detect.letters.places import Places
from hujian.detect.letters.stream import PHRASE, Ints, Stream
from hujian.detect.letters.vocabulary import OFFICIAL_VERBS, PARTICLES
from hujian.detect.passages.passage import A_END, A_START, B_END, B_START, COMMON, SIDES, wordings
from hujian.detect.passages.positions import Positions
from hujian.detect.passages.stumps import Stumps
from hujian.detect.passages.verbs import ENDINGS, Verbs

Flags = NDArray[np.bool_]

BATCH = 1 << 16  # passages that are trimmed together: their wordings are cut out of the stream
OPENERS = OFFICIAL_VERBS | {"要"}
OPENER_SIZES = sorted({len(word) for word in OPENERS})
_HANGING = frozenset("的地得和与及或等了着")
_ENDINGS = np.array([ord(word[0]) << 32 | ord(word[1]) for word in sorted(ENDINGS)])


class Trimmer:
    """Trims passages of one stream, one a row.

    Most have no clause mark inside, or are the same letters between marks: they need no alignment.
    """

    def __init__(self, stream: Stream, borders: Borders, places: Places) -> None:
        self._letters = stream.letters
        self._edges = np.frombuffer(stream.strength, np.uint8)
        self._codes = stream.codes
        self._clauses = Positions.of(stream.clauses)
        self._starts = np.append(borders.starts, True)
        self._stumps = Stumps(stream, borders)
        self._verbs = Verbs(stream, borders, places)

    def trim(self, ends: Ints) -> Ints:
        """Passages without stumps of clauses and hanging particles at their ends.

        Args:
            ends: first letters and ends on both sides, a row each.

        Returns:
            One passage a row; of what nothing is left it has no common letters.
        """
        rows = np.zeros((len(ends), COMMON + 1), np.int32)
        rows[:, :COMMON] = ends
        for first in range(0, len(rows), BATCH):
            self._trim(rows[first : first + BATCH])
        return rows

    def _trim(self, rows: Ints) -> None:
        """As ``trim``, in place."""
        same = np.array([a == b for a, b in wordings(self._letters, rows)], bool)
        for row in np.flatnonzero(self._may_have_stumps(rows, same)).tolist():
            rows[row, :COMMON] = self._stumps.without(*rows[row, :COMMON].tolist(), same=bool(same[row]))
        self._drop_particles(rows)
        self._drop_verbs(rows)
        rows[same, COMMON] = np.maximum(rows[same, A_END] - rows[same, A_START], 0)
        left = (rows[:, A_START] < rows[:, A_END]) & (rows[:, B_START] < rows[:, B_END])
        read = np.flatnonzero(left & ~same)
        rows[read, COMMON] = commons(wordings(self._letters, rows[read]))

    def without_openers(self, rows: Ints) -> Ints:
        """Passages that begin behind an official verb that only one side has (加快|推进 beside 推进)."""
        rows, cut = rows.copy(), np.zeros(len(rows), bool)
        for mine, other in ((A_START, B_START), (B_START, A_START)):
            for size in OPENER_SIZES:
                here, there = rows[:, mine], rows[:, other]
                meets = (self._at(here) != self._at(there)) & (self._at(here + size) == self._at(there))
                meets &= self._at(here + size + 1) == self._at(there + 1)
                meets &= self._starts.take(here + size, mode="clip")
                for row in np.flatnonzero(meets).tolist():
                    if self._letters[here[row] : here[row] + size] in OPENERS:
                        rows[row, mine] += size
                        cut[row] = True
        rows[cut, COMMON] = commons(wordings(self._letters, rows[cut]))
        return rows

    def stay_open(self, rows: Ints) -> Flags:
        """Which passages end with the same particle inside a clause, what it leads to being left out.

        They are too short without it.
        """
        a, b = rows[:, A_END], rows[:, B_END]
        same = self._are_particles(a - 1, b - 1) & self._are_inside(a, b)
        short = rows[:, COMMON] == LEAST_COMMON
        return np.asarray(short & same & self._starts[a - 1] & self._starts[b - 1])

    def _may_have_stumps(self, rows: Ints, same: Flags) -> Flags:
        """Which passages have a clause mark inside; what is the same between marks is whole."""
        marked, whole = np.zeros(len(rows), bool), same.copy()
        for start, end in SIDES:
            marked |= self._clauses.inside(rows[:, start] + 1, rows[:, end]) > 0
            whole &= (self._edges[rows[:, start]] >= PHRASE) & (self._edges[rows[:, end]] >= PHRASE)
        return marked & ~whole

    def _drop_particles(self, rows: Ints) -> None:
        """Let passages begin behind a particle with which both sides begin inside a clause."""
        at = np.arange(len(rows))
        while len(at):
            a, b = rows[at, A_START], rows[at, B_START]
            hangs = (a < rows[at, A_END]) & self._are_particles(a, b) & self._are_inside(a, b)
            words = self._starts.take(a + 1, mode="clip") & self._starts.take(b + 1, mode="clip")
            at = at[hangs & words]  # 地方 and 和平 are words
            rows[at, A_START] += 1
            rows[at, B_START] += 1

    def _drop_verbs(self, rows: Ints) -> None:
        """Let passages end before a verb whose object is cut off on both sides."""
        a, b = rows[:, A_END], rows[:, B_END]
        followed = are_among(self._at(a), PARTICLES) | are_among(self._at(b), PARTICLES)
        at = np.flatnonzero(self._are_inside(a, b) & ~followed)
        last, other = (self._last_letters(side[at]) for side in (a, b))
        for row in at[(last == other) & np.isin(last, _ENDINGS)].tolist():
            size = self._verbs.cut_off(int(a[row]), int(b[row]))
            rows[row, A_END] -= size
            rows[row, B_END] -= size

    def _are_particles(self, a: Ints, b: Ints) -> Flags:
        """Whether the same particle stands at both letters."""
        return np.asarray((self._at(a) == self._at(b)) & are_among(self._at(a), _HANGING))

    def _are_inside(self, a: Ints, b: Ints) -> Flags:
        """Whether no mark stands before both letters."""
        return np.asarray((self._edges[a] < PHRASE) & (self._edges[b] < PHRASE))

    def _last_letters(self, ends: Ints) -> NDArray[np.int64]:
        """The last two letters before each end as a number."""
        return self._at(ends - 2).astype(np.int64) << 32 | self._at(ends - 1)

    def _at(self, letters: Ints) -> Codes:
        """Code points of letters; behind the last one, where a line ends, any."""
        codes: Codes = self._codes.take(letters, mode="clip")
        return codes
