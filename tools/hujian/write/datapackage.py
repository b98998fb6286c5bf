"""What an export is: its tables and their columns, and the state of the collection, as a Data Package.

The format is that of https://specs.frictionlessdata.io (Data Package, Table Schema): R, Python and OpenRefine
read tables with their types by it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from hujian import __version__
from hujian.model import Collection
from hujian.write.columns import COLUMNS
from hujian.write.page import DataFile

PACKAGE = "datapackage.json"
_RIGHTS = "文本的权利属于原来的权利人，本数据包没有授予任何许可。"
_GUARD = "以 = + - @ 等开头的文字前面加了 '，以免被表格软件当成公式；原样见 records 文件夹。"


class Weighed:
    """A file that remembers its size and hash once it was made, and not its bytes: exports may be large."""

    def __init__(self, file: DataFile) -> None:
        self.path = file.path
        self._data = file.data
        self._known: tuple[int, str] | None = None

    def data(self) -> bytes:
        """Make the file."""
        made = self._data()
        self._known = len(made), hashlib.sha256(made).hexdigest()
        return made

    def size(self) -> int:
        """Its bytes."""
        return self._told()[0]

    def sha256(self) -> str:
        """Its hash, lower-case hex."""
        return self._told()[1]

    def _told(self) -> tuple[int, str]:
        if self._known is None:
            self.data()
        assert self._known is not None
        return self._known


def fingerprint(collection: Collection) -> str:
    """One hash for the source files of a collection, which ``sha256sum * | sha256sum`` gives as well.

    Of lines of hash, two blanks and path, in path order, as ``sha256sum`` prints them.
    """
    lines = (f"{d.clean.source.sha256}  {d.path}\n" for d in collection.documents)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def package(collection: Collection, files: Iterable[Weighed]) -> bytes:
    """The description of an export that holds these files; no time in it: the same texts, the same bytes."""
    described = {
        "profile": "data-package",
        "name": "hujian-export",
        "description": f"hujian 由一个文集导出的表格和记录。{_RIGHTS}{_GUARD}",
        "hujian": {
            "version": __version__,
            "documents": len(collection.documents),
            "sources_sha256": fingerprint(collection),
        },
        "resources": [_resource(file) for file in files],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(file: Weighed) -> dict[str, object]:
    folder, _, name = file.path.partition("/")
    stem, _, suffix = name.rpartition(".")
    told: dict[str, object] = {
        "name": f"{folder}-{stem}",
        "path": file.path,
        "format": suffix,
        "encoding": "utf-8",
        "bytes": file.size(),
        "hash": f"sha256:{file.sha256()}",
    }
    if folder != "tables":
        return told
    fields = [{"name": c.name, "type": c.type, "description": c.meaning} for c in COLUMNS[stem]]
    return told | {"profile": "tabular-data-resource", "schema": {"fields": fields}}
