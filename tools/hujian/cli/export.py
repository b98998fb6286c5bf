"""``hujian export``."""

from __future__ import annotations

from pathlib import Path

import click

from hujian.cli.help import ChineseCommand
from hujian.cli.options import FOLDER
from hujian.cli.progress import shown
from hujian.cli.workplace import Workplace, on_collection
from hujian.store import ExportFolder
from hujian.write.export import export_files


@click.command(cls=ChineseCommand)
@click.argument("directory", metavar="DIR", type=FOLDER, help="导出到哪个文件夹；它是空的，或是以前导出的。")
@on_collection
def export(workplace: Workplace, directory: Path) -> None:
    """Write everything that other programs may want."""
    folder = ExportFolder(directory, workplace.folder)
    with shown(workplace.quiet) as progress:
        items = list(export_files(workplace.collect(progress)))
        progress("导出", 0)
        folder.begin(item.path for item in items)
        for item in items:
            folder.write(item.path, item.data())
        gone = folder.finish()
    if not workplace.quiet:
        removed = f"，删去以前导出而现已不再有的 {gone} 个" if gone else ""
        click.echo(f"已导出 {len(items)} 个文件到 {directory}{removed}。")
