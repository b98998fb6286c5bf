"""The tree of errors that a user can cause.

    HujianError            caught once, at the top of the command line and of the plugin
    ├── ContentError       the content folder or a file in it cannot be used
    ├── ConfigError        mkdocs.yml or an option is wrong
    ├── StrictError        --strict, and there are findings
    └── VerifyError        the built site does not prove complete

Bad *texts* are never errors: they become a ``Finding`` or are quarantined.
"""

from __future__ import annotations


class HujianError(Exception):
    """A user's mistake, told in Chinese, with a remedy."""

    exit_code = 1

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


class ContentError(HujianError):
    """The content folder, or a keeper's file in it, cannot be used."""

    exit_code = 3


class ConfigError(HujianError):
    """mkdocs.yml or a command line option is wrong."""

    exit_code = 2


class StrictError(HujianError):
    """Findings under ``--strict``."""

    exit_code = 4


class VerifyError(HujianError):
    """The built site is incomplete."""

    exit_code = 5
