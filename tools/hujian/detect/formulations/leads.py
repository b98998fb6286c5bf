"""Which wording stands for a family of clauses: its centre, a better one of its own, or what they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hujian.detect.formulations.clustering import Family
from hujian.detect.formulations.selection import Selection
from hujian.detect.letters.alignment import common
from hujian.detect.letters.places import Places
from hujian.detect.letters.vocabulary import LOCALIZERS, PLACE

EVERYWHERE = 3
"""Times as many places as its clauses have: then the clauses hold the phrase, but are no variants of it."""
LEAST_KERNEL, KERNEL_SHARE = 6, 0.4
"""Letters, and share of the clause, of a phrase that may stand for a family of clauses."""

OPENED = 0.6
"""Share of its places from which 以 (…为), or 在 (…上), belongs to what leads."""
MISPRINT = 2  # letters, at most
PART = 3  # letters by which a misprint is known


class Leads:
    """Chooses leading wordings in one collection.

    Args:
        selection: what is known of the wordings.
        places: where they stand.
        phrases: that recur inside clauses.
        units: texts of enumerations.
    """

    def __init__(
        self, selection: Selection, places: Places, phrases: Sequence[str], units: frozenset[str]
    ) -> None:
        self._selection = selection
        self._places = places
        self._kernels = frozenset(phrase for phrase in phrases if len(phrase) >= LEAST_KERNEL)
        self._units = units
        self._heads = frozenset(part[:LEAST_KERNEL] for part in self._kernels | units)

    def of(self, family: Family) -> tuple[str, ...]:
        """A family's wordings, the leading one first; only that if the others merely hold it.

        What a pair of clauses shares would be but one of the two.
        """
        wordings = self._led(tuple(clause.text for clause in family.clauses))
        if len(wordings) == 1 or family.is_pair or self._selection.recurs(wordings[0]):
            return wordings
        kernel = next(self._shared(wordings), None)
        if kernel is None:
            return self._spelt_right(wordings)
        kernel = self._opened(kernel)
        everywhere = EVERYWHERE * sum(map(self._places.count, wordings))
        return (kernel,) if self._places.count(kernel) > everywhere else (kernel, *wordings)

    def _led(self, wordings: tuple[str, ...]) -> tuple[str, ...]:
        """Led by one that recurs where the centre does not, or that is far more frequent.

        A later member of a list leads only where there is nothing else.
        """
        recurs, count = self._selection.recurs, self._places.count
        leaders = [wording for wording in wordings if not self._selection.is_later_member(wording)]
        lead, *others = leaders or wordings
        if recurs(lead):
            frequent = max(others, key=count, default=lead)
            if count(frequent) >= EVERYWHERE * count(lead):
                lead = frequent
        else:
            lead = max(filter(recurs, others), key=len, default=lead)
        lead = self._opened(lead)
        return lead, *(wording for wording in wordings if wording != lead)

    def _opened(self, lead: str) -> str:
        """A wording with what mostly stands before it and opens it: 以 (…为), 在 (…上)."""
        opener = PLACE if lead[-1] in LOCALIZERS else "以" if "为" in lead else ""
        opened = opener + lead
        if lead[0] == opener or self._places.count(opened) <= OPENED * self._places.count(lead):
            return lead
        if opener == PLACE and not self._selection.is_between_words(opened):  # 正在|夜校改造中
            return lead
        return opened

    def _spelt_right(self, wordings: tuple[str, ...]) -> tuple[str, ...]:
        """Led by the same wording without a misprint: of it all letters stand side by side elsewhere, too."""
        lead, *others = wordings
        alike = (other for other in others if _differ_in_a_letter_or_two(lead, other))
        right = next(filter(self._is_made_of_known_parts, alike), lead)
        if right == lead or self._is_made_of_known_parts(lead):
            return wordings
        return right, *(wording for wording in wordings if wording != right)

    def _is_made_of_known_parts(self, wording: str) -> bool:
        """Whether every few letters of a wording stand at more than one place."""
        return all(self._places.count(wording[at : at + PART]) > 1 for at in range(len(wording) - PART + 1))

    def _shared(self, wordings: tuple[str, ...]) -> Iterator[str]:
        """Enumerations, then whole phrases, that the first wording shares with another; the longest first."""
        centre, *others = wordings
        least = max(LEAST_KERNEL, int(KERNEL_SHARE * len(centre)))
        parts = (
            centre[start:end]
            for start in range(len(centre) - least + 1)
            if centre[start : start + LEAST_KERNEL] in self._heads
            for end in range(start + least, len(centre) + bool(start))
        )
        known = (part for part in parts if part in self._units or part in self._kernels)
        for part in sorted(known, key=lambda part: (part not in self._units, -len(part))):
            if any(part in other for other in others) and (
                part in self._units or self._selection.is_kernel(part, self._places.some(part))
            ):
                yield part


def _differ_in_a_letter_or_two(one: str, other: str) -> bool:
    """Whether two wordings have all but a letter or two in common."""
    return common(one, other) >= max(len(one), len(other)) - MISPRINT
