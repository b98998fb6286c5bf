"""Visits every scene in each colour scheme and size, and tells whatever is wrong there."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route

from audit.axe import violations
from audit.scenes import Scene, scenes_of
from browser.chromium import DESKTOP, PHONE

SIZES = {
    "desk": {"viewport": DESKTOP},
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True, "device_scale_factor": 2},
}
SCHEMES = ("light", "dark")
_PATIENCE = 20_000  # ms: what happens, not how fast on a busy machine
_SETTLED = 300  # ms without anything happening; what would shift late shifts then
_LATE = 0.25  # s
# Kept by the page itself from its start; shifts within half a second of what a reader did are wanted.
_SHIFTS = """
window.auditShifts = [];
const element = (node) => `${node.nodeName}.${node.className || node.id || ''}`;
const text = (node) => `${node.parentNode ? element(node.parentNode) : ''} "${node.data}"`;
const name = ({ node }) => !node ? '?' : node.nodeType === Node.TEXT_NODE ? text(node) : element(node);
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value, sources } of list.getEntries())
    if (!hadRecentInput) window.auditShifts.push([value, ...sources.map(name)]);
}).observe({ type: 'layout-shift', buffered: true });
"""


def faults(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """One line for each thing that is wrong, with the scene, size and colour scheme in which it was seen."""
    scenes = scenes_of(site)
    for size in SIZES:
        for scheme in SCHEMES:
            yield from faults_in(browser, base, [s for s in scenes if s.only in {"", size}], size, scheme)


def faults_in(browser: Browser, base: str, scenes: list[Scene], size: str, scheme: str) -> Iterator[str]:
    """The same for some scenes in one size and colour scheme."""
    for scene in scenes:
        context = watched(browser, SIZES[size], color_scheme=scheme)
        context.route("**/assets/hujian.js", _arrive_late)
        for fault in _visit(context, base, scene):
            yield f"{scene.name} ({size}, {scheme}): {fault}"
        context.close()


def watched(browser: Browser, size: Mapping[str, Any], **options: Any) -> BrowserContext:
    """Windows of a size that note whatever shifts in them."""
    context = browser.new_context(locale="zh-CN", **size, **options)
    context.set_default_timeout(_PATIENCE)
    context.add_init_script(_SHIFTS)
    return context


def shifts_of(page: Page) -> list[str]:
    """One line for each time that something moved that the reader had not moved."""
    return [
        f"layout shift of {value:.4f}: {', '.join(nodes)}"
        for value, *nodes in page.evaluate("window.auditShifts")
    ]


def _visit(context: BrowserContext, base: str, scene: Scene) -> Iterator[str]:
    told: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            told.append(f"console: {message.text}")

    page = context.new_page()
    page.on("console", hear)
    page.on("pageerror", lambda error: told.append(f"script error: {error}"))
    context.on("request", lambda r: None if _ours(r.url, base) else told.append(f"other host: {r.url}"))
    page.goto(f"{base}/{scene.address}", wait_until="load")
    page.wait_for_timeout(_SETTLED)
    yield from shifts_of(page)
    scene.act(page)
    page.wait_for_timeout(_SETTLED)
    yield from violations(page)
    yield from told


def _arrive_late(route: Route) -> None:
    """Let the page be painted before its script runs, as on a slow network: then what shifts is seen."""
    time.sleep(_LATE)
    route.continue_()


def _ours(url: str, base: str) -> bool:
    return url.startswith((f"{base}/", "data:", "blob:"))
