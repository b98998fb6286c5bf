"""Hand-written pages as search sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SECTIONS = ("address", "article", "aside", "div", "details", "footer", "header", "main", "nav", "section")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption", "figcaption")
_TEXTS = ("blockquote", "fieldset", "figure", "form", "hr", "p", "pre", "dl", "dt", "dd", "li", "ol", "ul")
_TABLES = ("table", "thead", "tbody", "tfoot", "tr", "th", "td")
_BLOCKS = frozenset((*_SECTIONS, *_HEADINGS, *_TEXTS, *_TABLES))
"""Elements that begin and end a line of text; the same as in tools/frontend/src/marks/blocks.ts."""
_UNSEEN = frozenset(("script", "style", "template", "svg", "math", "noscript"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page that is not a document of the collection.

    ``text`` holds one block (paragraph, heading, list item, cell) a line: a wording is found within
    a line, as it is marked within a block on the page.
    """

    url: str  # relative to the site root
    title: str
    text: str

    @classmethod
    def from_html(cls, url: str, title: str, html: str) -> PlainPage:
        """Take the text of a page's rendered body, one block a line."""
        root = LexborHTMLParser(html).body
        blocks = [""]
        if root is not None:
            _collect(root, blocks)
        lines = (_BLANKS.sub(" ", block).strip() for block in blocks)
        return cls(url, title, "\n".join(line for line in lines if line))


def _collect(node: LexborNode, blocks: list[str]) -> None:
    """Append the text below ``node`` to the open block; every block element opens another."""
    for child in node.iter(include_text=True):
        name = child.tag or ""
        if name == "-text":
            blocks[-1] += child.text_content or ""
        elif name == "br":
            blocks[-1] += " "
        elif name not in _UNSEEN:
            if name in _BLOCKS:
                blocks.append("")
            _collect(child, blocks)
            if name in _BLOCKS:
                blocks.append("")
