"""Shared wording of a collection: passages between documents, formulations, copies.

Pure computation: no disk, deterministic, independent of the order of the files.
"""

from __future__ import annotations

from hujian.detect.dating import dated
from hujian.detect.detection import compare, detect

__all__ = ["compare", "dated", "detect"]
