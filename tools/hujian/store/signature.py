"""Which folders are sites that this program built, and which files in them are its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hujian.errors import ConfigError
from hujian.settings import FILES, FORMULATIONS, REPORT, TEXTS
from hujian.store.manifest import read_manifest, write_manifest

MANIFEST: Final = "hujian-site.json"

_EARLIER_SIGNS: Final = ("assets/hujian.js", "index.html", "search/manifest.js")
"""All of them stand in every site that was built before there was a manifest."""
_EARLIER_FOLDERS: Final = frozenset({"assets", "data", "search", FILES, FORMULATIONS, REPORT, TEXTS})
_EARLIER_FILES: Final = frozenset({"sitemap.xml", "sitemap.xml.gz"})
_EARLIER_SCRIPT: Final = b"hujian.js"  # every page loads it


def is_site(folder: Path) -> bool:
    """Whether this program built what is in a folder."""
    return _is_signed(folder) or all((folder / name).is_file() for name in _EARLIER_SIGNS)


def sign(site: Path, *, hidden: bool) -> None:
    """List all files of a new site in it.

    Args:
        site: its folder.
        hidden: whether what begins with a dot is the site's own as well. MkDocs leaves such files and folders
            alone when it empties a folder before it builds there: then they may be anybody's.

    Raises:
        MachineError: if the list cannot be written.
    """
    files = (path for path in _files(site) if path != MANIFEST and (hidden or not path.startswith(".")))
    write_manifest(site / MANIFEST, files)


def own_files(site: Path, coming: Path) -> frozenset[str]:
    """Files of a built site that a new one replaces; all others in its folder are not ours.

    Args:
        site: the folder of the built site.
        coming: that of the new one. Where no manifest tells, what it has is ours in the old site too.

    Raises:
        ConfigError: if the manifest is damaged.
    """
    if not _is_signed(site):
        return frozenset(filter(lambda path: _was_ours(site, path), _files(site))).union(_files(coming))
    try:
        return read_manifest(site / MANIFEST) | {MANIFEST}
    except ValueError as error:
        raise ConfigError(
            f"{site / MANIFEST} 已损坏，无法知道网站文件夹里哪些文件是以前生成的。",
            "请换一个空文件夹；或移走其中自己的文件，再删去这个文件夹。",
        ) from error


def _is_signed(site: Path) -> bool:
    return (site / MANIFEST).is_file()


def _was_ours(site: Path, path: str) -> bool:
    """Whether a build without a manifest wrote a file."""
    first, _, rest = path.partition("/")
    if first.startswith("."):
        return False
    if (rest and first in _EARLIER_FOLDERS) or path in _EARLIER_FILES:
        return True
    return path.endswith(".html") and _EARLIER_SCRIPT in (site / path).read_bytes()


def _files(folder: Path) -> Iterator[str]:
    """Relative paths of all files below a folder; links are not followed."""
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            yield path.relative_to(folder).as_posix()
