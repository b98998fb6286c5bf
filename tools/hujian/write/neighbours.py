"""What a formulation stands beside: others in the same sentences."""

from __future__ import annotations

import bisect
import operator
from collections import Counter

from hujian.model import Formulation
from hujian.write.sentences import END
from hujian.write.shelf import Shelf

_MOST = 12
_start = operator.attrgetter("start")


def neighbours(shelf: Shelf, formulation: Formulation) -> list[tuple[Formulation, int]]:
    """Formulations by the number of sentences in which they stand beside this one, at least two.

    What lies within this wording or around it is no neighbour.
    """
    counts: Counter[str] = Counter()
    for span in formulation.occurrences:
        document = shelf.documents[span.document]
        paragraph = document.paragraphs[shelf.paragraph(span.document, span.start)]
        ends = [m.end() for m in END.finditer(document.text, paragraph.start, span.start)]
        stop = END.search(document.text, span.end, paragraph.end)
        low, high = (ends[-1] if ends else paragraph.start), (stop.end() if stop else paragraph.end)
        marks = shelf.collection.links[span.document].marks
        first = bisect.bisect_left(marks, low, key=_start)
        last = bisect.bisect_left(marks, high, first, key=_start)
        beside = {m.formulation for m in marks[first:last] if m.end <= span.start or m.start >= span.end}
        counts.update(beside - {formulation.id})
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(shelf.formulations[name], count) for name, count in ranked[:_MOST] if count > 1]
