"""The removal ledger: joining neighbours, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hujian.model import CleanText, Edit


def joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Neighbouring removals by the same rule as one entry. Text and segments do not change by it."""
    result: list[Edit] = []
    for edit in edits:
        last = result[-1] if result else None
        if last and last.end == edit.start and _same(last, edit):
            result[-1] = replace(last, end=edit.end, before=last.before + edit.before)
        else:
            result.append(edit)
    return tuple(result)


def _same(one: Edit, other: Edit) -> bool:
    alike = (one.rule, one.edit_class, one.reason) == (other.rule, other.edit_class, other.reason)
    return alike and not one.after and not other.after


def restore(clean: CleanText) -> str:
    """Apply the ledger backwards to the clean text.

    Returns:
        The decoded source text, character for character.

    Raises:
        ValueError: if text and ledger do not belong together.
    """
    parts: list[str] = []
    at = source = 0
    for edit in clean.ledger:
        if edit.edit_class == "flag":
            continue
        kept = edit.start - source
        parts += (clean.text[at : at + kept], edit.before)
        at += kept
        if not clean.text.startswith(edit.after, at):
            raise ValueError(f"ledger and text of {clean.source.path} differ at {edit.start}")
        at, source = at + len(edit.after), edit.end
    return "".join((*parts, clean.text[at:]))
