"""What the keeper should know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the keeper should know: a code, a place, a Chinese sentence and a remedy."""

    code: str  # kebab-case English, stable, e.g. "placeholder"
    source: str  # path relative to the content folder; "" for the collection as a whole
    start: int | None  # source offsets; None where the whole file is meant
    end: int | None
    message: str
    remedy: str
    acknowledged: bool = False  # the keeper has looked at it and lets it stand

    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by place, then by code."""
        return (self.source, self.start or 0, self.end or 0, self.code, self.message)
