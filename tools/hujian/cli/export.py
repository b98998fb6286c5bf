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
from hujian.store import ExportFolder
from hujian.write.export import export_files


@click.command(cls=ChineseCommand)
@click.argument("directory", metavar="DIR", type=FOLDER)
@content_option
@config_option
@quiet_option
def export(directory: Path, content: Path | None, config: Path | None, quiet: bool) -> None:
    """Write everything that other programs may want."""
    file = find_config(config)
    source = find_content(file, content)
    folder = ExportFolder(directory, source)
    with shown(quiet) as progress:
        items = list(export_files(pipeline.collect(source, cache_of(file), progress)))
        progress("导出", 0)
        folder.begin(item.path for item in items)
        for item in items:
            folder.write(item.path, item.data())
        gone = folder.finish()
    if not quiet:
        removed = f"，删去以前导出而现已不再有的 {gone} 个" if gone else ""
        click.echo(f"已导出 {len(items)} 个文件到 {directory}{removed}。")
