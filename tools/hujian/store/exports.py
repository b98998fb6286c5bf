"""Export folders: a manifest tells our files from those that others put beside them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from hujian.errors import ConfigError
from hujian.store.files import write_atomically
from hujian.store.manifest import read_manifest, write_manifest

MANIFEST: Final = "hujian-export.json"


class ExportFolder:
    """Takes the files of one export: ``begin``, ``write`` each, ``finish``.

    Until the end the manifest names the files of both, so that an interruption makes it forget nothing.
    """

    def __init__(self, root: Path, content: Path) -> None:
        """Check the folder.

        Raises:
            ConfigError: if it overlaps with the texts or holds something else than an export.
        """
        self._root = root
        _check_place(root, content)
        self._earlier = _listed(root)
        self._coming: list[str] = []

    def begin(self, paths: Iterable[str]) -> None:
        """Say which files will be written.

        Raises:
            ConfigError: if a file stands there that no export has written.
            MachineError: if nothing can be written.
        """
        self._coming = list(paths)
        for path in self._coming:
            if path not in self._earlier and (self._root / path).exists():
                raise ConfigError(
                    f"{self._root / path} 不是以前导出的文件，没有覆盖它。",
                    "请移走它，或导出到另一个文件夹。",
                )
        self._list({*self._earlier, *self._coming})

    def write(self, path: str, data: bytes) -> None:
        """Write one of the announced files.

        Raises:
            MachineError: if it cannot be written.
        """
        write_atomically(self._root / path, data)

    def finish(self) -> int:
        """Remove what an earlier export wrote and this one did not. Returns how many files that were."""
        gone = sorted(self._earlier.difference(self._coming))
        for path in gone:
            target = self._root / path
            target.unlink(missing_ok=True)
            with suppress(OSError):  # it is not empty: fine
                target.parent.rmdir()
        self._list(self._coming)
        return len(gone)

    def _list(self, paths: Iterable[str]) -> None:
        write_manifest(self._root / MANIFEST, paths)


def _check_place(root: Path, content: Path) -> None:
    inner, outer = root.resolve(), content.resolve()
    if inner == outer or inner in outer.parents or outer in inner.parents:
        raise ConfigError(f"导出文件夹 {root} 与文本文件夹 {content} 重叠。", "请导出到另一个文件夹。")
    if root.exists() and not root.is_dir():
        raise ConfigError(f"{root} 是一个文件，不能导出到这里。", "请换一个名称。")
    if root.is_dir() and not (root / MANIFEST).is_file() and any(_visible(root)):
        raise ConfigError(f"文件夹 {root} 里有别的文件，不是以前导出的文件夹。", "请换一个空文件夹。")


def _visible(root: Path) -> list[Path]:
    return [entry for entry in root.iterdir() if not entry.name.startswith(".")]


def _listed(root: Path) -> frozenset[str]:
    """Files of the earlier export."""
    try:
        return read_manifest(root / MANIFEST)
    except ValueError as error:
        raise ConfigError(
            f"{root / MANIFEST} 已损坏，无法知道哪些文件是以前导出的。", "请导出到一个空文件夹。"
        ) from error
