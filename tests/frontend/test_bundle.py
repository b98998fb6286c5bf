"""The committed bundle is what the sources say, and the sources are sound."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from .conftest import FRONTEND, ROOT, Run

ASSETS = ROOT / "overrides" / "assets"


def test_bundle_is_current(node: Run) -> None:
    done = node("build.mjs", "--check")
    assert done.returncode == 0, done.stderr


def test_types(node: Run) -> None:
    done = node("node_modules/typescript/bin/tsc", "--noEmit")
    assert done.returncode == 0, done.stdout


def test_units(node: Run) -> None:
    done = node("--test", "test/*.test.ts")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "forbidden", ["fetch(", "import(", "new Worker", "WebAssembly", "eval(", "http:", "https:"]
)
def test_script_does_nothing_that_fails_on_disk_or_leaves_the_site(forbidden: str) -> None:
    assert forbidden not in (ASSETS / "hujian.js").read_text("utf-8")


def test_stylesheet_loads_nothing() -> None:
    assert not re.search(r"url\(|@import|@font-face", (ASSETS / "hujian.css").read_text("utf-8"))


def test_lines_under_words_are_told_one_property_at_a_time() -> None:
    """Safari drops the shorthand with anything but the kind of line in it, and the line with it."""
    css = (ASSETS / "hujian.css").read_text("utf-8")
    assert set(re.findall(r"text-decoration:([^;}]*)", css)) == {"none", "underline"}


def test_punctuation_keeps_its_width() -> None:
    """Named as the theme names it, kerning halves the punctuation of Noto's CJK fonts in Firefox."""
    css = (ASSETS / "hujian.css").read_text("utf-8")
    assert re.findall(r"([^{}]*)\{font-feature-settings:([^;}]*)", css) == [("body,input", "normal")]


def test_lock_file_names_no_host() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text("utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
    assert all(package.get("integrity") for name, package in lock["packages"].items() if name)


@pytest.mark.parametrize("limit", [("hujian.js", 40_000), ("hujian.css", 20_000)])
def test_bundle_stays_small(limit: tuple[str, int]) -> None:
    """Bytes as a server sends them."""
    name, most = limit
    assert len(gzip.compress((ASSETS / name).read_bytes())) <= most
