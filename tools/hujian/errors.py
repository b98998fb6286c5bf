"""The tree of errors that a user can cause.

    HujianError            caught once, at the top of the command line and of the plugin
    ├── ContentError       the content folder or a file in it cannot be used
    ├── ConfigError        mkdocs.yml or an option is wrong
    ├── StrictError        --strict, and there are findings
    ├── VerifyError        the built site does not prove complete
    └── MachineError       the disk, its rights, a network port or another build refuse

Bad *texts* are never errors: they become a ``Finding`` or are quarantined.
"""

from __future__ import annotations

import errno
from typing import Final


class HujianError(Exception):
    """A user's mistake, told in Chinese, with a remedy."""

    exit_code = 1

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}{self.remedy}"


class ContentError(HujianError):
    """The content folder, or a keeper's file in it, cannot be used."""

    exit_code = 3


class ConfigError(HujianError):
    """mkdocs.yml or a command line option is wrong."""

    exit_code = 2


class StrictError(HujianError):
    """Findings under ``--strict``."""

    exit_code = 4


class VerifyError(HujianError):
    """The built site is incomplete."""

    exit_code = 5


class MachineError(HujianError):
    """The machine refuses: no space, no right, no such port, a build of the same site at work."""

    exit_code = 6


_REASONS: Final[dict[int, tuple[str, str]]] = {
    errno.ENOSPC: ("磁盘已满", "请腾出空间后再试。"),
    errno.EDQUOT: ("磁盘配额已用完", "请腾出空间后再试。"),
    errno.EACCES: ("没有权限，或文件正被别的程序打开", "请关闭 Excel 等程序，检查权限，或换一个位置。"),
    errno.EPERM: ("没有权限", "请检查权限，或换一个位置。"),
    errno.EROFS: ("磁盘是只读的", "请换一个可以写入的位置。"),
    errno.ENOENT: ("找不到", "请检查路径。"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "请检查路径。"),
    errno.EISDIR: ("它是一个文件夹", "请移走或改名后再试。"),
    errno.EEXIST: ("同名的文件已经存在", "请移走或改名后再试。"),
    errno.ENAMETOOLONG: ("名称太长", "请换一个较短的名称或位置。"),
    errno.EMFILE: ("打开的文件太多", "请关闭一些程序后再试。"),
    errno.EADDRINUSE: ("端口已被占用", "请用 --address 换一个端口，例如 127.0.0.1:8001。"),
    errno.EADDRNOTAVAIL: ("本机没有这个地址", "请用 --address 写本机的地址，例如 127.0.0.1:8000。"),
}
_OTHER: Final = ("操作系统拒绝", "请检查路径、权限和磁盘空间后再试。")


def reason_of(error: OSError) -> str:
    """Why the operating system refused, in Chinese, without a full stop."""
    return _REASONS.get(error.errno or 0, _OTHER)[0]


def refused(error: OSError, doing: str = "读写") -> MachineError:
    """What the operating system refused, as an error with a remedy.

    Args:
        error: its complaint.
        doing: what was to be done with the file that it names.
    """
    remedy = _REASONS.get(error.errno or 0, _OTHER)[1]
    if error.filename is None:
        return MachineError(f"{reason_of(error)}。", remedy)
    return MachineError(f"无法{doing} {error.filename}：{reason_of(error)}。", remedy)
