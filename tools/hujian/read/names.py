"""What file names say: which files are texts, and which names will not survive another disk."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Set
from pathlib import PurePosixPath
from typing import Literal

from hujian.model import Finding, Unpublished
from hujian.read.formats import READERS, suffix_of
from hujian.settings import CATALOG_FILE, FORMULATIONS_FILE, LOCK_FILE, RULES_FILE

Role = Literal["text", "page", "keeper", "hidden", "unsupported"]
"""page: hand-written, or used by one; keeper: the keeper's own table; hidden: put there by nobody."""

_KEEPERS_OWN = frozenset({CATALOG_FILE, FORMULATIONS_FILE, RULES_FILE, LOCK_FILE})
_EARLIER_CATALOG = re.compile(rf"{re.escape(CATALOG_FILE)}\.bak\d*")
_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "$recycle.bin", "__macosx"})
_SITE_SUFFIX = re.compile(  # hand-written pages and what they use
    r"""\.(?:md|css|m?js|map|json|toml|ya?ml|xml|woff2?|ttf|otf|mp[34]
    |png|jpe?g|gif|svg|webp|avif|bmp|ico)""",
    re.VERBOSE,
)
# Windows: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(
    r"""[<>:"|?*\\\x00-\x1f]                                    # characters
    |[ .]$                                                      # ends that Windows cuts off
    |^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])\ *(?:\.|$)    # names of devices
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_hidden(name: str) -> bool:
    """Files and folders that no keeper put there on purpose."""
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM


def printable(name: str) -> str:
    """A name that is not valid UTF-8 on the disk: its bytes as %XX, so that it can be told."""
    data = name.encode("utf-8", "surrogateescape")
    letters = data.decode("utf-8", "surrogateescape")
    return "".join(f"%{ord(c) - 0xDC00:02X}" if "\udc80" <= c <= "\udcff" else c for c in letters)


def is_held_back(path: str, told: Set[str]) -> bool:
    """Whether a file, or a folder that it lies in, was told as not published.

    Args:
        path: relative to the content folder, as it stands on the disk.
        told: paths of what ``read_folder`` told as unpublished.
    """
    place = PurePosixPath(printable(path))
    return not told.isdisjoint(map(str, (place, *place.parents)))


def role_of(path: str) -> Role:
    """What a file is there for.

    Args:
        path: relative to the content folder, POSIX separators.
    """
    suffix = suffix_of(path)
    if any(map(is_hidden, path.split("/"))):
        return "hidden"
    if path in _KEEPERS_OWN or _EARLIER_CATALOG.fullmatch(path):
        return "keeper"
    if _SITE_SUFFIX.fullmatch(suffix):
        return "page"
    return "text" if suffix in READERS else "unsupported"


def kept_back(path: str) -> Unpublished | None:
    """Why a file or folder is no business of the site's readers; None if it is."""
    reasons: dict[Role, str] = {"hidden": "系统或隐藏文件", "keeper": "编目员的工作文件"}
    reason = reasons.get(role_of(path))
    return Unpublished(path, reason, on_purpose=True) if reason else None


def unsupported(path: str) -> Finding:
    """The keeper put something here that we cannot read yet."""
    kind = f" {suffix_of(path)} 格式" if suffix_of(path) else "没有扩展名的文件"
    return Finding(
        "unsupported-format",
        path,
        None,
        None,
        f"暂不能读取{kind}，这个文件没有发布。",
        "请用 Word 或 WPS 打开，另存为纯文本（.txt，编码选 UTF-8）后放回；若本是文本，把扩展名改为 .txt。",
    )


def check_names(paths: Iterable[str]) -> tuple[Finding, ...]:
    """Names that clash on a disk that levels case and Unicode forms, or that Windows refuses."""
    paths = tuple(paths)
    alike = defaultdict(list)
    for path in paths:
        alike[unicodedata.normalize("NFC", path).casefold()].append(path)
    clashes = (_clash(path, group) for group in alike.values() if len(group) > 1 for path in group)
    refused = (_refused(path) for path in paths if any(map(_FORBIDDEN.search, path.split("/"))))
    return (*clashes, *refused)


def _clash(path: str, group: list[str]) -> Finding:
    others = "、".join(f"“{other}”" for other in group if other != path)
    return Finding(
        "name-collision",
        path,
        None,
        None,
        f"文件名与{others}只有大小写或字符编码形式的差别，在 Windows 或 macOS 上会互相覆盖。",
        "请给其中一个改名。",
    )


def _refused(path: str) -> Finding:
    return Finding(
        "name-forbidden",
        path,
        None,
        None,
        "文件名含有 Windows 不允许的字符或写法，拷到 Windows 上会失败。",
        '请改名：不用 < > : " | ? * \\，不以空格或句点结尾，不叫 CON、NUL 等设备名。',
    )
