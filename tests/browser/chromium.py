"""Debian's Chromium, as the browser tests and the audit start it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from playwright.sync_api import Browser, Playwright

ADVICE = (
    "Chromium is missing; the browser tests need it and a Chinese font. On Debian and Ubuntu: "
    "sudo apt-get install -y chromium fonts-noto-cjk"
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SHELLS = ("chromium-headless-shell", "chrome-headless-shell")


def find_chromium() -> str | None:
    """Where the browser is, if there is one."""
    return _first(_NAMES)


def find_headless() -> str | None:
    """The same browser without the program around it, which opens a page in half the time; else the whole."""
    return _first((*_SHELLS, *_NAMES))


def _first(names: Sequence[str]) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def launch(playwright: Playwright, path: str) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=FLAGS)
