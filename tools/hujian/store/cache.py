"""Results of earlier runs, found again by what they were made from."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final, TypeVar
from unicodedata import unidata_version

from hujian.errors import MachineError
from hujian.store.files import write_atomically
from hujian.store.pickling import dumps

Result = TypeVar("Result")
_KEPT = 8  # results a stage keeps; older ones are dropped
_DECIDING: Final = ("jieba", "rjieba", "OpenCC", "rapidfuzz", "pydivsufsort", "numpy")
"""Distributions whose next release may compare in another way. Where rjieba is absent, jieba cuts words."""


def cache_of(project: Path, folder: str) -> Cache:
    """What a project remembers.

    Args:
        project: the folder of its mkdocs.yml.
        folder: what the option ``cache`` says there, relative to it; "" remembers nothing.
    """
    return Cache(project / folder if folder else None)


class Cache:
    """A folder of pickled stage results. Only this program writes there; delete it at will."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, stage: str, parts: Iterable[bytes], make: Callable[[], Result]) -> Result:
        """The result made from ``parts`` by this version of the code: remembered, else made now.

        Args:
            stage: name of the stage, a file name.
            parts: whatever determines the result (content hashes, settings), in order.
            make: computes it.
        """
        if self._folder is None:
            return make()
        path = self._folder / f"{stage}-{_key(parts)}.pickle"
        try:
            known: Result = pickle.loads(path.read_bytes())  # our own file, in the project's cache folder
            return known
        except Exception:  # absent or damaged in whatever way: make it anew
            result = make()
        with suppress(MachineError):  # an unwritable cache only costs time
            write_atomically(path, dumps(result))
            self._trim(stage)
        return result

    def _trim(self, stage: str) -> None:
        assert self._folder is not None
        with suppress(OSError):
            files = sorted(self._folder.glob(f"{stage}-*.pickle"), key=lambda p: p.stat().st_mtime)
            for old in files[:-_KEPT]:
                old.unlink(missing_ok=True)


def _key(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256(code_version() + library_versions())
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.hexdigest()[:32]


@cache
def code_version() -> bytes:
    """Hash of this package's sources, so that a changed program never meets old results."""
    root = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(p for p in root.rglob("*") if p.suffix in {".py", ".toml", ".txt"}):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()


def library_versions() -> bytes:
    """The releases in use of the libraries that decide results, and the Unicode of this Python."""
    return "\n".join([*map(_version, _DECIDING), unidata_version]).encode()


def _version(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"{name} -"
