"""``hujian serve``."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import click

from hujian.cli.help import ChineseCommand
from hujian.cli.options import config_option, content_option, find_config, find_content
from hujian.plugin import serve_site


def _address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """An address at which this machine can listen."""
    if value is None:
        return None
    host, _, port = value.rpartition(":")
    try:
        known = host == "localhost" or bool(ipaddress.ip_address(host))
    except ValueError:
        known = False
    if not known or not port.isascii() or not port.isdigit() or not 0 < int(port) <= 0xFFFF:
        raise click.BadParameter(f"“{value}”不是 IP:端口（端口为 1 至 65535），例如 127.0.0.1:8000。")
    return value


@click.command(cls=ChineseCommand)
@content_option
@click.option("--address", metavar="IP:PORT", callback=_address, help="监听的地址（默认 127.0.0.1:8000）。")
@config_option
def serve(content: Path | None, address: str | None, config: Path | None) -> None:
    """Serve with live reload."""
    file = find_config(config)
    serve_site(file, find_content(file, content), address)
