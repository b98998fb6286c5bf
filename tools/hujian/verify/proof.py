"""What is proved of a built site, one claim a function."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from hujian.model import CleanText, Collection, Document
from hujian.settings import FILES, TEXTS
from hujian.verify.pages import BuiltPage, Site, read_page

Pages = Callable[[str], BuiltPage | None]


@dataclass(frozen=True, slots=True)
class Proof:
    """Outcome: what was looked at, and every defect (Chinese, one line each)."""

    pages: int
    links: int
    paragraphs: int
    published: int  # characters
    accounted: int  # characters that are not published, each with a ledger entry
    problems: tuple[str, ...]


def prove(site: Site, collection: Collection, locked: dict[str, tuple[str, ...]]) -> Proof:
    """Check a built site against the sources that it was made from.

    Args:
        site: the built site.
        collection: what the pipeline makes of the content folder now.
        locked: page path -> element ids that the address lock file promises.
    """
    every = [path for path in site.paths() if path.endswith(".html")]

    @cache
    def page(path: str) -> BuiltPage | None:
        data = site.read(path)
        return read_page(data) if data is not None else None

    links = sum(len(built.links) for path in every if (built := page(path)))
    problems = [
        *(p for d in collection.documents for p in _sources(d.clean)),
        *(p for d in collection.documents for p in _published(d, collection, page)),
        *(p for d in collection.documents for p in _downloads(d, collection, site)),
        *_locked(locked, page),
        *_links(every, page, site),
    ]
    published = sum(len(d.text) for d in collection.documents)
    return Proof(
        len(every),
        links,
        sum(len(d.paragraphs) for d in collection.documents),
        published,
        sum(len(d.clean.source.text) for d in collection.documents) - published,
        tuple(problems),
    )


def _sources(clean: CleanText) -> Iterator[str]:
    """Kept text and ledger tile the source, and the source is the file's very bytes."""
    source, encoding = clean.source, clean.source.encoding
    if encoding.bom + source.text.encode(encoding.codec) != source.data:
        yield f"{source.path}：解码后的文字不能还原为原文件的字节。"
    at = 0
    pieces = [(s.start, s.end, clean.text[s.clean_start : s.clean_end], "") for s in clean.segments]
    edits = [e for e in clean.ledger if e.edit_class != "flag"]
    replaced = {(e.start, e.end) for e in edits}
    kept = [p for p in pieces if (p[0], p[1]) not in replaced]
    for start, end, text in sorted([p[:3] for p in kept] + [(e.start, e.end, e.before) for e in edits]):
        if start != at or source.text[start:end] != text:
            yield f"{source.path}：第 {at} 至 {start} 字符既未刊出，也没有清洗记录。"
            return
        at = end
    if at != len(source.text):
        yield f"{source.path}：第 {at} 字符以后既未刊出，也没有清洗记录。"


def _published(document: Document, collection: Collection, page: Pages) -> Iterator[str]:
    """Every paragraph stands on its page under its address, letter by letter."""
    address = collection.addresses[document.path]
    path = f"{TEXTS}/{address.id}.html"
    built = page(path)
    if built is None:
        yield f"{document.path}：站点中没有它的页面 {path}。"
        return
    for paragraph, name in zip(document.paragraphs, address.paragraphs, strict=True):
        if built.texts.get(name) != document.text[paragraph.start : paragraph.end]:
            yield f"{path}#{name}：页面上的文字与清洗后的文本不一致（{document.path}）。"
    for name in (*address.headings, *(alias for alias, _ in address.aliases)):
        if name not in built.ids:
            yield f"{path}#{name}：地址不存在。"


def _downloads(document: Document, collection: Collection, site: Site) -> Iterator[str]:
    """The original file can be taken away unchanged."""
    suffix = document.path.rsplit(".", 1)[-1]
    path = f"{FILES}/{collection.addresses[document.path].id}.original.{suffix}"
    if site.read(path) != document.clean.source.data:
        yield f"{path}：与原文件 {document.path} 不一致。"


def _locked(locked: dict[str, tuple[str, ...]], page: Pages) -> Iterator[str]:
    """Every address that was ever locked resolves."""
    for path, names in sorted(locked.items()):
        built = page(path)
        if built is None:
            yield f"{path}：登记过的地址没有页面。"
            continue
        yield from (f"{path}#{name}：登记过的地址不存在。" for name in names if name not in built.ids)


def _links(every: list[str], page: Pages, site: Site) -> Iterator[str]:
    """Every internal link and anchor works; nothing points to another host."""
    known = set(site.paths())
    for path in every:
        built = page(path)
        assert built is not None
        for link in sorted(set(built.links)):
            problem = _link(path, link, known, page)
            if problem:
                yield f"{path}：链接 {link} {problem}"


def _link(path: str, link: str, known: set[str], page: Pages) -> str:
    """What is wrong with a link, or ""."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""  # not internal: data:, mailto:, or a site that a hand-written page names
    if parts.path.startswith("/"):
        return "" if path == "404.html" else "不是相对地址，从文件夹打开时无效。"
    target = (
        posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        if parts.path
        else path
    )
    if target in known:
        built = page(target) if parts.fragment and target.endswith(".html") else None
        if built and unquote(parts.fragment) not in built.ids:
            return "指向的位置不存在。"
        return ""
    if posixpath.normpath(posixpath.join(target, "index.html")) in known:
        return "指向文件夹而不是页面，从文件夹打开时无效。"
    return "指向的页面不存在。"
