"""Generated pages as MkDocs sees them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from hujian.write import Frame, Page, TocEntry

# The theme prints titles and descriptions unescaped, in text, attributes and behind striptags, which
# undoes escapes: there, and only there, full-width signs stand in. The page's h1 is exact.
_INERT = str.maketrans("<>\"'&", "＜＞＂＇＆")


def inert(text: str) -> str:
    """A text that the theme may print unescaped."""
    return text.translate(_INERT)


class WrittenPage(MkDocsPage):
    """A page that the write room made: no Markdown, the body is made while the page is written."""

    def __init__(self, written: Page, file: File, config: MkDocsConfig) -> None:
        self.written = written
        self.final = False
        self._body: str | None = None
        super().__init__(inert(written.title), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would have found in a Markdown file."""
        self.markdown = ""
        self.meta = {"title": inert(self.written.title)}
        if self.written.description:
            self.meta["description"] = inert(self.written.description)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the table of contents; the body waits until the page is written."""
        self.toc = TableOfContents([_anchor(entry, 2) for entry in self.written.toc])

    @property
    def content(self) -> str:
        """The body: nothing while MkDocs gathers pages, then made once, when the theme asks for it."""
        if not self.final:
            return ""
        if self._body is None:
            self._body = self.written.body()
        return self._body

    @content.setter
    def content(self, value: str | None) -> None:
        """MkDocs hands back what it was given."""

    @property
    def frame(self) -> Frame:
        """How the columns stand around it."""
        return self.written.frame

    def release(self) -> None:
        """Forget the body after the page is written, so that a large site never stands in memory."""
        self._body = None


def extended(toc: TableOfContents, entries: Iterable[TocEntry]) -> TableOfContents:
    """A table of contents with further sections behind those of a hand-written page."""
    links = [_anchor(entry, 2) for entry in entries]
    if toc.items and toc.items[0].level == 1:  # the theme shows what is below the page's h1
        toc.items[0].children.extend(links)
        return toc
    return TableOfContents([*toc.items, *links])


def _anchor(entry: TocEntry, level: int) -> AnchorLink:
    link = AnchorLink(escape(entry.title, quote=False), entry.id, level)  # MkDocs takes titles as HTML
    link.children = [_anchor(child, level + 1) for child in entry.children]
    return link
