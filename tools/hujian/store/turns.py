"""One build at a time for a site: two at once would write into one another's workshop."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hujian.errors import MachineError

if sys.platform == "win32":
    import msvcrt

    _OWNER = ""  # the folder of temporary files is a user's own

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    _OWNER = f"{os.getuid()}-"

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(site: Path) -> Iterator[None]:
    """Hold a site's folder for this process; the system lets go of it when the process ends in whatever way.

    Raises:
        MachineError: if another process holds it.
    """
    handle = os.open(_token(site), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _hold(handle)
        except OSError as error:
            raise MachineError(
                f"另一次生成还没有结束，它也在写网站文件夹 {site}。", "请等它结束后再试。"
            ) from error
        yield
    finally:
        os.close(handle)


def _token(site: Path) -> Path:
    """An empty file that stands for the folder: apart from it, since a build replaces the folder."""
    place = os.path.normcase(site.resolve())
    name = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return Path(tempfile.gettempdir()) / f"hujian-{_OWNER}{name}.lock"
