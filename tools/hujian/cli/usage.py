"""click's complaints in Chinese."""

from __future__ import annotations

import click


def usage_message(error: click.ClickException) -> str:
    """One Chinese sentence with a remedy for a mistyped command line."""
    hint = "请用 --help 查看用法。"
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}。{hint}"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"缺少参数 {name}。{hint}"
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"参数 {name} 的值不对：{error.message} {hint}"
        case click.UsageError():
            return f"命令写法不对：{error.format_message()} {hint}"
        case click.FileError():
            return f"无法打开文件 {error.ui_filename}。请检查路径和权限。"
        case _:
            return f"{error.format_message()} {hint}"
