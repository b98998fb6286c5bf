"""``hujian``: the table of commands. A command is loaded when it is called, not when the program starts."""

from __future__ import annotations

import importlib
from typing import Final

import click

from hujian import __version__
from hujian.cli.help import ChineseCommand

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "build": ("build", "生成网站。"),
    "serve": ("serve", "在本机预览网站，文本一改就自动更新。"),
    "catalog": ("catalog", "写出编目表 catalog.csv，可用 Excel 修改，改过的内容一直有效。"),
    "lock": ("lock", "登记网址：写出 addresses.lock.json，公布过的网址从此不变。"),
    "verify": ("verify", "核对生成的网站：字字有着落，处处链接通。"),
    "export": ("export", "导出清洁文本、通用 Markdown、全部记录和表格。"),
    "outline": ("records", "输出每篇文本的标题、日期、层级、小标题和段落。"),
    "ledger": ("records", "输出清洗记录：每一处清除与提示。"),
    "findings": ("records", "输出需要编目员留意的问题。"),
    "matches": ("records", "输出两篇文本之间相同或相近的段落。"),
    "formulations": ("records", "输出反复出现的提法及其全部出处。"),
    "families": ("records", "输出三篇以上文本共有的段落及其全部出处。"),
    "coverage": ("records", "输出每两篇文本之间，一篇有多少文字见于另一篇。"),
    "copies": ("records", "输出几乎相同的文件。"),
}
"""Name -> (module of this package, what it does). The module holds the command under the same name."""


class Commands(ChineseCommand, click.Group):
    """Knows the names and lines of help of all commands without loading any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module, line = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"hujian.cli.{module}"), cmd_name)
        assert isinstance(command, click.Command)
        command.help = line
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands,
    help="把一文件夹中文文本做成彼此呼应、可以检索的静态网站。",
    epilog="各命令的用法：hujian 命令 --help",
    invoke_without_command=True,
    no_args_is_help=False,
    options_metavar="",
    subcommand_metavar="命令 [选项]",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="hujian", message="%(prog)s %(version)s", help="显示版本。")
@click.pass_context
def hujian(ctx: click.Context) -> None:
    """Group of all commands; alone it shows its help."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
