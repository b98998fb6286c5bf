"""``hujian catalog``."""

from __future__ import annotations

import codecs
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
from hujian.parse import read_catalog, write_catalog
from hujian.read import read_keeper
from hujian.settings import CATALOG_FILE
from hujian.store import write_atomically


@click.command(cls=ChineseCommand)
@content_option
@config_option
@quiet_option
def catalog(content: Path | None, config: Path | None, quiet: bool) -> None:
    """Write the catalogue, the keeper's corrections kept."""
    file = find_config(config)
    folder = find_content(file, content)
    with shown(quiet) as progress:
        collection = pipeline.collect(folder, cache_of(file), progress)
    rows, wrong = read_catalog(read_keeper(folder).catalog or "")
    text = write_catalog(collection.documents, rows)
    write_atomically(folder / CATALOG_FILE, codecs.BOM_UTF8 + text.encode())
    for finding in wrong:
        click.echo(f"{finding.message} {finding.remedy}", err=True)
    if not quiet:
        click.echo(f"已写出 {folder / CATALOG_FILE}，共 {len(collection.documents)} 行。")
