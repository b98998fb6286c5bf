"""Whole folders: a site is replaced in one step, so that its readers never meet half of one."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hujian.errors import ConfigError, MachineError, reason_of
from hujian.store.carrying import carry_over
from hujian.store.signature import is_site, own_files, sign


def check_apart(site: Path, content: Path, project: Path | None = None, themes: Iterable[Path] = ()) -> None:
    """Make sure that a site does not overwrite what it is made from.

    Args:
        site: where it is to be put.
        content: the folder of the texts.
        project: the folder of mkdocs.yml. A site may lie in it, but not hold it.
        themes: folders of templates.

    Raises:
        ConfigError: if it would.
    """
    for name, folder in (("文本文件夹", content), *(("主题文件夹", theme) for theme in themes)):
        if _holds(site, folder) or _holds(folder, site):
            raise ConfigError(f"网站文件夹 {site} 与{name} {folder} 重叠。", "请把网站输出到另一个文件夹。")
    if project is not None and _holds(site, project):
        raise ConfigError(
            f"网站文件夹 {site} 就是项目文件夹 {project}，或在它的上层。", "请把网站输出到另一个文件夹。"
        )


def check_site_folder(
    site: Path, content: Path, project: Path | None = None, themes: Iterable[Path] = ()
) -> None:
    """Make sure that a site may be put where the user says.

    Args:
        site: there.
        content: see ``check_apart``, as the others.
        project: its folder.
        themes: their folders.

    Raises:
        ConfigError: if it would overwrite something that is not a site, or what sites are made from.
    """
    check_apart(site, content, project, themes)
    if site.exists() and not site.is_dir():
        raise ConfigError(f"{site} 是一个文件，不能作为网站文件夹。", "请换一个名称。")
    if site.is_dir() and any(site.iterdir()):
        if not is_site(site):
            raise ConfigError(f"文件夹 {site} 里有别的文件，不像是以前生成的网站。", "请换一个空文件夹。")
        own_files(site, site)  # can be told: better known now than when the new site has been built


def workshop(site: Path) -> Path:
    """Where a site is built before it takes its place; empty.

    If the last build was killed while it replaced the site, the old site is put back first.
    """
    built, old = _beside(site, "building"), _beside(site, "old")
    if old.is_dir() and not site.exists():
        with suppress(OSError):
            old.rename(site.resolve())
    _remove(built)
    return built


def put_in_place(built: Path, site: Path) -> tuple[str, ...]:
    """Let a built site take the place of the old one.

    Returns:
        What was in the folder without being ours, and is in it still.

    Raises:
        ConfigError: if the new site has a file in the place of one that is not ours.
        MachineError: if the old one cannot be moved away. In both cases it is left as it was.
    """
    place, old = site.resolve(), _beside(site, "old")
    try:
        sign(built, hidden=True)
        kept = carry_over(place, built) if place.is_dir() else ()
        _remove(old)
        if place.exists():
            place.rename(old)
        try:
            built.rename(place)
        except OSError:
            if old.exists():
                old.rename(place)
            raise
    except OSError as error:
        at = f"{error.filename}：" if error.filename not in {None, str(place), str(built)} else ""
        raise MachineError(
            f"无法替换网站文件夹 {site}（{at}{reason_of(error)}）。",
            "请关闭正在使用其中文件的程序，检查权限后再试。",
        ) from error
    _remove(old)
    return kept


def _beside(site: Path, role: str) -> Path:
    """A folder on the same disk; where the site is a link, beside what it points to: the link stays."""
    place = site.resolve()
    return place.with_name(f".{place.name}.{role}")


def _holds(folder: Path, other: Path) -> bool:
    """Whether two folders are the same, or one lies in the other."""
    return other.resolve().is_relative_to(folder.resolve())


def _remove(folder: Path) -> None:
    """Remove a folder as far as the system lets us.

    Windows does not remove what is read-only, as the files are that git keeps.
    """
    shutil.rmtree(folder, ignore_errors=True)
    if not folder.exists():
        return
    for path in folder.rglob("*"):
        if not path.is_symlink():
            with suppress(OSError):
                path.chmod(path.stat().st_mode | stat.S_IWUSR)
    shutil.rmtree(folder, ignore_errors=True)
