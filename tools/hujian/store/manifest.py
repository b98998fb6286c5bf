"""The list of files that this program wrote into a folder: it tells them from what others put beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from hujian.store.files import write_atomically


def read_manifest(path: Path) -> frozenset[str]:
    """The files of a list, relative to its folder; none if there is no list.

    Whatever does not lie below the folder is not believed.

    Raises:
        ValueError: if the list is damaged.
    """
    try:
        paths = [PurePosixPath(str(name)) for name in json.loads(path.read_bytes())["files"]]
    except FileNotFoundError:
        return frozenset()
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
    return frozenset(str(path) for path in paths if not path.is_absolute() and ".." not in path.parts)


def write_manifest(path: Path, files: Iterable[str]) -> None:
    """Write a list; the same files always make the same bytes.

    Raises:
        MachineError: if it cannot be written.
    """
    text = json.dumps({"files": sorted(files)}, indent=1)  # escaped: a name need not be valid Unicode
    write_atomically(path, (text + "\n").encode())
