"""``hujian lock``."""

from __future__ import annotations

from pathlib import Path

import click

from hujian import pipeline
from hujian.cli.help import ChineseCommand
from hujian.cli.options import (
    cache_of,
    config_option,
    content_option,
    find_config,
    find_content,
    quiet_option,
)
from hujian.cli.progress import shown
from hujian.link import write_lock
from hujian.read import read_keeper
from hujian.settings import LOCK_FILE
from hujian.store import write_atomically


@click.command(cls=ChineseCommand)
@content_option
@config_option
@quiet_option
def lock(content: Path | None, config: Path | None, quiet: bool) -> None:
    """Write the address lock file."""
    file = find_config(config)
    folder = find_content(file, content)
    with shown(quiet) as progress:
        collection = pipeline.collect(folder, cache_of(file), progress)
    renewed = pipeline.renewed_lock(collection, read_keeper(folder))
    write_atomically(folder / LOCK_FILE, write_lock(renewed).encode())
    if not quiet:
        paragraphs = sum(len(d.paragraphs) for d in renewed.documents)
        click.echo(f"已登记 {len(renewed.documents)} 篇文本的 {paragraphs} 个段落：{folder / LOCK_FILE}")
