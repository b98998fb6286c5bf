"""Unnumbered headings on lines of their own."""

from __future__ import annotations

import re
from typing import Final

from hujian.parse.candidates import PLAIN, Candidate
from hujian.parse.draft import Draft, Line
from hujian.parse.markers import find_marker
from hujian.parse.sentences import STOPPED

_SHAPE: Final = re.compile(r"[\u4e00-\u9fff0-9“《][\u4e00-\u9fff0-9A-Za-z“”《》（）、， ·%％—\-]{3,44}")
_OPEN_END: Final = re.compile(r"[，、—\-]$")
_OTHER_MATTER: Final = re.compile(r"附件|附表|目\s*录|抄送|主送|发送|\S{0,12}[0-9]{4}年.{0,8}日$")
_TORN: Final = re.compile(r"^[，。、；：！？”’）》」』,.;:!?]")
_SHORTEST_BODY: Final = 20  # letters
_BODY_TO_HEADING: Final = 1.3


def plain_line(draft: Draft, line: Line) -> Candidate | None:
    """A short line without stop between finished paragraphs, with text or a first number below it.

    The neighbours decide: a line that bad conversion broke off follows an unfinished one, or is followed by
    punctuation.
    """
    text = line.text
    if not _SHAPE.fullmatch(text) or _OPEN_END.search(text) or _OTHER_MATTER.search(text):
        return None
    if not _is_finished_before(draft, line) or not _has_text_below(draft, line):
        return None
    return Candidate(line=line.index, family=PLAIN, start=line.start, end=line.end, run_in=False)


def _has_text_below(draft: Draft, line: Line) -> bool:
    if line.index + 1 >= len(draft.lines):
        return False
    below = draft.lines[line.index + 1]
    if draft.kinds[below.index] != "body" or _TORN.match(below.text):
        return False
    marker = find_marker(below.text)
    long = len(below.text) > max(_SHORTEST_BODY, _BODY_TO_HEADING * len(line.text))
    return (long and STOPPED.search(below.text) is not None) or (marker is not None and marker.number == 1)


def _is_finished_before(draft: Draft, line: Line) -> bool:
    if line.index == 0:
        return False
    before = draft.lines[line.index - 1]
    if draft.kinds[before.index] != "body":
        return True
    return STOPPED.search(before.text) is not None or find_marker(before.text) is not None
