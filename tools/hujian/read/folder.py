"""Reads a content folder: the only place where texts come from the disk."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hujian.errors import ContentError, reason_of
from hujian.model import Finding, Quarantined, SourceFile, Unpublished
from hujian.read.formats import read_file
from hujian.read.names import check_names, kept_back, printable, role_of, unsupported

MAX_BYTES = 64 * 1024 * 1024  # twenty million characters: more than any one text; protects the memory


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything a content folder holds, in path order (code points of the POSIX path)."""

    sources: tuple[SourceFile, ...]
    quarantined: tuple[Quarantined, ...]
    findings: tuple[Finding, ...]
    unpublished: tuple[Unpublished, ...] = ()


_NOT_READ = frozenset({"unsupported-format", "unreadable", "too-large", "undecodable", "empty-file"})
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Zs", "Zl", "Zp"})  # Unicode categories: controls, formats, blanks


def read_folder(content: Path) -> Folder:
    """Read all texts below ``content``. Independent of the disk's own order.

    Raises:
        ContentError: if ``content`` is no folder or cannot be listed.
    """
    entries = sorted(_walk(content, "", (_real(content),)), key=_path)
    files = [entry for entry in entries if isinstance(entry, _Entry)]
    findings = [entry for entry in entries if isinstance(entry, Finding)]
    read: list[SourceFile | Quarantined] = []
    for entry in files:
        result = _read_entry(entry)
        about = result if isinstance(result, Finding) else _about(result)
        if about is not None:
            findings.append(about)
        if not isinstance(result, Finding) and (about is None or about.code != "empty-file"):
            read.append(result)
    findings.extend(check_names(entry.path for entry in files))
    unpublished = [entry for entry in entries if isinstance(entry, Unpublished)]
    unpublished += [
        Unpublished(f.source, f.message, on_purpose=False) for f in findings if f.code in _NOT_READ
    ]
    return Folder(
        tuple(file for file in read if isinstance(file, SourceFile)),
        tuple(file for file in read if isinstance(file, Quarantined)),
        tuple(sorted(findings, key=Finding.order)),
        tuple(sorted(unpublished, key=lambda file: file.path)),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file that is meant to be a text: its name for us and its place on the disk."""

    path: str
    place: Path


def _path(entry: _Entry | Finding | Unpublished) -> str:
    return entry.source if isinstance(entry, Finding) else entry.path


def _real(folder: Path) -> str:
    if not folder.is_dir():
        raise ContentError(f"找不到内容文件夹“{folder}”。", "请检查路径，或用 --content 指定放文本的文件夹。")
    return os.path.realpath(folder)


def _walk(folder: Path, prefix: str, trail: tuple[str, ...]) -> Iterator[_Entry | Finding | Unpublished]:
    """All entries below a folder; ``trail`` holds the real folders above, the content folder first."""
    try:
        listing = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        if not prefix:
            raise ContentError(
                f"无法列出内容文件夹“{folder}”：{reason_of(error)}。", "请检查权限。"
            ) from error
        yield _unreadable(prefix.rstrip("/"), f"无法列出文件夹（{reason_of(error)}）")
        return
    for entry in listing:
        path = prefix + printable(entry.name)
        if unpublished := kept_back(path):
            yield unpublished
        else:
            yield from _visit(entry, path, trail)


def _visit(
    entry: os.DirEntry[str], path: str, trail: tuple[str, ...]
) -> Iterator[_Entry | Finding | Unpublished]:
    real = os.path.realpath(entry.path)
    if entry.is_symlink() and not _inside(real, trail):
        yield _unreadable(path, "链接指向内容文件夹之外、指向不存在的文件，或绕成一圈，没有跟随")
    elif entry.is_dir():
        yield from _walk(Path(entry.path), path + "/", (*trail, real))
    elif not entry.is_file():
        yield _unreadable(path, "不是普通文件")
    elif role_of(path) == "text":
        yield _Entry(path, Path(entry.path))
    elif role_of(path) == "unsupported":
        yield unsupported(path)


def _inside(real: str, trail: tuple[str, ...]) -> bool:
    """Does a link's target exist inside the content folder without being a folder above the link?"""
    return os.path.exists(real) and real.startswith(trail[0] + os.sep) and real not in trail  # noqa: PTH110


def _read_entry(entry: _Entry) -> SourceFile | Quarantined | Finding:
    try:
        size = entry.place.stat().st_size
        if size > MAX_BYTES:
            return Finding(
                "too-large",
                entry.path,
                None,
                None,
                f"文件有 {size // 1024 // 1024} MB，超过 {MAX_BYTES // 1024 // 1024} MB，没有读取。",
                "请确认它是文本；若是，拆成几个文件。",
            )
        return read_file(entry.path, entry.place.read_bytes())
    except OSError as error:
        return _unreadable(entry.path, f"无法读取（{reason_of(error)}）")


def _unreadable(path: str, why: str) -> Finding:
    return Finding(
        "unreadable", path, None, None, f"{why}，没有发布。", "请检查权限，或把文件本身复制到内容文件夹里。"
    )


def _about(file: SourceFile | Quarantined) -> Finding | None:
    """Why a file that was read is no text for the site."""
    if isinstance(file, Quarantined):
        return Finding(
            "undecodable",
            file.path,
            None,
            None,
            f"{file.reason}；文件已隔离，没有发布。",
            "请用记事本或 Word 打开核对，另存为 UTF-8 编码的 .txt 后放回。",
        )
    if not any(unicodedata.category(c) not in _UNSEEN and c != "\u034f" for c in file.text):
        message = "文件是空的，没有文字，没有刊出。"
        return Finding("empty-file", file.path, None, None, message, "请补上内容，或删去这个文件。")
    return None
