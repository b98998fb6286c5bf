"""Fixtures that every test may use."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from hujian.cli import main

# No deadline: time is measured in `make bench`, never in a test. The same examples in every run.
settings.register_profile("hujian", deadline=None, derandomize=True)
settings.load_profile("hujian")

# In the background of a shell without job control an interrupt is ignored, and so it would be by the programs
# that the tests start: those are to be interrupted as if they were in the foreground.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew; read the diff")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five real texts; they are no part of the repository."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("../shared/seeds is absent: the five real texts are not tested; content/ is")
    return folder


def run_hujian(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "hujian", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def call_hujian(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The same in this process: what it prints and its exit code, without the time to start another one."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    code: object = 0
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(list(map(str, arguments)))
        except SystemExit as stop:
            code = stop.code
    assert isinstance(code, int)
    said, complained = (stream.buffer.getvalue().decode() for stream in (out, err))  # type: ignore[attr-defined]
    return subprocess.CompletedProcess([], code, said, complained)


def build(content: Path, site: Path, **environment: str) -> Path:
    done = run_hujian("build", "--content", content, "--site", site, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of content/, built once."""
    return build(CONTENT, tmp_path_factory.mktemp("sample") / "site")


@pytest.fixture(scope="session")
def seeds_site(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the five real texts, built once."""
    return build(seeds, tmp_path_factory.mktemp("seeds") / "site")
