"""What commands work on: the collection in a folder, and the project that it belongs to."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate

from hujian import pipeline
from hujian.cli.options import (
    config_option,
    content_option,
    find_cache,
    find_config,
    find_content,
    quiet_option,
)
from hujian.model import Collection, Progress


@dataclass(frozen=True, slots=True)
class Workplace:
    """What the options that nearly all commands have say."""

    config: Path  # the project's mkdocs.yml
    folder: Path  # of the texts
    quiet: bool

    def collect(self, progress: Progress) -> Collection:
        """The collection in the folder, with what the project remembers of it."""
        return pipeline.collect(self.folder, find_cache(self.config, self.folder), progress)


def on_collection(function: Callable[Concatenate[Workplace, ...], None]) -> Callable[..., None]:
    """Give a command --content, --config and --quiet, and hand it what they say as one ``Workplace``."""

    @content_option
    @config_option
    @quiet_option
    @functools.wraps(function)
    def command(content: Path | None, config: Path | None, quiet: bool, **others: object) -> None:
        file = find_config(config)
        function(Workplace(file, find_content(file, content), quiet), **others)

    return command
