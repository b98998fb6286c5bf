"""Every link and anchor of a whole site, followed by a checker that is not ours; and links to other hosts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

_LYCHEE = Path(sys.executable).with_name("lychee")
_OPTIONS = ("--offline", "--include-fragments", "--no-progress", "--format", "json")
_ADDRESSES = ("src", "href", "action", "srcset", "poster")


def follow(site: Path) -> tuple[int, list[str]]:
    """Number of links followed, and one line for each that leads nowhere."""
    command = [_LYCHEE, *_OPTIONS, "--root-dir", site, site]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    broken = [
        f"{Path(page).name}: {error['url']}"
        for page, errors in report["error_map"].items()
        for error in errors
    ]
    return int(report["total"]), broken


def abroad(site: Path) -> list[str]:
    """One line for each address on a page that is not the site's own."""
    found = []
    for page in sorted(site.rglob("*.html")):
        for node in LexborHTMLParser(page.read_text("utf-8")).css(
            ", ".join(f"[{name}]" for name in _ADDRESSES)
        ):
            for name in _ADDRESSES:
                link = urlsplit(node.attributes.get(name) or "")
                if link.netloc or link.scheme not in {"", "data"}:
                    found.append(f"{page.name}: {node.tag} {link.geturl()}")
    return found
