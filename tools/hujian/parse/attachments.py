"""Attachments of official documents (附件): their list above the signature, the attached texts below it.

By GB/T 9704-2012, 7.3.4 the list begins with 附件： and numbers its items in figures; by 7.3.7 an attached
text begins with 附件, and perhaps a number, on a line of its own.
"""

from __future__ import annotations

import re
from typing import Final

from hujian.parse.candidates import Candidate
from hujian.parse.draft import Draft, Line
from hujian.parse.numerals import numeral

FAMILY: Final = "attachment"
_RANK: Final = 0  # above parts and chapters
_ATTACHED: Final = re.compile(
    r"[（(【]?附[ \u3000]*件[ \u3000]*([0-9０-９]{0,2}|[一二三四五六七八九十]{1,2})[）)】]?[：:]?"
)
_LIST: Final = re.compile(r"附[ \u3000]*件?[：:]")
_ITEM: Final = re.compile(r"[0-9０-９]{1,2}[.．、]")


def is_attachment(text: str) -> bool:
    """Whether a line does nothing but open an attached text: 附件, 附件2."""
    return _ATTACHED.fullmatch(text) is not None


def listed_attachments(draft: Draft) -> frozenset[int]:
    """Indexes of the lines that list attachments: 附件： and the numbered lines directly below."""
    found: set[int] = set()
    for line in draft.lines:
        below = line.index - 1 in found and _ITEM.match(line.text)
        if _LIST.match(line.text) or below:
            found.add(line.index)
    return frozenset(found)


def attachment_line(draft: Draft, line: Line) -> Candidate | None:
    """The heading of an attached text, which stands below the signature."""
    opening = _ATTACHED.fullmatch(line.text)
    if opening is None or "signature" not in draft.kinds[: line.index]:
        return None
    return Candidate(
        line=line.index,
        family=FAMILY,
        start=line.start,
        end=line.end,
        run_in=False,
        rank=_RANK,
        number=numeral(opening[1]) or 1,
        label=draft.published(line),
    )
