"""Building and serving without typing ``mkdocs``: what the command line calls."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError

from hujian.errors import ConfigError
from hujian.model import Collection, Progress
from hujian.plugin.configuration import absolute, load, sources
from hujian.plugin.errors import cause_of
from hujian.plugin.hooks import HujianPlugin
from hujian.plugin.live import narrated
from hujian.store import Cache, alone, check_site_folder, put_in_place, workshop


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site on disk."""

    folder: Path
    collection: Collection  # what is in it
    kept: tuple[str, ...]  # files and folders that others put there; they were left in it


def build_site(
    config_file: Path,
    content: Path | None,
    site: Path | None,
    strict: bool,
    progress: Progress,
) -> BuiltSite:
    """Build a site as ``mkdocs build`` does, aside, and let it take its place when it is whole.

    Raises:
        HujianError: for anything that a user can mend.
    """
    if site is not None and content is not None:
        check_site_folder(site, content)  # before MkDocs says the same in English
    config = load(config_file, content, site_dir=absolute(site), strict=strict or None)
    plugin = _plugin_of(config)
    plugin.progress = progress
    target = Path(config.site_dir)
    check_site_folder(target, *sources(config))
    with alone(target):
        kept = _build(config, target)
    return BuiltSite(target, plugin.collection, kept)


def _build(config: MkDocsConfig, target: Path) -> tuple[str, ...]:
    """Build aside, then replace; returns what others put into the site and is in it still."""
    built = workshop(target)
    config.site_dir = str(built)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        with narrated(logging.WARNING):
            mkdocs_build(config)
        return put_in_place(built, target)
    except (BuildError, Abort, OSError) as error:
        raise cause_of(error) from error
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(built, ignore_errors=True)  # gone already unless something went wrong


def serve_site(config_file: Path, content: Path | None, address: str | None) -> None:
    """Serve a site with live reload until interrupted.

    Raises:
        HujianError: for anything that a user can mend.
    """
    _plugin_of(load(config_file, content, dev_addr=address))
    try:
        with narrated(logging.INFO):
            mkdocs_serve(str(config_file), docs_dir=absolute(content), dev_addr=address)
    except (BuildError, Abort, OSError) as error:
        raise cause_of(error) from error


def content_folder(config_file: Path) -> Path:
    """The content folder that a build would use."""
    return Path(load(config_file).docs_dir)


def remembered(config_file: Path, content: Path) -> Cache:
    """Results of earlier runs that a build with this mkdocs.yml and content folder would use."""
    config = load(config_file, content)
    return _plugin_of(config).remembered(config)


def _plugin_of(config: MkDocsConfig) -> HujianPlugin:
    plugin = config.plugins.get("hujian")
    if not isinstance(plugin, HujianPlugin):
        raise ConfigError("mkdocs.yml 没有启用 hujian 插件。", "请在 plugins 下加上一行“- hujian”。")
    if sum(isinstance(other, HujianPlugin) for other in config.plugins.values()) > 1:
        raise ConfigError("mkdocs.yml 把 hujian 插件启用了两次。", "请在 plugins 下只留一行。")
    return plugin
