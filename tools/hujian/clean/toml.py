"""Reads a keeper's TOML table by table, so that one bad table does not spoil the others."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TABLE_HEAD = re.compile(r"^[ \t]*\[\[?[ \t]*([\w-]+)[ \t]*\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
ERROR_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class BadToml(Exception):  # noqa: N818  (a verdict about a keeper's text, turned into a finding)
    """A table cannot be used: in which line, and why (Chinese)."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line  # from 1
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file: its name ("" before the first), its line (from 1), its values."""

    name: str
    line: int
    values: Mapping[str, object]

    def text(self, key: str, default: str | None = None) -> str:
        """A value that is a text.

        Raises:
            BadToml: if it is missing without a default, or no text.
        """
        value = self.values.get(key, default)
        if not isinstance(value, str) or not value:
            raise BadToml(self.line, f"缺少 {key}，或者它不是引号括起的文字")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A value that is a list of texts; empty if missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise BadToml(self.line, f"{key} 应当是方括号里的一列文字")
        return tuple(value)

    def pattern(self, key: str) -> re.Pattern[str]:
        """A value that is a regular expression."""
        return self._compiled(self.text(key))

    def patterns(self, key: str) -> tuple[re.Pattern[str], ...]:
        """A value that is a list of regular expressions."""
        return tuple(map(self._compiled, self.texts(key)))

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        try:
            return re.compile(pattern, re.MULTILINE)
        except re.error as error:
            raise BadToml(self.line, f"正则表达式写错了（{error.msg}）：{pattern}") from error


def tables_of(text: str) -> tuple[list[Table], list[BadToml]]:
    """Split a TOML text at its table heads and read every part on its own."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    tables: list[Table] = []
    broken: list[BadToml] = []
    for name, line, part in _parts(text):
        try:
            values = tomllib.loads(part)
        except tomllib.TOMLDecodeError as error:
            broken.append(_told(error, line, part))
            continue
        if values:
            tables.append(Table(name, line, values))
    return tables, broken


def _parts(text: str) -> Iterator[tuple[str, int, str]]:
    """Name, line and text of every table; the head itself is left out of the text."""
    name, at, line = "", 0, 1
    for head in TABLE_HEAD.finditer(text):
        yield name, line, text[at : head.start()]
        name, at, line = head[1], head.end(), text.count("\n", 0, head.start()) + 1
    yield name, line, text[at:]


def _told(error: tomllib.TOMLDecodeError, line: int, part: str) -> BadToml:
    place = ERROR_LINE.search(str(error))
    within = int(place[1]) if place and place[1] else part.rstrip("\n").count("\n") + 1
    return BadToml(line + within - 1, "不合 TOML 的写法（注意引号、等号要用半角，正则用单引号括起）")
