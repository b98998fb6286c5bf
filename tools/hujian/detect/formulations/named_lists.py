"""Numbered formulations that one text names and another spells out (“十三个坚持”, and thirteen headings).

Such a name may stand in a single text; what it names stands elsewhere, so the two belong together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hujian.detect.formulations.choice import Entry, entry_of
from hujian.detect.formulations.expansions import expansions, numbered
from hujian.detect.letters.places import Places
from hujian.detect.letters.stream import Stream
from hujian.fold import letters_of

_QUOTED = re.compile(r"[“‘「『]([一二两三四五六七八九十]{1,3}\w{2,8})[”’」』]")


def named_lists(stream: Stream, places: Places, entries: Sequence[Entry]) -> list[Entry]:
    """Entries for quoted numbered wordings that another text spells out and that are no entries yet."""
    known = {wording for entry in entries for wording in (entry.canonical, *entry.variants)}
    found = []
    for wording in sorted(_quoted(stream) - known):
        starts = places.of(wording)
        here = {stream.documents[int(stream.document[start])].path for start in starts}
        if any(span.document not in here for span in expansions(stream, places, wording)):
            found.append(entry_of(places, (wording,)))
    return found


def _quoted(stream: Stream) -> set[str]:
    """Folded numbered wordings in quotation marks."""
    quoted = (letters_of(m) for document in stream.documents for m in _QUOTED.findall(document.text))
    return {wording for wording in quoted if numbered(wording)}
