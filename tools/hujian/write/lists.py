"""List pages: all documents; all formulations by weight and by pinyin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pypinyin

from hujian.fold import letters_of
from hujian.model import Collection, Document, Formulation
from hujian.settings import FORMULATIONS, TEXTS
from hujian.write.compare import compare_url
from hujian.write.formulation import formulation_url
from hujian.write.nesting import hosts, ordered
from hujian.write.page import Frame, Page, TocEntry
from hujian.write.shelf import is_generic
from hujian.write.view import by_level_and_date, render, root_of, text_url

_GENRES = ("讲话", "发言", "报告", "通知", "总结", "意见", "方案", "决定", "决议", "公告", "致辞", "要点")


@dataclass(frozen=True, slots=True)
class Row:
    """A document in a table."""

    document: Document
    url: str  # site-relative
    letters: int
    passages: int
    formulations: int
    genre: str  # 讲话, 通知 and so on, as its title says


def rows(collection: Collection) -> list[Row]:
    """All documents by level and date, with what they share."""
    found = []
    for document in by_level_and_date(collection):
        links = collection.links[document.path]
        url = text_url(collection.addresses[document.path])
        distinct = len({m.formulation for m in links.marks})
        found.append(
            Row(document, url, len(document.text), len(links.parallels), distinct, genre_of(document))
        )
    return found


@dataclass(frozen=True, slots=True)
class CopyRow:
    """Two files that hold the same text."""

    a: Document
    a_url: str  # site-relative
    b: Document
    b_url: str
    compare: str
    similarity: float


def copies(collection: Collection) -> list[CopyRow]:
    """All copies, with where each stands and where they are compared."""
    documents = {d.path: d for d in collection.documents}
    addresses = collection.addresses
    return [
        CopyRow(
            documents[c.a],
            text_url(addresses[c.a]),
            documents[c.b],
            text_url(addresses[c.b]),
            compare_url(addresses[c.a].id, addresses[c.b].id),
            c.similarity,
        )
        for c in collection.detection.copies
    ]


def genre_of(document: Document) -> str:
    """What sort of document it is, by the last such word of its title."""
    named = [(document.name.rfind(genre), genre) for genre in _GENRES if genre in document.name]
    return max(named)[1] if named else "其他"


def leading(collection: Collection, most: int) -> list[Formulation]:
    """The weightiest formulations, without 套话 and without those that stand mostly within longer ones."""
    every = collection.detection.formulations
    within = hosts(every)
    return [f for f in every if not is_generic(f) and f.id not in within][:most]


def texts_page(collection: Collection) -> Page:
    """The list of documents."""
    path = f"{TEXTS}/index.html"
    return Page(
        path,
        "文本",
        lambda: render("texts.html", root=root_of(path), rows=rows(collection), copies=copies(collection)),
        description=f"全部 {len(collection.documents)} 篇文本",
        frame=Frame.TABLE,
    )


def formulations_page(collection: Collection) -> Page:
    """Formulations by weight, parts under what they are parts of; 套话 behind all others."""
    path = f"{FORMULATIONS}/index.html"
    every = collection.detection.formulations
    return Page(
        path,
        "提法",
        lambda: render(
            "formulations.html",
            root=root_of(path),
            told=ordered([f for f in every if not is_generic(f)]),
            common=ordered([f for f in every if is_generic(f)]),
            single=any(f.documents == 1 for f in every),
            url=formulation_url,
        ),
        description="全部提法，按长度和见于多少篇排列",
    )


def pinyin_page(collection: Collection) -> Page:
    """Formulations by pinyin, under their first letters."""
    path = f"{FORMULATIONS}/pinyin.html"
    letters: dict[str, list[Formulation]] = defaultdict(list)
    for spoken, formulation in sorted(
        ((_spoken(f.canonical), f) for f in collection.detection.formulations),
        key=lambda pair: (pair[0], pair[1].canonical),
    ):
        letters[spoken[:1].upper() if spoken[:1].isalpha() else "#"].append(formulation)
    return Page(
        path,
        "提法音序索引",
        lambda: render("pinyin.html", root=root_of(path), letters=letters, url=formulation_url),
        tuple(TocEntry(letter, _letter_anchor(letter)) for letter in letters),
        "全部提法，按拼音排列",
    )


def _spoken(text: str) -> str:
    """How a wording is read out, from its first letter on: an opening quotation mark is not spoken."""
    words = text[next((at for at, character in enumerate(text) if letters_of(character)), 0) :]
    return " ".join(pypinyin.lazy_pinyin(words, style=pypinyin.Style.TONE3, errors="default")).lower()


def _letter_anchor(letter: str) -> str:
    return "letter-" + ("other" if letter == "#" else letter)
