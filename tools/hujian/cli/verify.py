"""``hujian verify``."""

from __future__ import annotations

from pathlib import Path

import click

from hujian.cli.help import ChineseCommand
from hujian.cli.options import FOLDER
from hujian.cli.progress import shown
from hujian.cli.workplace import Workplace, on_collection
from hujian.errors import ContentError, VerifyError
from hujian.link import read_lock
from hujian.read import read_keeper
from hujian.settings import FORMULATIONS, TEXTS
from hujian.store import SiteFolder, is_site
from hujian.verify import prove


@click.command(cls=ChineseCommand)
@click.argument("site", type=FOLDER, help="hujian build 生成的网站文件夹。")
@on_collection
def verify(workplace: Workplace, site: Path) -> None:
    """Prove a built site complete."""
    built = SiteFolder(site)
    if not is_site(site):
        raise ContentError(f"{site} 不是 hujian 生成的网站。", "请指明 hujian build 生成的文件夹。")
    with shown(workplace.quiet) as progress:
        collection = workplace.collect(progress)
        progress("核对", 0)
        proof = prove(built, collection, _locked(workplace.folder))
    for problem in proof.problems:
        click.echo(problem)
    if proof.problems:
        raise VerifyError(
            f"发现 {len(proof.problems)} 处问题。", "请重新运行 hujian build；若仍有问题，请报告。"
        )
    if not workplace.quiet:
        click.echo(
            f"核对无误：{proof.pages} 页，{proof.links} 个链接，{proof.paragraphs} 个段落；"
            f"{proof.published} 个字符已刊出，{proof.accounted} 个字符有清洗记录。"
        )


def _locked(folder: Path) -> dict[str, tuple[str, ...]]:
    """Page path -> element ids that the lock file promises."""
    text = read_keeper(folder).lock
    if text is None:
        return {}
    lock = read_lock(text)
    promised = {
        f"{TEXTS}/{d.id}.html": tuple(u.id for u in (*d.paragraphs, *d.headings)) + tuple(d.aliases)
        for d in lock.documents
    }
    return promised | {f"{FORMULATIONS}/{name}.html": () for name in lock.formulations}
