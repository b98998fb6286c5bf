"""Whole folders: a site is replaced in one step, so that its readers never meet half of one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from hujian.errors import ConfigError, MachineError, reason_of

SIGN: Final = "assets/hujian.js"  # every site that this program builds has it


def check_site_folder(site: Path, content: Path) -> None:
    """Make sure that a site may be put where the user says.

    Raises:
        ConfigError: if it would overwrite something that is not a site, or overlap with the texts.
    """
    inner, outer = site.resolve(), content.resolve()
    if inner == outer or inner in outer.parents or outer in inner.parents:
        raise ConfigError(f"网站文件夹 {site} 与文本文件夹 {content} 重叠。", "请把网站输出到另一个文件夹。")
    if site.is_dir() and any(site.iterdir()) and not (site / SIGN).is_file():
        raise ConfigError(
            f"文件夹 {site} 里有别的文件，不像是以前生成的网站；生成网站会清空它。", "请换一个空文件夹。"
        )
    if site.exists() and not site.is_dir():
        raise ConfigError(f"{site} 是一个文件，不能作为网站文件夹。", "请换一个名称。")


def workshop(site: Path) -> Path:
    """Where a site is built before it takes its place; empty."""
    place = site.with_name(f".{site.name}.building")
    shutil.rmtree(place, ignore_errors=True)
    return place


def put_in_place(built: Path, site: Path) -> None:
    """Let a built site take the place of the old one.

    Raises:
        MachineError: if the old one cannot be moved away; it is left as it was.
    """
    old = site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if site.exists():
            site.rename(old)
        try:
            built.rename(site)
        except OSError:
            if old.exists():
                old.rename(site)
            raise
    except OSError as error:
        raise MachineError(
            f"无法替换网站文件夹 {site}（{reason_of(error)}）。",
            "请关闭正在使用其中文件的程序后再试。",
        ) from error
    shutil.rmtree(old, ignore_errors=True)
