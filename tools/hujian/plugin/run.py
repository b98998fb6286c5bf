"""Building and serving without typing ``mkdocs``: what the command line calls."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from hujian.errors import ConfigError
from hujian.model import Collection
from hujian.plugin.errors import cause_of
from hujian.plugin.hooks import HujianPlugin
from hujian.store import check_site_folder, put_in_place, workshop


def build_site(
    config_file: Path,
    content: Path | None,
    site: Path | None,
    strict: bool,
    progress: Callable[[str, float], None],
) -> tuple[Path, Collection]:
    """Build a site as ``mkdocs build`` does, aside, and let it take its place when it is whole.

    Returns:
        The site's folder and what is in it.

    Raises:
        HujianError: for anything that a user can mend.
    """
    config = _load(config_file, content, site, strict)
    plugin = _plugin_of(config)
    plugin.progress = progress
    target = Path(config.site_dir)
    check_site_folder(target, Path(config.docs_dir))
    built = workshop(target)
    config.site_dir = str(built)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        put_in_place(built, target)
    except (BuildError, Abort, OSError) as error:
        raise cause_of(error) from error
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(built, ignore_errors=True)  # gone already unless something went wrong
    return target, plugin.collection


def serve_site(config_file: Path, content: Path | None, address: str | None) -> None:
    """Serve a site with live reload until interrupted.

    Raises:
        HujianError: for anything that a user can mend.
    """
    try:
        mkdocs_serve(str(config_file), docs_dir=_absolute(content), dev_addr=address)
    except (BuildError, Abort, OSError) as error:
        raise cause_of(error) from error


def content_folder(config_file: Path, content: Path | None) -> Path:
    """The content folder that a build would use."""
    return Path(_load(config_file, content, None, strict=False).docs_dir)


def _load(config_file: Path, content: Path | None, site: Path | None, strict: bool) -> MkDocsConfig:
    options: dict[str, Any] = {
        "docs_dir": _absolute(content),
        "site_dir": _absolute(site),
        "strict": strict or None,
    }
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        return load_config(str(config_file), **options)
    except (ConfigurationError, Abort) as error:
        detail = "；".join(heard.messages) or str(error)
        raise ConfigError(f"{config_file.name} 无法使用：{detail}。", "请改正后再试。") from error
    finally:
        logger.removeHandler(heard)


class _Heard(logging.Handler):
    """Remembers what MkDocs says is wrong with the configuration."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _plugin_of(config: MkDocsConfig) -> HujianPlugin:
    plugin = config.plugins.get("hujian")
    if not isinstance(plugin, HujianPlugin):
        raise ConfigError("mkdocs.yml 没有启用 hujian 插件。", "请在 plugins 下加上一行“- hujian”。")
    return plugin


def _absolute(path: Path | None) -> str | None:
    return os.path.abspath(path) if path is not None else None  # noqa: PTH100  symlinks stay as given
