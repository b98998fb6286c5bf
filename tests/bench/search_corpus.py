"""Synthetic collections for measuring search: real paragraphs recombined, wordings planted, a fixed seed."""

from __future__ import annotations

import random
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import opencc

from hujian.model import Collection, Document
from hujian.search.letters import letters_of
from making import make_collection, make_document

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
LENGTH = 6000  # characters a document
PLANTED = {  # wording -> one document in so many holds it
    "讲政治、重公道、业务精、作风好": 50,
    "十五分钟阅读圈": 200,
    "２０２３年６月２８日QQ群": 500,
    "守正创新、行稳致远，把好事办好、实事办实": 20,
    "琼瑶琳琅书屋": 1000,
}
SHARE = 100  # documents from which queries are drawn; the first of every collection


@dataclass(frozen=True, slots=True)
class Query:
    """A query and what it is an example of."""

    kind: str
    typed: str


@cache
def paragraphs() -> tuple[str, ...]:
    """All paragraphs of the corpora, in path order."""
    texts = [p.read_text("utf-8-sig") for p in sorted((CORPORA / "gwr_cpc").glob("*.txt"))]
    with tarfile.open(CORPORA / "laws.tar.xz") as archive:
        for member in archive:
            handle = archive.extractfile(member) if member.name.endswith((".md", ".txt")) else None
            if handle:
                texts.append(handle.read().decode("utf-8-sig", "replace"))
    return tuple(line.strip() for text in texts for line in text.splitlines() if line.strip())


def documents(size: int) -> Iterator[Document]:
    """Make ``size`` documents of runs of paragraphs."""
    chance = random.Random(20_000)
    every = paragraphs()
    for number in range(size):
        lines = [f"{every[chance.randrange(len(every))].lstrip('#')[:24]}（{number + 1}）"]
        length = 0
        while length < LENGTH:
            at = chance.randrange(len(every))
            run = every[at : at + chance.randrange(3, 12)]
            lines += run
            length += sum(map(len, run))
        for wording, one_in in PLANTED.items():
            if chance.randrange(one_in) == 0:
                at = chance.randrange(1, len(lines))
                lines[at] = f"{lines[at]}{wording}。"
        kinds = {at: "heading" for at, line in enumerate(lines) if line[0] == "#" or len(line) < 12}
        yield make_document(
            *lines,
            path=f"{number:05}.txt",
            kinds={**kinds, 0: "title"},  # type: ignore[dict-item]
            title=lines[0],
            date=f"{1990 + number % 35}-{1 + number % 12:02}",
        )


def collection(size: int) -> Collection:
    """A collection of ``size`` documents without detection."""
    return make_collection(*documents(size))


def queries() -> list[Query]:
    """More than 100 queries of all kinds, drawn from the first documents' lines; none twice."""
    chance = random.Random(7)
    drawn = [line for document in documents(SHARE) for line in document.text.split("\n")]
    lines = [line for line in drawn if len(_letters(line)) > 24]

    def part(length: int) -> str:
        line = chance.choice(lines)
        start = chance.randrange(len(line) - 16)
        return line[start : start + length].strip("#-* 　") or part(length)

    found = [Query("planted", wording) for wording in PLANTED]
    for length, times in ((2, 20), (3, 10), (4, 20), (6, 10), (8, 10), (14, 15), (24, 10)):
        found += [Query(f"{length} characters", part(length)) for _ in range(times)]
    found += [Query("1 letter", letter) for letter in "罐鲸党法的"]
    found += [Query("edited", letters_of(part(12))[:5] + "罐鲸" + letters_of(part(12))[:5]) for _ in range(8)]
    found += [Query("absent", wording) for wording in ("火星分圈", "罐鲸", "乙丙丁戊己庚辛壬癸子丑")]
    found += [Query("all of", f"{letters_of(part(3))} {letters_of(part(3))}") for _ in range(8)]
    found += [Query("all of, common", wording) for wording in ("管理 国家", "工作 人民 社会", "规定 责任")]
    found += [Query("without", f"{letters_of(part(4))} -{letters_of(part(2))}") for _ in range(5)]
    traditional = opencc.OpenCC("s2t")
    found += [Query("traditional", traditional.convert(part(5))) for _ in range(5)]
    found += [Query("digits", wording) for wording in ("2023年6月28日qq群", "１０年", "第十二条", "5%")]
    return list({q.typed: q for q in found if letters_of(q.typed)}.values())


@cache
def _letters(line: str) -> str:
    return letters_of(line)


def letters(size: int) -> list[str]:
    """Every document's letters, a line a paragraph: what the truth is looked for in."""
    return ["\n".join(map(_letters, d.text.split("\n"))) for d in documents(size)]


def truth(texts: Sequence[str], typed: str) -> dict[int, int]:
    """Documents in which a query's wordings stand, and how many places there, by looking everywhere."""
    words = typed.split()
    wanted = list(dict.fromkeys(w for word in words if word[0] != "-" and (w := letters_of(word))))
    unwanted = [letters_of(word) for word in words if word[0] == "-"]
    found = {}
    for number, text in enumerate(texts):
        if all(w in text for w in wanted) and not any(w in text for w in unwanted):
            found[number] = sum(_count(text, w) for w in wanted)
    return found


def _count(text: str, wording: str) -> int:
    """How often a wording stands in a text, overlapping places too."""
    found, at = 0, text.find(wording)
    while at >= 0:
        found, at = found + 1, text.find(wording, at + 1)
    return found
