"""Portable Markdown for other generators: the same text and ids after any Markdown parser.

Ids use the ``{#p12 .body}`` of attribute lists (python-markdown's attr_list, Pandoc, kramdown). Every
character that Markdown or HTML could take for markup is written as a backslash escape or a numeric
character reference, so that texts stay data.
"""

from __future__ import annotations

import re

from hujian.model import Address, Document

_ACTIVE = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~&:=^$\"'@/%]")


def to_markdown(document: Document, address: Address) -> str:
    """A document as Markdown: own-line headings as headings, every other block as a paragraph."""
    headings = {h.paragraph: (h, i) for h, i in zip(document.headings, address.headings, strict=True)}
    blocks = []
    for at, (paragraph, name) in enumerate(zip(document.paragraphs, address.paragraphs, strict=True)):
        text = escaped(document.text[paragraph.start : paragraph.end])
        heading, anchor = headings.get(at, (None, ""))
        if paragraph.kind == "title":
            blocks.append(f"# {text} {{#{name}}}")
        elif heading is not None and not heading.run_in:
            blocks.append(f"{'#' * min(heading.depth + 1, 6)} {_anchor(name)}{text} {{#{anchor}}}")
        else:
            blocks.append(f"{_anchor(anchor)}{text}\n{{#{name} .{paragraph.kind}}}")
    return "\n\n".join(blocks) + "\n"


def _anchor(name: str) -> str:
    """A second address of a block, in the inline HTML that Markdown allows."""
    return f'<span id="{name}"></span>' if name else ""


def escaped(text: str) -> str:
    """Text in which no character is markup any more."""
    return _ACTIVE.sub(lambda m: f"&#{ord(m[0])};", text)
