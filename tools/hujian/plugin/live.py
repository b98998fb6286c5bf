"""What MkDocs says while it works, in Chinese."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from mkdocs.exceptions import Abort, BuildError

from hujian.plugin.errors import cause_of

LINES: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern), line)
    for pattern, line in (
        (r"Building documentation\.\.\.", "正在生成网站……"),
        (r"Documentation built in ([\d.]+) seconds", r"网站已生成，用时 \1 秒。"),
        (r"Watching paths for changes: '(.*)'", r"正在留意改动：\1"),
        (r"Serving on (\S+).*", r"请用浏览器打开 \1 ，按 Ctrl+C 停止。"),
        (r"Detected file changes", "文件有改动，重新生成。"),
        (r"Reloading browsers", "浏览器中的页面已更新。"),
        (r"Shutting down\.\.\.", "预览已停止。"),
        (
            r"An error happened during the rebuild\..*",
            "这次没有生成。已打开的页面仍是旧的，别的页面在改正以前打不开；改正后会自动重新生成。",
        ),
        (r'"\S+ (\S+) \S+" code 404', r"没有这个地址：\1"),
        (
            r"Doc file '([^']+)' contains a link '([^']+)', but the target .*is not found.*",
            r"提醒：手写页面 \1 里的链接 \2 指向不存在的文件，请改正。",
        ),
        (
            r"A reference to '([^']+)' is included in the 'nav' configuration.*",
            r"提醒：mkdocs.yml 的 nav 里写的 \1 不存在，请改正。",
        ),
        (
            r"Excluding '([^']+)' from the site because it conflicts with '([^']+)'\.",
            r"提醒：\1 与 \2 是同一页，没有刊出 \1。",
        ),
        (r"hujian: (.*)", r"\1"),
    )
)
"""MkDocs 1.6.1's log lines that a keeper should see; no other line below a warning is shown."""

_CLOCK: Final = re.compile(r"\[[\d:]+\] ")


@contextmanager
def narrated(level: int) -> Iterator[None]:
    """Tell MkDocs' log lines from a level on while something is built or served."""
    logger = logging.getLogger("mkdocs")
    narrator, before = _Narrator(level), logger.level
    logger.addHandler(narrator)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(narrator)
        logger.setLevel(before)


class _Narrator(logging.Handler):
    """Prints log lines of MkDocs as Chinese sentences on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print what a keeper can use of a line."""
        said = _CLOCK.sub("", record.getMessage())
        for pattern, line in LINES:
            if match := pattern.fullmatch(said):
                print(match.expand(line).replace("', '", "、"), file=sys.stderr, flush=True)
                return
        if record.levelno == logging.WARNING:  # errors are raised as well, and told then
            print(f"MkDocs 提醒：{said}", file=sys.stderr, flush=True)


def patient(builder: Callable[..., None]) -> Callable[..., None]:
    """A builder whose failures during a live preview are told in a sentence, so that it goes on."""

    def build(*arguments: Any) -> None:  # noqa: ANN401
        try:
            builder(*arguments)
        except (BuildError, Abort, OSError) as error:
            raise Abort(f"错误：{cause_of(error)}") from error

    return build
