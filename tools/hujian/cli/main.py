"""``hujian``: the table of commands, and the one place where errors become sentences."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from hujian import __version__
from hujian.cli.build import build
from hujian.cli.catalog import catalog
from hujian.cli.export import export
from hujian.cli.lock import lock
from hujian.cli.records import record_commands
from hujian.cli.serve import serve
from hujian.cli.usage import usage_message
from hujian.cli.verify import verify
from hujian.errors import HujianError

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


@click.group(
    help="把一文件夹中文文本做成彼此呼应、可以检索的静态网站。",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="hujian", message="%(prog)s %(version)s")
def hujian() -> None:
    """Group of all commands."""


for command in (build, serve, catalog, lock, *record_commands(), verify, export):
    hujian.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; user's mistakes end in one Chinese sentence on standard error."""
    _speak_utf8()
    try:
        code = hujian.main(arguments, standalone_mode=False)
    except HujianError as error:
        _fail(str(error), error.exit_code)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        _fail(usage_message(error), 2)
    except (click.Abort, KeyboardInterrupt):
        _fail("已中断；没有留下写了一半的文件。", INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: nobody's mistake. Keep Python's own flush quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _speak_utf8() -> None:
    """Records are UTF-8 whatever the console's code page (Windows: GBK)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", newline="\n")


def _fail(message: str, code: int) -> None:
    click.echo(f"错误：{message}", err=True)
    sys.exit(code)
