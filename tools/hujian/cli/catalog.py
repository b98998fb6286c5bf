"""``hujian catalog``."""

from __future__ import annotations

import codecs

import click

from hujian.cli.help import ChineseCommand
from hujian.cli.progress import shown
from hujian.cli.workplace import Workplace, on_collection
from hujian.errors import ContentError
from hujian.parse import NO_HEADER, lost_by_rewriting, read_catalog, write_catalog
from hujian.read import read_keeper
from hujian.settings import CATALOG_FILE
from hujian.store import keep_earlier, write_atomically


@click.command(cls=ChineseCommand)
@on_collection
def catalog(workplace: Workplace) -> None:
    """Write the catalogue, the keeper's corrections kept."""
    folder = workplace.folder
    earlier = read_keeper(folder).catalog or ""
    rows, wrong = read_catalog(earlier)
    if unusable := [finding for finding in wrong if finding.code == NO_HEADER]:
        raise ContentError(f"{unusable[0].message}为免丢失改过的内容，没有重新写出。", unusable[0].remedy)
    with shown(workplace.quiet) as progress:
        collection = workplace.collect(progress)
    text = write_catalog(collection.documents, rows)
    kept = keep_earlier(folder / CATALOG_FILE) if lost_by_rewriting(wrong) else None
    write_atomically(folder / CATALOG_FILE, codecs.BOM_UTF8 + text.encode())
    for finding in wrong:
        click.echo(f"{finding.message}{finding.remedy}", err=True)
    if kept is not None:
        click.echo(f"有的内容没有归入新表；原来的编目表另存为 {kept}，请从中补回。", err=True)
    if not workplace.quiet:
        others = len(set(rows) - {document.path for document in collection.documents})
        gone = f"，另有 {others} 行不是现有的文本" if others else ""
        click.echo(f"已写出 {folder / CATALOG_FILE}：{len(collection.documents)} 篇文本，每篇一行{gone}。")
