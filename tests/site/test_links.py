"""Every link of a whole site, followed by a checker that is not ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

LYCHEE = Path(sys.executable).with_name("lychee")


@pytest.fixture(scope="module", params=["sample_site", "seeds_site"])
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_lychee_finds_no_broken_link_or_anchor(site: Path) -> None:
    command = [
        LYCHEE,
        "--offline",
        "--include-fragments",
        "--no-progress",
        "--format",
        "json",
        "--root-dir",
        site,
        site,
    ]
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["total"] > 500
    assert report["error_map"] == {}
    assert done.returncode == 0


def test_nothing_on_a_page_loads_from_or_leads_to_another_host(site: Path) -> None:
    abroad = []
    for page in site.rglob("*.html"):
        for node in LexborHTMLParser(page.read_text("utf-8")).css(
            "[src], [href], [action], [srcset], [poster]"
        ):
            for name in ("src", "href", "action", "srcset", "poster"):
                link = urlsplit(node.attributes.get(name) or "")
                if link.netloc or link.scheme not in {"", "data"}:
                    abroad.append((page.name, node.tag, link.geturl()))
    assert abroad == []


def test_cross_references_lead_both_ways(site: Path) -> None:
    """What a place points to points back: formulations to their page, parallels to their counterpart."""
    pages = {
        p.relative_to(site).as_posix(): LexborHTMLParser(p.read_text("utf-8")) for p in site.rglob("*.html")
    }
    checked = 0
    for path, page in pages.items():
        if not path.startswith("texts/") or path == "texts/index.html":
            continue
        here = path.removeprefix("texts/")
        for link in page.css("a.hj-f[id]"):
            target, _, fragment = (link.attributes["href"] or "").removeprefix("../").partition("#")
            entry = pages[target].css_first(f'[id="{fragment}"]')
            assert entry is not None
            assert f"../texts/{here}#{link.attributes['id']}" in {
                a.attributes["href"] for a in entry.css("a")
            }
            checked += 1
        for link in page.css("a.hj-back"):
            target, _, fragment = (link.attributes["href"] or "").partition("#")
            name = target.removeprefix("../texts/")
            counterpart = pages[f"texts/{name}"].css_first(f'[id="{fragment}"]')
            assert counterpart is not None
            back = {(a.attributes["href"] or "") for a in counterpart.css("a.hj-back")}
            assert back == {f"../texts/{here}#{fragment}"}
            checked += 1
    assert checked > 50
