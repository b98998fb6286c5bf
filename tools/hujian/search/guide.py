"""What the search suggests while a reader types: formulations and speakers."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hujian.fold import letters_of
from hujian.model import Collection

_MOST = 4000  # of each: about 60 KB compressed; the most widespread ones come first


def guide(collection: Collection) -> dict[str, Any]:
    """Formulations (id, wording, documents) and speakers (name, documents), most widespread first."""
    formulations = [
        (each.id, each.canonical, each.documents)
        for each in collection.detection.formulations
        if letters_of(each.canonical)
    ]
    speakers = Counter(d.speaker.value for d in collection.documents if d.speaker.value)
    return {
        "formulations": sorted(formulations, key=lambda row: (-row[2], row[0]))[:_MOST],
        "speakers": sorted(speakers.items(), key=lambda row: (-row[1], row[0]))[:_MOST],
    }
