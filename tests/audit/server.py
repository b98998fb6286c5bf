"""A site behind nginx, configured as README.md tells."""

from __future__ import annotations

import grp
import os
import pwd
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_README = Path(__file__).parents[2] / "README.md"
_MIME = "types { text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; }"
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@contextmanager
def behind_nginx(site: Path, folder: Path, readme: Path = _README) -> Iterator[str]:
    """Address of the site while it is served; `folder` takes what nginx writes."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert nginx is not None, "缺少 nginx：请运行 apt-get install nginx-light"
    port = _free_port()
    (folder / "nginx.conf").write_text(_configuration(site, folder, readme, port), "utf-8")
    process = subprocess.Popen([nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _configuration(site: Path, folder: Path, readme: Path, port: int) -> str:
    found = re.search(r"```nginx\n(.*?)```", readme.read_text("utf-8"), re.DOTALL)
    assert found is not None
    server = (
        found[1].replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/hujian/site", str(site))
    )
    user = f"{pwd.getpwuid(os.geteuid()).pw_name} {grp.getgrgid(os.getegid()).gr_name}"
    paths = " ".join(f"{name}_temp_path {folder};" for name in _TEMPORARY)
    return (
        f"user {user}; daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{ {_MIME} access_log off; {paths}\n{server} }}\n"
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
