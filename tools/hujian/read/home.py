"""What the keeper calls his collection."""

from __future__ import annotations

import re
from pathlib import Path

from hujian.model import SourceFile
from hujian.read.formats import read_file

_FRONT = re.compile(r"\A---\n(?:.*\n)*?title:[ \t]*(.+)\n(?:.*\n)*?---[ \t]*\n")
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_MARKUP = re.compile(r"\{[^{}]*\}\s*$|<[^<>]*>|!?\[([^\[\]]*)\]\([^()]*\)|[*`]+")
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_GENERAL = frozenset({"content", "contents", "docs", "texts", "txt", "文本", ""})  # names that say nothing


def site_name(content: Path) -> str | None:
    """The first heading of index.md, else the content folder's own name, else None.

    Unreadable pages are not this function's business: whoever reads them for the site says so.
    """
    try:
        home = read_file("index.md", (content / "index.md").read_bytes())
    except OSError:
        home = None
    if isinstance(home, SourceFile):
        text = _FENCE.sub("", home.text.replace("\r\n", "\n"))
        heading = _FRONT.match(text) or _HEADING.search(text)
        name = _MARKUP.sub(lambda m: m[1] or "", heading[1]).strip(" \"'") if heading else ""
        if name:
            return name
    folder = content.resolve().name
    return folder if folder.casefold() not in _GENERAL else None
