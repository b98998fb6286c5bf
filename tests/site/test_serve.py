"""Live reload: a text is saved, the page follows."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import CONTENT, ROOT, run_hujian


def test_a_saved_text_appears_and_nothing_reloads_for_ever(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    shutil.copy(CONTENT / "2024-03-national.txt", content / "a.txt")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "hujian", "serve", "--content", str(content), "--address", address]
    log = tmp_path / "log"
    out = log.open("w", encoding="utf-8")
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=out, stderr=out, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )
    try:
        wait_for(f"http://{address}/texts/a.html", "article")
        before = state_of(content)
        with (content / "a.txt").open("a", encoding="utf-8") as file:
            file.write("\n　　新添的一段。\n")
        saved = state_of(content)
        wait_for(f"http://{address}/texts/a.html", "新添的一段。")
        assert re.search(r"^正在留意改动：[^'\n]+$", log.read_text("utf-8"), re.MULTILINE)
        assert state_of(content) == saved != before  # a build that writes into the folder starts the next one
        (tmp_path / "index.md").write_bytes(bytes(range(256)))  # no text in any encoding
        (tmp_path / "index.md").replace(content / "index.md")  # at once: half a file would be a build more
        wait_until(lambda: "别的页面在改正以前打不开" in log.read_text("utf-8"))
        with pytest.raises(TimeoutError):  # MkDocs answers only when a build has succeeded
            urllib.request.urlopen(f"http://{address}/", timeout=2)
        (content / "index.md").unlink()
        wait_until(lambda: log.read_text("utf-8").count("浏览器中的页面已更新") >= 2)
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(20) in {0, 130}
    said = log.read_text("utf-8")
    assert f"请用浏览器打开 http://{address}/" in said
    assert said.count("正在生成网站……") == 4  # the first one, and one for each of three changes
    assert "错误：手写页面 index.md 的编码无法辨认" in said
    assert "Traceback" not in said
    assert not re.findall(r"[A-Za-z]+ [A-Za-z]+", said.replace("hujian findings", ""))  # no English sentence


def test_a_busy_port_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一段文字。\n", "utf-8")
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        done = run_hujian("serve", "--content", tmp_path, "--address", f"127.0.0.1:{port}")
    assert done.returncode == 6
    assert done.stderr.splitlines()[-1].startswith("错误：端口已被占用。请用 --address 换一个端口")


def state_of(folder: Path) -> dict[str, int]:
    """What a live preview watches: names and times of all files."""
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not true():
        assert time.monotonic() < until
        time.sleep(0.2)


def wait_for(url: str, words: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url) as answer:
                if words in answer.read().decode("utf-8"):
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.2)
    raise AssertionError(f"{url} does not show {words}")
