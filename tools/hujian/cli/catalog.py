"""``hujian catalog``."""

from __future__ import annotations

import codecs

import click

from hujian import pipeline
from hujian.cli.help import ChineseCommand
from hujian.cli.progress import shown
from hujian.cli.workplace import Workplace, on_collection
from hujian.link import read_lock
from hujian.parse import MERGED, lost_by_rewriting, write_catalog
from hujian.read import read_keeper
from hujian.settings import CATALOG_FILE
from hujian.store import keep_earlier, write_atomically


@click.command(cls=ChineseCommand)
@on_collection
def catalog(workplace: Workplace) -> None:
    """Write the catalogue, the keeper's corrections kept."""
    folder = workplace.folder
    with shown(workplace.quiet) as progress:
        collection = workplace.collect(progress)
    keeper = read_keeper(folder)
    lock = read_lock(keeper.lock) if keeper.lock is not None else None
    rows, wrong = pipeline.catalog_rows(collection.documents, keeper, lock)
    text = write_catalog(collection.documents, rows)
    kept = keep_earlier(folder / CATALOG_FILE) if lost_by_rewriting(wrong) else None
    write_atomically(folder / CATALOG_FILE, codecs.BOM_UTF8 + text.encode())
    for finding in wrong:
        done = finding.code == MERGED  # by this very command
        click.echo(finding.message if done else f"{finding.message}{finding.remedy}", err=True)
    if kept is not None:
        click.echo(f"有的内容没有归入新表；原来的编目表另存为 {kept}，请从中补回。", err=True)
    if not workplace.quiet:
        others = len(set(rows) - {document.path for document in collection.documents})
        gone = f"，另有 {others} 行不是现有的文本" if others else ""
        click.echo(f"已写出 {folder / CATALOG_FILE}：{len(collection.documents)} 篇文本，每篇一行{gone}。")
