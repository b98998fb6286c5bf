"""The chain of cleaning steps, and cleaning itself.

The chain runs until a whole round finds nothing more. So cleaning is idempotent by construction:
the last round ran over the clean text and made no cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from hujian.clean.blanks import blank_line_cuts, blank_run_cuts, edge_blank_cuts
from hujian.clean.context import Context
from hujian.clean.draft import Cut, Draft, apply, begin
from hujian.clean.flags import flags_of
from hujian.clean.hard_wraps import hard_wrap_cuts
from hujian.clean.invisible import invisible_cuts
from hujian.clean.ledger import joined
from hujian.clean.line_ends import line_end_cuts
from hujian.clean.lost import lost_character_cuts
from hujian.clean.page_breaks import page_break_cuts
from hujian.clean.patterns import layout_line_cuts, mark_cuts
from hujian.clean.recurrence import NOTHING_RECURS, Recurring, recurring_of
from hujian.clean.rules import Rules
from hujian.clean.spam import advertisement_cuts
from hujian.clean.template import template_cuts
from hujian.clean.torn_lines import torn_line_cuts
from hujian.model import CleanText, Edit, SourceFile

Step = Callable[[str, Context], Iterable[Cut]]

CHAIN: tuple[tuple[str, Step], ...] = (
    ("every line end becomes LF", line_end_cuts),
    ("halves of a sentence parted by a page break are joined", page_break_cuts),
    ("lines of a hard-wrapped text are joined to paragraphs", hard_wrap_cuts),
    ("lost characters become a visible gap", lost_character_cuts),
    ("invisible characters go", invisible_cuts),
    ("advertisements at head and tail go", advertisement_cuts),
    ("licence boxes that recur at the tail go", template_cuts),
    ("lines torn in mid-sentence are joined", torn_line_cuts),
    ("lines that are only layout, and the keeper's lines, go", layout_line_cuts),
    ("marks within lines, and the keeper's, go", mark_cuts),
    ("blank lines go", blank_line_cuts),
    ("blanks at line edges go", edge_blank_cuts),
    ("runs of blanks within a line become one", blank_run_cuts),
)


def clean_all(sources: Sequence[SourceFile], rules: Rules) -> tuple[CleanText, ...]:
    """Clean a collection; what recurs in it at heads and tails counts as evidence."""
    recurring = recurring_of(sources)
    return tuple(clean(source, rules, recurring) for source in sources)


def clean(source: SourceFile, rules: Rules, recurring: Recurring = NOTHING_RECURS) -> CleanText:
    """Clean one text. Pure; never raises on any text.

    Args:
        source: the decoded file.
        rules: from ``load_rules``.
        recurring: from ``recurring_of`` over the whole collection.
    """
    context = Context(rules, recurring)
    draft = begin(source.text)
    while (after := _round(draft, context)) is not draft:
        draft = after
    unflagged = CleanText(source, draft.text, draft.segments, joined(draft.edits))
    ledger = sorted([*unflagged.ledger, *flags_of(unflagged, context)], key=_place)
    return CleanText(source, draft.text, draft.segments, tuple(ledger))


def _round(draft: Draft, context: Context) -> Draft:
    off = context.rules.off
    for _, step in CHAIN:
        if draft.text:
            draft = apply(draft, (cut for cut in step(draft.text, context) if cut.rule not in off))
    return draft


def _place(edit: Edit) -> tuple[int, int, str]:
    return (edit.start, edit.end, edit.rule)
