"""click's complaints in Chinese."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

import click

from hujian.cli.commands import COMMANDS

_HINT: Final = "请用 --help 查看用法。"
_EXTRA: Final = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def usage_message(error: click.ClickException) -> tuple[str, str]:
    """A Chinese sentence and a remedy for a mistyped command line."""
    if isinstance(error, click.NoSuchOption):
        return f"没有选项 {error.option_name}。", _meant(error.possibilities)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"没有命令 {error.command_name}。", _meant(get_close_matches(error.command_name, COMMANDS))
    return _what(error), _HINT


def _what(error: click.ClickException) -> str:
    sentence = "命令写法不对。"
    if isinstance(error, click.MissingParameter):
        sentence = f"缺少参数 {_name(error)}。"
    elif isinstance(error, click.BadParameter):
        sentence = f"参数 {_name(error)} 的值不对：{error.message}"
    elif isinstance(error, click.BadOptionUsage):
        wrong = "不接受值" if "does not take" in error.message else "后面缺少值"
        sentence = f"选项 {error.option_name} {wrong}。"
    elif extra := _EXTRA.search(error.message):
        sentence = f"多出了参数 {extra[1]}；路径中有空格时请加引号。"
    return sentence


def _name(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name if param else ""


def _meant(possibilities: list[str] | None) -> str:
    return f"是不是 {' 或 '.join(possibilities)}？{_HINT}" if possibilities else _HINT
