"""The chain of cleaning steps, and cleaning itself.

The chain runs until a whole round finds nothing more. So cleaning is idempotent by construction:
the last round ran over the clean text and made no cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from hujian.clean import blanks, flags, invisible, line_ends, lost, page_breaks, patterns, spam, template
from hujian.clean.context import Context
from hujian.clean.draft import Cut, Draft, apply, begin
from hujian.clean.ledger import joined
from hujian.clean.recurrence import NOTHING_RECURS, Recurring, recurring_of
from hujian.clean.rules import Rules
from hujian.model import CleanText, Edit, SourceFile

Step = Callable[[str, Context], Iterable[Cut]]

CHAIN: tuple[tuple[str, Step], ...] = (
    ("every line end becomes LF", line_ends.cuts),
    ("halves of a sentence parted by a page break are joined", page_breaks.cuts),
    ("lost characters become a visible gap", lost.cuts),
    ("invisible characters go", invisible.cuts),
    ("advertisements at head and tail go", spam.cuts),
    ("licence boxes that recur at the tail go", template.cuts),
    ("lines that are only layout, and the keeper's lines, go", patterns.line_cuts),
    ("marks within lines, and the keeper's, go", patterns.inline_cuts),
    ("blank lines go", blanks.line_cuts),
    ("blanks at line edges go", blanks.edge_cuts),
    ("runs of blanks within a line become one", blanks.run_cuts),
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
    ledger = sorted([*unflagged.ledger, *flags.edits(unflagged, context)], key=_place)
    return CleanText(source, draft.text, draft.segments, tuple(ledger))


def _round(draft: Draft, context: Context) -> Draft:
    for _, step in CHAIN:
        if draft.text:
            draft = apply(draft, step(draft.text, context))
    return draft


def _place(edit: Edit) -> tuple[int, int, str]:
    return (edit.start, edit.end, edit.rule)
