"""The way from documents to what they share, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hujian.detect.blocks import common_blocks
from hujian.detect.borders import Borders
from hujian.detect.chains import chains
from hujian.detect.passages import passages
from hujian.detect.records import match_records
from hujian.detect.stream import build_stream
from hujian.model import Detection, Document

Progress = Callable[[str, float], None]
"""Called with a Chinese phase name and the share that is done, 0 to 1."""


def _silent(_phase: str, _done: float) -> None:
    """Progress that nobody watches."""


def detect(documents: Sequence[Document], progress: Progress | None = None) -> Detection:
    """Find what the documents of a collection share.

    Args:
        documents: in any order; paths are distinct.
        progress: told of every phase.

    Returns:
        Matches by (a, b), formulations by weight, copies by path.
    """
    tell = progress or _silent
    tell("归并文字", 0.0)
    stream = build_stream(documents)
    borders = Borders(stream)
    tell("比对相同文字", 0.1)
    kernels = chains(stream, common_blocks(stream, 4, 200))
    tell("对齐相近段落", 0.4)
    found = passages(stream, borders, kernels)
    tell("完成", 1.0)
    return Detection(matches=match_records(stream, borders, found))
