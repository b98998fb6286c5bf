"""Built pages read back: their element ids, their links, and the text of their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NOTE = "hj-note"  # the mark 互 at a paragraph's end: ours, not the text's

_LOADED = "[src], link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=manifest]"


class Site(Protocol):
    """A built site, wherever it is kept."""

    def paths(self) -> Iterator[str]:
        """All files, site-relative, sorted."""

    def read(self, path: str) -> bytes | None:
        """A file's bytes; None if there is none."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What can be checked of a page."""

    ids: frozenset[str]
    links: tuple[str, ...]  # href and src values, in order
    loads: tuple[str, ...]  # those that a browser fetches by itself
    texts: dict[str, str]  # text of every element with an id in the reading area of a document


def read_page(data: bytes) -> BuiltPage:
    """Parse a built page."""
    tree = LexborHTMLParser(data.decode("utf-8", "replace"))
    ids = frozenset(i for n in tree.css("[id]") if (i := n.attributes.get("id")))
    links = tuple(
        value
        for node in tree.css("[href], [src]")
        if (value := node.attributes.get("href") or node.attributes.get("src")) is not None
    )
    loads = tuple(
        node.attributes.get("src") or node.attributes.get("href") or "" for node in tree.css(_LOADED)
    )
    texts = {
        node.attributes["id"] or "": _text(node)
        for node in tree.css(".hj-body [id], .hj-title [id]")
        if node.tag in {"p", "span", "h2", "h3", "h4", "h5", "h6"}
    }
    return BuiltPage(ids, links, loads, texts)


def _text(node: LexborNode) -> str:
    """Text content of an element, without our own marks."""
    parts: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            parts.append(child.text_content or "")
        elif _NOTE not in (child.attributes.get("class") or "").split():
            parts.append(_text(child))
    return "".join(parts)
