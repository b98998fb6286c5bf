"""Whole files: written so that a reader sees the old one or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hujian.errors import ContentError, refused


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it; where a link stands, the file that it leads to.

    A device or a pipe (/dev/null, /dev/stdout) is written to as it is: nothing may take its place.

    Raises:
        MachineError: if the place cannot be written to.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            path.write_bytes(data)
            return
        path = path.resolve() if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            temporary.chmod(0o644)  # mkstemp makes it private; a web server has to read it
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        error.filename = str(path)  # not the temporary one, which means nothing to anybody
        raise refused(error, "写入") from error


def keep_earlier(path: Path) -> Path:
    """Keep a file beside itself before it is written anew: as name.bak, else name.bak2 and so on.

    Returns:
        The copy; an earlier one, if it holds the same.
    """
    data = path.read_bytes()
    number = 1
    while True:
        kept = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not kept.exists():
            write_atomically(kept, data)
            return kept
        if kept.read_bytes() == data:
            return kept
        number += 1


class SiteFolder:
    """A built site on disk, read by site-relative paths."""

    def __init__(self, root: Path) -> None:
        if not root.is_dir():
            raise ContentError(f"找不到站点文件夹 {root}。", "请先运行 hujian build，再指明生成的文件夹。")
        self._root = root

    def paths(self) -> Iterator[str]:
        """All files, sorted."""
        yield from sorted(p.relative_to(self._root).as_posix() for p in self._root.rglob("*") if p.is_file())

    def read(self, path: str) -> bytes | None:
        """A file's bytes; None if there is none."""
        try:
            return (self._root / path).read_bytes()
        except OSError:
            return None
