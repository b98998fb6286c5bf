"""``hujian serve``."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from hujian.cli.options import config_option, content_option, find_config, find_content
from hujian.plugin import serve_site


@click.command(help="在本机预览网站，文本一改就自动更新。")
@content_option
@click.option("--address", metavar="IP:PORT", help="监听的地址（默认 127.0.0.1:8000）。")
@config_option
def serve(content: Path | None, address: str | None, config: Path | None) -> None:
    """Serve with live reload."""
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    file = find_config(config)
    serve_site(file, find_content(file, content), address)
