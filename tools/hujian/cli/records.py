"""``hujian outline | ledger | findings | matches | formulations``: records as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from hujian import pipeline
from hujian.cli.help import ChineseCommand
from hujian.cli.options import (
    FOLDER,
    cache_of,
    config_option,
    content_option,
    find_config,
    find_content,
    quiet_option,
)
from hujian.cli.progress import shown
from hujian.store import write_atomically
from hujian.write.records import RECORDS, to_lines


def _command(name: str) -> click.Command:
    """The command that prints records of one kind."""
    records = RECORDS[name]

    @click.command(name, cls=ChineseCommand, epilog="每行一条记录：JSON Lines，UTF-8。")
    @content_option
    @click.option("--output", metavar="FILE", type=FOLDER, help="写入文件（默认写到标准输出）。")
    @config_option
    @quiet_option
    def command(content: Path | None, output: Path | None, config: Path | None, quiet: bool) -> None:
        file = find_config(config)
        with shown(quiet) as progress:
            collection = pipeline.collect(find_content(file, content), cache_of(file), progress)
        lines = to_lines(records(collection))
        if output is not None:
            write_atomically(output, "".join(lines).encode())
            return
        for line in lines:
            click.echo(line, nl=False)

    return command


outline = _command("outline")
ledger = _command("ledger")
findings = _command("findings")
matches = _command("matches")
formulations = _command("formulations")
families = _command("families")
coverage = _command("coverage")
copies = _command("copies")
