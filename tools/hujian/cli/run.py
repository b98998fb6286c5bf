"""The one place where errors become sentences."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from hujian.cli.commands import hujian
from hujian.cli.usage import usage_message
from hujian.errors import ConfigError, HujianError, refused


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; a user's mistake ends in one Chinese sentence on standard error.

    Returns:
        The exit code.

    Raises:
        KeyboardInterrupt: if the user interrupts it.
    """
    _speak_utf8()
    try:
        code = hujian.main(arguments, prog_name="hujian", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except HujianError as error:
        return _fail(error)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        return _fail(ConfigError(*usage_message(error)))
    except click.Abort as abort:
        raise KeyboardInterrupt from abort
    except (SystemExit, BrokenPipeError):
        # The reader of our output (head, less) has gone: nobody's mistake. click answers with SystemExit,
        # our own flush with BrokenPipeError; keep Python's quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fail(refused(error))


def _speak_utf8() -> None:
    """Records are UTF-8 whatever the console's code page (Windows: GBK)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


def _fail(error: HujianError) -> int:
    for note in getattr(error, "__notes__", ()):
        click.echo(note, err=True)
    click.echo(f"错误：{error}", err=True)
    return error.exit_code
