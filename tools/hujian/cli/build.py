"""``hujian build``."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from hujian.cli.help import ChineseCommand
from hujian.cli.options import FOLDER
from hujian.cli.progress import shown
from hujian.cli.workplace import Workplace, on_collection
from hujian.model import Collection
from hujian.plugin import build_site

_UNHEEDED = frozenset({"catalog-cell", "catalog-row", "cleaning-rule", "formulation-list"})
_SHOWN = 3  # files of a kind that the summary names


@click.command(
    cls=ChineseCommand,
    epilog="网站名称取自文本文件夹中 index.md 的第一个标题；没有这个文件，就用文件夹的名称。",
)
@click.option("--site", metavar="DIR", type=FOLDER, help="网站输出文件夹（默认取 mkdocs.yml 的 site_dir）。")
@click.option("--strict", is_flag=True, help="只要有提示就算失败（退出码 4）。")
@on_collection
def build(workplace: Workplace, site: Path | None, strict: bool) -> None:
    """Build the site and say where to open it."""
    began = time.monotonic()
    with shown(workplace.quiet) as progress:
        built = build_site(workplace.config, workplace.folder, site, strict=strict, progress=progress)
    if workplace.quiet:
        return
    seconds = time.monotonic() - began
    collection = built.collection
    found = collection.detection
    noted = sum(not finding.acknowledged for finding in collection.findings)
    known = len(collection.findings) - noted
    also = f"（另有 {known} 条已核）" if known else ""
    click.echo(
        f"完成：{len(collection.documents)} 篇文本，{len(found.matches)} 处互见，"
        f"{len(found.formulations)} 条提法，{noted} 条提示{also}，用时 {seconds:.1f} 秒。"
    )
    if not collection.documents:
        click.echo(f"文本文件夹 {workplace.folder} 里没有可刊出的文本；请放入 .txt 文件后重新生成。")
    missing = [file.path for file in collection.unpublished if not file.on_purpose]
    if missing:
        click.echo(f"有 {len(missing)} 个文件没有刊出（{_some(missing)}），原因见清洗报告。")
    if unheeded := _unheeded(collection):
        click.echo(f"{unheeded}没有照办，原因见清洗报告。")
    if built.kept:
        click.echo(f"网站文件夹里有 {len(built.kept)} 项不是本程序生成的（{_some(built.kept)}），原样保留。")
    click.echo(f"用浏览器打开：{(built.folder / 'index.html').as_uri()}")


def _some(paths: Sequence[str]) -> str:
    return "、".join(paths[:_SHOWN]) + (" 等" if len(paths) > _SHOWN else "")


def _unheeded(collection: Collection) -> str:
    """In which of the keeper's files something is not used as it stands, and how often; "" if nowhere."""
    found = Counter(f.source for f in collection.findings if f.code in _UNHEEDED and not f.acknowledged)
    return "、".join(f"{file} 有 {number} 处" for file, number in sorted(found.items()))
