"""A stretch of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document: half-open offsets, in the coordinates its owner states."""

    document: str  # path of the source file, relative to the content folder, POSIX separators
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start
