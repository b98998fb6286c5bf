"""What others put into a site's folder (CNAME, .git, .htaccess) goes over into the site that replaces it."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from hujian.errors import ConfigError
from hujian.store.signature import own_files


def carry_over(site: Path, built: Path) -> tuple[str, ...]:
    """Put what is not ours in a site into the new one as well. The old one stays as it is.

    Returns:
        The files and whole folders that were carried over, relative to the site, sorted.

    Raises:
        ConfigError: if the new site has another file in the place of one of them.
        OSError: if the disk refuses.
    """
    own = own_files(site, built)
    folders = {str(parent) for path in own for parent in PurePosixPath(path).parents}
    carried = tuple(_foreign(site, "", own, folders))
    for path in carried:
        _carry(site / path, built / path)
    return carried


def _foreign(folder: Path, prefix: str, own: frozenset[str], folders: set[str]) -> Iterator[str]:
    """Files and folders that are not ours as a whole."""
    for entry in sorted(folder.iterdir()):
        path = prefix + entry.name
        if path in folders and entry.is_dir() and not entry.is_symlink():
            yield from _foreign(entry, f"{path}/", own, folders)
        elif path not in own:
            yield path


def _carry(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink() and (target.is_dir() or not target.exists()):
        target.mkdir(parents=True, exist_ok=True)
        for entry in source.iterdir():
            _carry(entry, target / entry.name)
        shutil.copystat(source, target)
    elif os.path.lexists(target):
        if not (source.is_file() and target.is_file() and filecmp.cmp(source, target, shallow=False)):
            raise ConfigError(
                f"{source} 不是以前生成的文件，而这次要在那里写出同名的文件；没有覆盖它，网站仍是旧的。",
                "请移走它，或给它改名。",
            )
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        _link(source, target)


def _link(source: Path, target: Path) -> None:
    """The same file under a second name, which costs nothing; a copy where the disk knows no such thing."""
    if not source.is_symlink():
        try:
            os.link(source, target)
        except OSError:
            pass
        else:
            return
    shutil.copy2(source, target, follow_symlinks=False)
