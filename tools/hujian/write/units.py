"""Offsets as a browser counts them: in UTF-16 units, where Python counts code points."""

from __future__ import annotations

import bisect
import re

_WIDE = re.compile("[\U00010000-\U0010ffff]")  # takes two units


class Units:
    """Leads from code-point offsets of a text to UTF-16 offsets."""

    def __init__(self, text: str) -> None:
        self._wide = [m.start() for m in _WIDE.finditer(text)]

    def at(self, offset: int) -> int:
        """The UTF-16 offset of a code-point offset."""
        return offset + bisect.bisect_left(self._wide, offset) if self._wide else offset

    def within(self, base: int, offset: int) -> int:
        """The same, counted from another code-point offset."""
        return self.at(offset) - self.at(base)
