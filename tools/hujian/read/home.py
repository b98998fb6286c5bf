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
_HOMES = ("index.md", "README.md")  # in MkDocs' order
_GENERAL = frozenset(
    {"content", "contents", "docs", "text", "texts", "txt", "文本", ""}
)  # names that say nothing


def site_name(content: Path) -> str | None:
    """The first heading of index.md (or README.md), else the folder's name, else None.

    The folder is the content folder or, where that is called content, texts or the like, the one above.

    Unreadable pages are not this function's business: whoever reads them for the site says so.
    """
    home = next((content / name for name in _HOMES if (content / name).is_file()), None)
    if home is not None and (name := _first_heading(home)):
        return name
    folder = content.resolve()
    names = (place.name for place in (folder, *folder.parents))
    return next((name for name in names if name.casefold() not in _GENERAL), None)


def _first_heading(page: Path) -> str:
    try:
        home = read_file(page.name, page.read_bytes())
    except OSError:
        return ""
    if not isinstance(home, SourceFile):
        return ""
    text = _FENCE.sub("", home.text.replace("\r\n", "\n"))
    heading = _FRONT.match(text) or _HEADING.search(text)
    return _MARKUP.sub(lambda m: m[1] or "", heading[1]).strip(" \"'") if heading else ""
