"""Live reload: a text is saved, the page follows."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from conftest import CONTENT, ROOT


def test_a_saved_text_appears_and_nothing_reloads_for_ever(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    shutil.copy(CONTENT / "2024-03-national.txt", content / "a.txt")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "hujian", "serve", "--content", str(content), "--address", address]
    log = (tmp_path / "log").open("w+", encoding="utf-8")
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=log, stderr=log, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )
    try:
        wait_for(f"http://{address}/texts/a.html", "article")
        with (content / "a.txt").open("a", encoding="utf-8") as file:
            file.write("\n　　新添的一段。\n")
        wait_for(f"http://{address}/texts/a.html", "新添的一段。")
        time.sleep(2)  # a build that wrote into the folder would have started the next one by now
        log.seek(0)
        assert log.read().count("Building documentation") == 2
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(20) in {0, 130}


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
