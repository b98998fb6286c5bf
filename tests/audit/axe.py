"""axe-core on a page as it stands in the browser: https://github.com/dequelabs/axe-core."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / "tools/frontend/node_modules/axe-core/axe.min.js"


@cache
def _script() -> str:
    return SCRIPT.read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What every rule of axe, best practices included, holds against this page; one line an element."""
    page.evaluate(_script())  # as the inspector does it: the page's policy forbids any script of others
    result = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{violation['id']} {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
