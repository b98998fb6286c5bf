"""Blank lines, blanks at line edges, runs of blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.clean.characters import BLANK
from hujian.clean.context import Context
from hujian.clean.draft import Cut

LEADING_LINES = re.compile(rf"(?:{BLANK}*\n)+")
BLANK_LINES = re.compile(rf"(?<=\n)(?:{BLANK}*\n)+")
TRAILING_LINES = re.compile(rf"\n(?:{BLANK}|\n)*\Z")
_LAST = 1000  # characters looked at for the empty lines at the end; longer runs take another round
LEADING = re.compile(rf"^{BLANK}+", re.MULTILINE)
TRAILING = re.compile(rf"(?<!{BLANK}){BLANK}++$", re.MULTILINE)  # linear even on endless runs
INDENT = re.compile(rf".*\u3000|\t|{BLANK}{{2}}", re.DOTALL)
BLANK_RUN = re.compile(rf"\t{BLANK}*|{BLANK}(?P<rest>{BLANK}+)")


def blank_line_cuts(text: str, context: Context) -> Iterator[Cut]:
    """Lines without text, and the line end of the last line."""
    reason = context.rules.reason("blank-line")
    leading = LEADING_LINES.match(text)
    begin = leading.end() if leading else 0
    trailing = TRAILING_LINES.search(text, max(begin, len(text) - _LAST))
    within = BLANK_LINES.finditer(text, begin, trailing.start() if trailing else len(text))
    for found in filter(None, (leading, *within, trailing)):
        yield Cut(found.start(), found.end(), "blank-line", reason)


def edge_blank_cuts(text: str, context: Context) -> Iterator[Cut]:
    """Indents (which CSS shows), and other blanks at the edges of lines."""
    found = [*LEADING.finditer(text), *TRAILING.finditer(text)]
    reached = 0
    for blank in sorted(found, key=re.Match.start):
        if blank.start() < reached:
            continue  # a line of nothing but blanks is found twice
        reached = blank.end()
        leading = text[blank.end() : blank.end() + 1] not in ("", "\n")
        indent = leading and INDENT.match(blank[0]) is not None
        rule = "indent" if indent else "edge-blank"
        yield Cut(
            blank.start(),
            blank.end(),
            rule,
            context.rules.reason(rule),
            edit_class="display" if indent else "auto",
        )


def blank_run_cuts(text: str, context: Context) -> Iterator[Cut]:
    """Of a run of blanks its first stays; a tab becomes a plain blank."""
    reason = context.rules.reason("blank-run")
    for found in BLANK_RUN.finditer(text):
        if found["rest"]:
            yield Cut(found.start("rest"), found.end(), "blank-run", reason)
        else:
            yield Cut(found.start(), found.end(), "blank-run", reason, " ")
