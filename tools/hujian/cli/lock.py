"""``hujian lock``."""

from __future__ import annotations

from pathlib import Path

import click

from hujian import pipeline
from hujian.cli.help import ChineseCommand
from hujian.cli.progress import shown
from hujian.cli.workplace import Workplace, on_collection
from hujian.link import Lock, read_lock, write_lock
from hujian.model import Collection
from hujian.read import read_keeper
from hujian.settings import LOCK_FILE
from hujian.store import write_atomically


@click.command(cls=ChineseCommand)
@on_collection
def lock(workplace: Workplace) -> None:
    """Write the address lock file."""
    folder = workplace.folder
    with shown(workplace.quiet) as progress:
        collection = workplace.collect(progress)
    keeper = read_keeper(folder)
    renewed = pipeline.renewed_lock(collection, keeper)
    write_atomically(folder / LOCK_FILE, write_lock(renewed).encode())
    if not workplace.quiet:
        earlier = read_lock(keeper.lock) if keeper.lock is not None else Lock()
        click.echo(_summary(folder / LOCK_FILE, collection, renewed, earlier))


def _summary(path: Path, collection: Collection, renewed: Lock, earlier: Lock) -> str:
    """What is registered, what of it is new, and what to do with the file."""
    before, now = _addresses(earlier), _addresses(renewed)
    gone = len(renewed.documents) - len(collection.documents)
    kept = f"，其中 {gone} 篇已经移走，网址仍然保留" if gone else ""
    return (
        f"已登记 {len(renewed.documents)} 篇文本（{len(now)} 个段落和小标题）{kept}，"
        f"{len(renewed.formulations)} 条提法；这次新增 {len(now - before)} 个段落和小标题、"
        f"{len(renewed.formulations.keys() - earlier.formulations.keys())} 条提法。\n"
        f"请把 {path} 与文本一同保存和备份。"
    )


def _addresses(lock: Lock) -> set[tuple[str, str]]:
    return {(d.id, unit.id) for d in lock.documents for unit in (*d.paragraphs, *d.headings)}
