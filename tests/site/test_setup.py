"""make setup in a keeper's hands: what it says when it cannot go on."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT

PIP = """#!/bin/sh
case "$*" in
*"import pip"*) exit 0 ;;
*) echo "{line}" >&2; exit 1 ;;
esac
"""


def run(folder: Path, python: str = "python3") -> subprocess.CompletedProcess[str]:
    command = ["sh", str(ROOT / "tools" / "setup" / "venv.sh"), python, "requirements.lock"]
    return subprocess.run(
        command, cwd=folder, env=os.environ, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("WARNING: Retrying after NewConnectionError: Temporary failure in name resolution", "连不上软件源"),
        ("ERROR: No matching distribution found for mkdocs==1.6.1", "软件源里没有需要的软件包"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "与锁定的校验值不符"),
        ("ERROR: [Errno 28] No space left on device", "磁盘已满"),
        ("ERROR: something else", "安装没有完成"),
    ],
)
def test_a_failed_installation_is_one_chinese_sentence(line: str, words: str, tmp_path: Path) -> None:
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PIP.format(line=line), "utf-8")
    python.chmod(0o755)
    done = run(tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("错误：")
    assert words in done.stderr
    assert "install.log" in done.stderr
    assert line in (tmp_path / ".venv" / "install.log").read_text("utf-8")


def test_a_missing_or_old_python_is_told(tmp_path: Path) -> None:
    assert "找不到 python9" in run(tmp_path, "python9").stderr
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\ntest $1 = --version && echo Python 3.9.2 && exit 0\nexit 1\n", "utf-8")
    old.chmod(0o755)
    assert "需要 Python 3.11 或更新版本，现有 Python 3.9.2" in run(tmp_path, str(old)).stderr


@pytest.mark.parametrize("moved", [True, False])
def test_an_installation_that_was_moved_is_made_anew(moved: bool, tmp_path: Path) -> None:
    folder = tmp_path / "我的 文集"
    (folder / "tools" / "setup").mkdir(parents=True)
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name in ("Makefile", "requirements.lock", "pyproject.toml", "tools/setup/venv.sh"):
        shutil.copy(ROOT / name, folder / name)
    home = "/elsewhere" if moved else str(folder)
    script = f'#!/bin/sh\n\'\'\'exec\' "{home}/.venv/bin/python" "$0" "$@"\n'  # as pip writes it
    (folder / ".venv" / "bin" / "hujian").write_text(script, "utf-8")
    (folder / ".venv" / "runtime").touch()
    make = shutil.which("make")
    assert make is not None
    command = [make, "--no-print-directory", "--dry-run", "site"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True)
    assert ("rm -rf .venv" in done.stdout) == moved
    assert ("venv.sh" in done.stdout) == moved
    assert "hujian build" in done.stdout


def test_make_help_is_chinese() -> None:
    make = shutil.which("make")
    assert make is not None
    done = subprocess.run(
        [make, "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    lines = done.stdout.splitlines()
    assert len(lines) > 8
    assert all(any("\u4e00" <= c <= "\u9fff" for c in line) for line in lines)
