"""Options that several commands share, and where things are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from hujian.errors import ConfigError, ContentError
from hujian.settings import CACHE_FOLDER
from hujian.store import Cache, cache_of

_MAY_SET_CACHE: Final = re.compile(rb"\b(?:cache|INHERIT)\b")  # an mkdocs.yml, or the one that it builds on

FOLDER = click.Path(path_type=Path)

content_option = click.option(
    "--content", metavar="DIR", type=FOLDER, help="文本文件夹（默认取 mkdocs.yml 的 docs_dir）。"
)
config_option = click.option(
    "--config",
    metavar="FILE",
    type=FOLDER,
    help="mkdocs.yml 的位置（默认在当前文件夹，其次在程序所在的项目）。",
)
quiet_option = click.option("--quiet", is_flag=True, help="不显示进度，也不报告完成。")


def find_config(config: Path | None) -> Path:
    """The mkdocs.yml to use.

    Raises:
        ConfigError: if there is none.
    """
    project = Path(__file__).parents[3]
    candidates = [config] if config else [Path("mkdocs.yml"), project / "mkdocs.yml"]
    for candidate in candidates:
        if candidate.is_file():
            return candidate.resolve()
    raise ConfigError(
        f"找不到 {candidates[0]}。", "请在项目文件夹中运行，或用 --config 指明 mkdocs.yml 的位置。"
    )


def find_content(config: Path, content: Path | None) -> Path:
    """The content folder to use.

    Raises:
        ContentError: if it is not a folder.
    """
    folder = content if content is not None else _configured(config)
    if not folder.is_dir():
        raise ContentError(f"找不到文本文件夹 {folder}。", "请检查路径，或用 --content 指明文件夹。")
    return folder


def find_cache(config: Path, content: Path) -> Cache:
    """Results of earlier runs, where mkdocs.yml says.

    Raises:
        ConfigError: if mkdocs.yml has to be asked and is wrong.
    """
    if not _MAY_SET_CACHE.search(config.read_bytes()):
        return cache_of(config.parent, CACHE_FOLDER)
    from hujian.plugin import remembered  # noqa: PLC0415  MkDocs takes long to load: only when it is asked

    return remembered(config, content)


def _configured(config: Path) -> Path:
    from hujian.plugin import content_folder  # noqa: PLC0415  MkDocs takes long to load: only when it is asked

    return content_folder(config)
