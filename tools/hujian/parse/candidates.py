"""Lines that might be, or begin with, a heading; whether they are is decided by their siblings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PLAIN: Final = "plain"
"""Family of unnumbered headings on lines of their own."""
LEAD: Final = "lead"
"""Family of unnumbered lead sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A possible heading. ``start`` and ``end`` count in the clean text."""

    line: int
    family: str
    start: int
    end: int
    run_in: bool  # the line goes on behind it
    rank: int | None = None  # see markers.FAMILIES
    number: int = 0  # 0 where the family has none
    label: str = ""  # the marker as it stands
    titled: bool = True  # it reads like a heading: short enough
    bare: bool = False  # the line is this one sentence with its stop, nothing else
    listed: bool = False  # the line ends in ；or ，: an item of a list
    inner: bool = False  # the next number stands inside the same line
