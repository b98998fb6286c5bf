"""What the dates of the documents say about what they share: which place is the oldest.

A step of its own, since a keeper corrects dates far more often than texts: nothing is compared again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hujian import collector
from hujian.detect.chronology import Chronology
from hujian.detect.families import families
from hujian.model import Detection, Document


@collector.paused()
def dated(detection: Detection, documents: Sequence[Document]) -> Detection:
    """What ``compare`` found, with what is the oldest of it, and with families and their oldest places."""
    chronology = Chronology(documents)
    matches = tuple(
        replace(match, earlier=side)
        if (side := chronology.earlier(match.a.document, match.b.document))
        else match
        for match in detection.matches
    )
    formulations = tuple(
        replace(one, earliest=place) if (place := chronology.earliest(one.occurrences)) else one
        for one in detection.formulations
    )
    return replace(
        detection, matches=matches, formulations=formulations, families=families(matches, chronology)
    )
