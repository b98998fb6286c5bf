"""CRLF, CR, NEL, VT and the Unicode separators are line ends; form feeds are page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.clean.context import Context
from hujian.clean.draft import Cut

FOREIGN_LINE_END = re.compile(r"\r(?P<newline>\n)?|[\v\x85\u2028\u2029]")


def line_end_cuts(text: str, context: Context) -> Iterator[Cut]:
    """Every line end becomes a line feed; of CRLF only the CR goes."""
    reason = context.rules.reason("line-end")
    for found in FOREIGN_LINE_END.finditer(text):
        newline = found.groupdict()["newline"]
        end = found.start() + 1
        yield Cut(found.start(), end, "line-end", reason, "" if newline else "\n")
