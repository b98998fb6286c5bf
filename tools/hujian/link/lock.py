"""The address lock file: which page, paragraph and formulation was published under which name.

JSON, one document a block, kept beside the texts (``addresses.lock.json``), written by
``hujian lock``. Numbers are never reused.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hujian.errors import ContentError
from hujian.settings import LOCK_FILE

_VERSION = 1
_PAGE = re.compile(r"(?!index$)[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?")
_UNIT = re.compile(r"[ph][0-9]{1,9}")
_FORMULATION = re.compile(r"f[a-z0-9]{6,60}")
"""Names that this program gives. They become names of files: others would lead out of the site."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A locked paragraph or heading."""

    id: str
    sketch: str


@dataclass(frozen=True, slots=True)
class LockedDocument:
    """Addresses of one document as they were last locked."""

    path: str
    id: str
    name: str  # its title then, for the page that says it is gone
    sha256: str  # of the file
    paragraphs: tuple[Unit, ...]
    headings: tuple[Unit, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)  # dropped id -> id that answers for it


@dataclass(frozen=True, slots=True)
class Lock:
    """All addresses ever published."""

    documents: tuple[LockedDocument, ...] = ()
    formulations: Mapping[str, str] = field(default_factory=dict)  # id -> canonical wording


def read_lock(text: str) -> Lock:
    """Read a lock file.

    Raises:
        ContentError: if it is damaged; addresses must not be renumbered by accident.
    """
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise ContentError(
                f"地址登记文件 {LOCK_FILE} 是另一版程序写的（第 {data['version']} 版）。",
                "请换用写出它的那一版程序。",
            )
        documents = tuple(_document(path, entry) for path, entry in sorted(data["documents"].items()))
        _must_differ(document.id for document in documents)
        formulations = {_named(_FORMULATION, k): str(v) for k, v in data["formulations"].items()}
        return Lock(documents, formulations)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(
            f"地址登记文件 {LOCK_FILE} 已损坏，无法读取（{_damage(error)}）。",
            "请从备份恢复该文件；若从未对外公布过网址，可删除它后重新运行 hujian lock。",
        ) from error


class _BadNameError(ValueError):
    """A name that this program has not given; the text says which (Chinese)."""


def _named(form: re.Pattern[str], name: str) -> str:
    if form.fullmatch(name) is None:
        raise _BadNameError(f"“{name}”不是本程序登记的网址")
    return name


def _must_differ(pages: Iterable[str]) -> None:
    twice = sorted(page for page, number in Counter(pages).items() if number > 1)
    if twice:
        raise _BadNameError(f"有两篇文本登记了同一网址“{twice[0]}”")


def _damage(error: Exception) -> str:
    """Where the file breaks, as far as it can be told."""
    if isinstance(error, _BadNameError):
        return str(error)
    if isinstance(error, json.JSONDecodeError):
        return f"第 {error.lineno} 行第 {error.colno} 列不合 JSON 格式"
    if isinstance(error, KeyError):
        return f"缺少“{error.args[0]}”一项"
    return "内容不完整"


def write_lock(lock: Lock) -> str:
    """The lock file's text: stable order, one unit a line, friendly to version control."""
    documents = {
        d.path: {
            "id": d.id,
            "name": d.name,
            "sha256": d.sha256,
            "paragraphs": {u.id: u.sketch for u in d.paragraphs},
            "headings": {u.id: u.sketch for u in d.headings},
            "aliases": dict(d.aliases),
        }
        for d in sorted(lock.documents, key=lambda d: d.path)
    }
    formulations = dict(sorted(lock.formulations.items()))
    data = {"version": _VERSION, "documents": documents, "formulations": formulations}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _document(path: str, entry: dict[str, Any]) -> LockedDocument:
    return LockedDocument(
        path,
        _named(_PAGE, entry["id"]),
        str(entry["name"]),
        str(entry["sha256"]),
        tuple(Unit(_named(_UNIT, i), str(s)) for i, s in entry["paragraphs"].items()),
        tuple(Unit(_named(_UNIT, i), str(s)) for i, s in entry["headings"].items()),
        {_named(_UNIT, a): b and _named(_UNIT, b) for a, b in entry["aliases"].items()},
    )
