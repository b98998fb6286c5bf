"""What every step may know besides the text."""

from __future__ import annotations

from dataclasses import dataclass

from hujian.clean.recurrence import Recurring
from hujian.clean.rules import Rules


@dataclass(frozen=True, slots=True)
class Context:
    """The rules in force, and what recurs in the collection."""

    rules: Rules
    recurring: Recurring
