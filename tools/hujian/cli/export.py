"""``hujian export``."""

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
from hujian.write.export import export_files


@click.command(cls=ChineseCommand)
@click.argument("directory", metavar="DIR", type=FOLDER)
@content_option
@config_option
@quiet_option
def export(directory: Path, content: Path | None, config: Path | None, quiet: bool) -> None:
    """Write everything that other programs may want."""
    file = find_config(config)
    with shown(quiet) as progress:
        collection = pipeline.collect(find_content(file, content), cache_of(file), progress)
        progress("导出", 0)
        count = 0
        for item in export_files(collection):
            write_atomically(directory / item.path, item.data())
            count += 1
    if not quiet:
        click.echo(f"已导出 {count} 个文件到 {directory}")
