"""Debian's Chromium, as the browser tests and the audit start it."""

from __future__ import annotations

import shutil

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


def find_chromium() -> str | None:
    """Where the browser is, if there is one."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def launch(playwright: Playwright, path: str) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=FLAGS)
