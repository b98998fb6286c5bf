"""The command line: one command a file, one catch at the top.

Exit codes: 0 done; 1 an error of the program; 2 wrong options or mkdocs.yml; 3 the content folder or a
keeper's file cannot be used; 4 findings under --strict; 5 the built site is incomplete; 6 the disk, its
rights, a network port or another build of the same site refuse; 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

INTERRUPTED = 130  # 128 + SIGINT, as shells have it

__all__ = ["INTERRUPTED", "main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; even while it is still being loaded, Ctrl-C ends in a sentence."""
    try:
        from hujian.cli.run import run  # noqa: PLC0415  loading is what may be interrupted

        code = run(arguments)
    except KeyboardInterrupt:
        sys.stderr.buffer.write("错误：已中断；没有留下写了一半的文件。\n".encode())
        code = INTERRUPTED
    sys.exit(code)
