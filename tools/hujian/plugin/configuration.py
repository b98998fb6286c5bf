"""mkdocs.yml as a build uses it, and what is wrong with it, in Chinese."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from hujian.errors import ConfigError

_WRONG: Final = {
    "docs_dir": "文本文件夹不存在，或者就是 mkdocs.yml 所在的文件夹",
    "site_dir": "网站文件夹与文本文件夹重叠",
    "theme": "主题没有安装，或 custom_dir 指的文件夹不存在",
    "plugins": "有一个插件没有安装，或插件的选项不对",
    "markdown_extensions": "有一个 Markdown 扩展没有安装，或扩展的选项不对",
    "dev_addr": "预览地址应写成 IP:端口，例如 127.0.0.1:8000",
    "site_url": "网址应以 http:// 或 https:// 开头",
    "site_name": "缺少网站名称",
    "nav": "导航的写法不对",
}


def load(file: Path, content: Path | None = None, **options: Any) -> MkDocsConfig:  # noqa: ANN401
    """Read and check mkdocs.yml.

    Args:
        file: mkdocs.yml.
        content: the content folder, in the place of its docs_dir.
        options: other values of mkdocs.yml to be replaced; None leaves what stands there.

    Raises:
        ConfigError: if a build could not work with it.
    """
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as opened:
            config.load_file(opened)
    except (ConfigurationError, ValueError, TypeError, AttributeError) as error:
        # PyYAML raises all of these: 2024-99-99, say, is a date for it, and there is no such date
        raise ConfigError(f"{file.name} 不是合格的 YAML 文件{_line(error)}。", "请改正后再试。") from error
    given = {"docs_dir": absolute(content), **options}
    config.load_dict({name: value for name, value in given.items() if value is not None})
    errors, _ = config.validate()
    for key, wrong in errors:
        raise ConfigError(_sentence(file, key, wrong), "请改正后再试。")
    return config


def absolute(path: Path | None) -> str | None:
    """A path that does not depend on where mkdocs.yml is."""
    return os.path.abspath(path) if path is not None else None  # noqa: PTH100  symlinks stay as given


def sources(config: MkDocsConfig) -> tuple[Path, Path | None, tuple[Path, ...]]:
    """What a site is made from: the folders of the texts, of mkdocs.yml, and of templates."""
    file = config.config_file_path
    return Path(config.docs_dir), Path(file).parent if file else None, tuple(map(Path, config.theme.dirs))


def _sentence(file: Path, key: str, error: Exception) -> str:
    if key in _WRONG:
        return f"{file.name} 中 {key} 的值不能用：{_WRONG[key]}。"
    return f"{file.name} 中 {key} 的值不能用（MkDocs 的原话：{error}）。"


def _line(error: BaseException) -> str:
    """Where the YAML breaks, as far as the parser knows."""
    mark = getattr(error, "problem_mark", None) or getattr(error.__context__, "problem_mark", None)
    return f"（第 {mark.line + 1} 行附近）" if mark else ""
