"""Hold a built site to everything that can be measured on its pages.

python -m audit [--content DIR]      build its site and audit it; exit 1 on any fault
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from audit import lighthouse, links, validity, visits
from audit.pages import largest_document
from audit.server import behind_nginx
from browser.chromium import ADVICE, find_chromium, launch

Faults = Iterator[str]
# The least that is accepted. The aim is 100 throughout; speed was measured on a machine with five times as
# much work as it has processors: 100 for the home page, 98 for the largest document.
_SCORES = dict.fromkeys(lighthouse.CATEGORIES, 100) | {"performance": 97}


def _invalid(site: Path, _base: str, _folder: Path) -> Faults:
    yield from validity.errors(site)


def _broken_links(site: Path, _base: str, _folder: Path) -> Faults:
    followed, broken = links.follow(site)
    yield from broken
    if not followed:
        yield "no link was followed"


def _links_abroad(site: Path, _base: str, _folder: Path) -> Faults:
    yield from links.abroad(site)


def _scenes(site: Path, base: str, _folder: Path) -> Faults:
    with sync_playwright() as playwright:
        browser = launch(playwright, _chromium())
        yield from visits.faults(browser, base, site)
        browser.close()


def _scores(site: Path, base: str, folder: Path) -> Faults:
    for address in ("index.html", largest_document(site)):
        scores = lighthouse.scores(f"{base}/{address}", _chromium(), folder)
        print(f"  {address}: {'，'.join(f'{name} {score}' for name, score in scores.items())}")
        for name, score in scores.items():
            if score < _SCORES[name]:
                yield f"{address}: {name} {score} < {_SCORES[name]}"


CHECKS: tuple[tuple[str, Callable[[Path, str, Path], Faults]], ...] = (
    ("HTML 合乎标准（vnu）", _invalid),
    ("站内链接和锚点都通（lychee）", _broken_links),
    ("没有指向外站的地址", _links_abroad),
    ("各页各态：无障碍（axe）、版面不跳动、不请求外站、控制台无错", _scenes),
    ("手机评分（Lighthouse）", _scores),
)


def _chromium() -> str:
    path = find_chromium()
    if path is None:
        raise SystemExit(ADVICE)
    return path


def audit(site: Path, folder: Path) -> int:
    """Run every check; print what is wrong. Returns the number of faults."""
    count = 0
    with behind_nginx(site, folder) as base:
        for name, check in CHECKS:
            print(f"{name}……", flush=True)
            for fault in check(site, base, folder):
                count += 1
                print(f"  × {fault}", flush=True)
    print(f"共 {count} 处不合格。" if count else "全部合格。")
    return count


def main() -> int:
    parser = argparse.ArgumentParser(prog="audit", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    content = parser.parse_args().content
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx reads the site as another user
        site = folder / "site"
        build = [sys.executable, "-m", "hujian", "build", "--quiet", "--content", content, "--site", site]
        if code := subprocess.run(list(map(str, build)), check=False).returncode:
            return code
        return min(1, audit(site, folder))


if __name__ == "__main__":
    sys.exit(main())
