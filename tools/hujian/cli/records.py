"""The commands that print records, one a kind, as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from hujian.cli.help import ChineseCommand
from hujian.cli.options import FOLDER
from hujian.cli.progress import shown
from hujian.cli.workplace import Workplace, on_collection
from hujian.errors import ConfigError
from hujian.store import write_atomically
from hujian.write.records import RECORDS, to_lines


def _command(name: str) -> click.Command:
    """The command that prints records of one kind."""
    records = RECORDS[name]

    @click.command(name, cls=ChineseCommand, epilog="每行一条记录：JSON Lines，UTF-8。")
    @click.option(
        "--output", metavar="FILE", type=FOLDER, help="写入文件（默认写到标准输出；文件夹不存在就新建）。"
    )
    @on_collection
    def command(workplace: Workplace, output: Path | None) -> None:
        if output is not None and output.resolve().is_relative_to(workplace.folder.resolve()):
            raise ConfigError(f"{output} 在文本文件夹里，会被当作文本；没有写。", "请写到别的文件夹。")
        with shown(workplace.quiet) as progress:
            collection = workplace.collect(progress)
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
