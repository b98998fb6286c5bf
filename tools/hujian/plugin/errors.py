"""Errors on their way through MkDocs, which knows only its own kinds."""

from __future__ import annotations

from mkdocs.exceptions import PluginError

from hujian.errors import ConfigError, HujianError, StrictError, refused


def explained(error: HujianError) -> PluginError:
    """What ``mkdocs`` shows as one line instead of a traceback."""
    shown = PluginError(str(error))
    shown.__cause__ = error
    return shown


def cause_of(error: BaseException) -> HujianError:
    """The user's mistake behind an exception of MkDocs."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, HujianError):
            return seen
        if isinstance(seen, OSError):
            return refused(seen)
        seen = seen.__cause__ or seen.__context__
    if "in strict mode" in str(error):
        return StrictError("严格模式：手写页面有问题，没有生成。", "请按上面的提醒改正。")
    return ConfigError(f"MkDocs 未能完成（{error}）。", "请检查 mkdocs.yml 和手写的 .md 页面。")
