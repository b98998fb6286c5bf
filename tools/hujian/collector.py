"""Python's search for cycles: it walks over millions of records, again and again, and they hold none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pause the search, where records are made or read back."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settle() -> None:
    """Leave out of all further searches what is there now, and is to stay.

    What was left out before is looked at once more: a live preview builds again and again.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
