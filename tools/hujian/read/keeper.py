"""The keeper's own files, beside the texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hujian.errors import ContentError, reason_of
from hujian.model import SourceFile
from hujian.read.formats import read_file
from hujian.settings import CATALOG_FILE, FORMULATIONS_FILE, LOCK_FILE, RULES_FILE


@dataclass(frozen=True, slots=True)
class Keeper:
    """Decoded texts of the keeper's files; None where there is no such file."""

    catalog: str | None = None
    rules: str | None = None
    lock: str | None = None
    formulations: str | None = None


def read_keeper(content: Path) -> Keeper:
    """Read the keeper's files.

    Excel saves CSV in the system's encoding, so they are decoded as texts are.

    Raises:
        ContentError: if one is there but cannot be read.
    """
    files = (CATALOG_FILE, RULES_FILE, LOCK_FILE, FORMULATIONS_FILE)
    return Keeper(*(_text(content, name) for name in files))


def _text(content: Path, name: str) -> str | None:
    try:
        data = (content / name).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ContentError(
            f"无法读取 {name}（{reason_of(error)}）。", "请检查权限，或关闭正在使用它的程序。"
        ) from error
    if not data:
        return ""
    file = read_file(name, data)
    if isinstance(file, SourceFile):
        return file.text
    remedy = "请用记事本另存为 UTF-8 格式。"
    if name == CATALOG_FILE:
        remedy = "请用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”。"
    raise ContentError(f"无法辨认 {name} 的编码：{file.reason}。", remedy)
