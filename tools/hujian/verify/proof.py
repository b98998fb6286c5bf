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
        *_downloads(collection, site),
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
    """The clean text and the ledger give back the source, and the source the file's very bytes."""
    source, encoding = clean.source, clean.source.encoding
    if encoding.bom + source.text.encode(encoding.codec) != source.data:
        yield f"{source.path}：解码后的文字不能还原为原文件的字节。"
    pieces: list[str] = []
    published = source_end = 0
    for edit in (e for e in clean.ledger if e.edit_class != "flag"):
        kept = clean.text[published : published + edit.start - source_end]
        pieces += [kept, edit.before]
        published += len(kept) + len(edit.after)
        source_end = edit.end
    restored = "".join([*pieces, clean.text[published:]])
    if restored != source.text:
        at = next((i for i, (a, b) in enumerate(zip(restored, source.text, strict=False)) if a != b), None)
        at = min(len(restored), len(source.text)) if at is None else at
        yield f"{source.path}：从第 {at} 个字符起，有文字既未刊出，也没有清洗记录。"


def _published(document: Document, collection: Collection, page: Pages) -> Iterator[str]:
    """Every paragraph stands on its page under its address, letter by letter."""
    address = collection.addresses[document.path]
    path = f"{TEXTS}/{address.id}.html"
    built = page(path)
    if built is None:
        yield f"{document.path}：站点中没有它的页面 {path}。"
        return
    lines = [document.text[p.start : p.end] for p in document.paragraphs]
    if "\n".join(lines) != document.text:
        yield f"{document.path}：各段合起来不是清洗后的全文。"
    for paragraph, name in zip(document.paragraphs, address.paragraphs, strict=True):
        if built.texts.get(name) != document.text[paragraph.start : paragraph.end]:
            yield f"{path}#{name}：页面上的文字与清洗后的文本不一致（{document.path}）。"
    for name in (*address.headings, *(alias for alias, _ in address.aliases)):
        if name not in built.ids:
            yield f"{path}#{name}：地址不存在。"


def _downloads(collection: Collection, site: Site) -> Iterator[str]:
    """Clean texts, original files and files that cannot be read can be taken away, to the letter."""
    for document in collection.documents:
        name, suffix = collection.addresses[document.path].id, document.path.rsplit(".", 1)[-1]
        original = f"{FILES}/{name}.original.{suffix}"
        if site.read(original) != document.clean.source.data:
            yield f"{original}：与原文件 {document.path} 不一致。"
        if site.read(f"{FILES}/{name}.txt") != document.text.encode():
            yield f"{FILES}/{name}.txt：与清洗后的文本不一致（{document.path}）。"
    for number, file in enumerate(collection.quarantined, 1):
        path = f"{FILES}/quarantine-{number}.bin"
        if site.read(path) != file.data:
            yield f"{path}：与原文件 {file.path} 不一致。"


def _locked(locked: dict[str, tuple[str, ...]], page: Pages) -> Iterator[str]:
    """Every address that was ever locked resolves."""
    for path, names in sorted(locked.items()):
        built = page(path)
        if built is None:
            yield f"{path}：登记过的地址没有页面。"
            continue
        yield from (f"{path}#{name}：登记过的地址不存在。" for name in names if name not in built.ids)


def _links(every: list[str], page: Pages, site: Site) -> Iterator[str]:
    """Every internal link and anchor works; no page loads anything from another host."""
    known = set(site.paths())
    for path in every:
        built = page(path)
        assert built is not None
        yield from (f"{path}：会从别处加载 {address}。" for address in built.loads if _is_abroad(address))
        for link in sorted(set(built.links)):
            problem = _link(path, link, known, page)
            if problem:
                yield f"{path}：链接 {link} {problem}"


def _is_abroad(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in {"", "data"}


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
