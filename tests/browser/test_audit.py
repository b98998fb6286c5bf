"""Every scene of the sample site: accessible after axe, nothing shifts, no other host, no complaint.

`make audit` looks at the other sizes and colour schemes, and at much more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.scenes import Scene, scenes_of
from audit.visits import faults_in

OPENED = {"search open", "search page", "drawer", "selection", "basket", "arrival"}
OPENED |= {"panel", "preview", "comparison"}
WRONG = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>错</title>
<main><h1>错</h1><img src="http://192.0.2.1"><p>段落</p></main>
<script>
const wrong = () => { document.querySelector('h1').style.paddingBottom = '200px'; nothing(); };
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(wrong))); // once it is painted
</script>"""


@pytest.mark.parametrize("scheme", ["http"])
@pytest.mark.parametrize(("size", "colours"), [("desk", "light"), ("phone", "dark")])
def test_nothing_is_wrong_in_any_scene(
    chromium: Browser, serve: Callable[[Path], str], sample_site: Path, size: str, colours: str
) -> None:
    scenes = scenes_of(sample_site)
    assert {scene.name for scene in scenes} >= OPENED
    scenes = [scene for scene in scenes if scene.only in {"", size}]
    assert list(faults_in(chromium, serve(sample_site), scenes, size, colours)) == []


@pytest.mark.parametrize("scheme", ["http"])
def test_what_is_wrong_is_told(chromium: Browser, serve: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text(WRONG, "utf-8")
    told = "\n".join(faults_in(chromium, serve(tmp_path), [Scene("wrong", "wrong.html")], "desk", "light"))
    for fault in (
        "image-alt",
        "layout shift",
        "other host: http://192.0.2.1",
        "nothing is not defined",
    ):
        assert fault in told
