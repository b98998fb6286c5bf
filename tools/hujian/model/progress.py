"""How far a run has come, for whoever watches."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Called with a stage's Chinese name and how much of it is done, 0 to 1."""


def silent(_stage: str, _share: float) -> None:
    """Progress that nobody watches."""
