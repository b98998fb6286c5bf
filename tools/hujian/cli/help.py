"""Help pages in Chinese: click's own words stand in these few places."""

from __future__ import annotations

from typing import Final

import click

_HEADINGS: Final = {"Options": "选项", "Commands": "命令", "Positional arguments": "参数"}


class ChineseFormatter(click.HelpFormatter):
    """Writes the words between what the commands say of themselves."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how to call a command."""
        super().write_usage(
            prog, args.replace("[OPTIONS]", "[选项]"), prefix if prefix is not None else "用法："
        )

    def write_heading(self, heading: str) -> None:
        """The line above options, arguments or commands."""
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")


class ChineseContext(click.Context):
    """Makes every help page with the formatter above."""

    formatter_class = ChineseFormatter


class ChineseCommand(click.Command):
    """A command whose help page is in Chinese."""

    context_class = ChineseContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with a Chinese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明。"
        return option
