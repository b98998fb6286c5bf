"""Both tiers give the same results, and these are what a plain search of the texts gives."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hujian.model import Collection, Heading
from hujian.search import PlainPage, grams, search_files
from hujian.search.letters import letters_of
from hujian.settings import SearchTier
from making import make_collection, make_document

from .conftest import NODE, Run

HERE = Path(__file__).parent
SIGNS = '，。、；：“”《》 　…—×1２aＢ①½體𠀀\u0301\u2028\ue000"\\<'
Find = Callable[[str], list[dict[str, Any]]]


def collection() -> tuple[Collection, list[PlainPage]]:
    """Texts with frequent and rare wordings, all kinds of paragraphs, and characters that break formats."""
    chance = random.Random(5)
    letters = [*"书香江澜全民阅读推广活动讲政治重公道业务精作风好", *SIGNS]
    documents = []
    for number in range(90):
        lines = [
            "".join(chance.choices(letters, k=chance.randrange(2, 60))) + "，书香" * (chance.random() < 0.3)
            for _ in range(chance.randrange(1, 25))
        ]
        kinds = {at: chance.choice(("heading", "body", "body", "dateline")) for at in range(len(lines))}
        stated = chance.random() < 0.5
        if stated:
            kinds[0] = "title"
        lead = len(lines) - 1
        start = sum(len(line) + 1 for line in lines[:-1])
        run_in = Heading(1, "", start, start + len(lines[-1]) // 2, True, lead)
        headings = (run_in,) if kinds[lead] == "body" else ()
        title = lines[0] if stated else "".join(chance.choices(letters, k=8))
        documents.append(
            make_document(*lines, path=f"{number:03}.txt", kinds=kinds, headings=headings, title=title)  # type: ignore[arg-type]
        )
    # More letters than one round of sorting takes: every ideograph of the basic block, twice in order.
    every = "".join(letter for letter in map(chr, range(0x4E00, 0x9FA6)) if letters_of(letter) == letter)
    documents.append(make_document(every, every[::-1], path="every.txt", title="字表"))
    return make_collection(*documents), [
        PlainPage("about.html", "关于书香", "关于书香\n一网全民阅读，书香。")
    ]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same collection in both tiers, and once more with counts of every letter and most pairs."""
    made = {}
    for tier in ("scan", "grams"):
        made[tier] = tmp_path_factory.mktemp(tier)
        write(made[tier], tier)  # type: ignore[arg-type]
    made["letters"] = tmp_path_factory.mktemp("letters")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grams, "_OWN_SHARDS", 0)
        patch.setattr(grams, "_OWN_PLACES", 0.05)  # five places
        write(made["letters"], "grams")
    files = [path.name for path in (made["letters"] / "search" / "grams").glob("*-l*.js")]
    assert sum(name.count("-") == 1 for name in files) > 10_000
    assert sum(name.count("-") == 2 for name in files) > 500
    return made


def write(site: Path, tier: SearchTier) -> None:
    for path, data in search_files(*collection(), tier):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


@pytest.fixture(scope="module")
def find(node: Run, sites: dict[str, Path]) -> Iterator[Find]:
    del node  # only to complain in time when the tools are missing
    yield from finder(*sites.values())


def finder(*sites: Path) -> Iterator[Find]:
    command = [*NODE, str(HERE / "find_server.ts"), *map(str, sites)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as it:

        def ask(query: str) -> list[dict[str, Any]]:
            assert it.stdin
            assert it.stdout
            it.stdin.write(json.dumps(query) + "\n")
            it.stdin.flush()
            answers = json.loads(it.stdout.readline())
            assert isinstance(answers, list)
            return answers

        yield ask
        it.stdin.close()


@cache
def every_line() -> list[tuple[list[str], str]]:
    """Of each document and page: its lines as letters, and its supplied title's letters."""
    made, pages = collection()
    found = []
    for document in made.documents:
        lines = [letters_of(document.text[p.start : p.end]) for p in document.paragraphs]
        stated = any(p.kind == "title" for p in document.paragraphs)
        found.append((lines, "" if stated else letters_of(document.name)))
    return [*found, *(([letters_of(line) for line in page.text.split("\n")], "") for page in pages)]


def expected(terms: list[str], without: list[str]) -> dict[int, int]:
    """Number of places by document, found by looking everywhere."""
    found = {}
    for number, (lines, name) in enumerate(every_line()):
        everything = [*lines, name]
        if all(any(t in line for line in everything) for t in terms) and not any(
            t in line for line in everything for t in without
        ):
            found[number] = sum(places(line, term) for term in terms for line in lines)
    return found


def places(line: str, wording: str) -> int:
    """How often a wording stands in a line, overlapping places too."""
    found, at = 0, line.find(wording)
    while at >= 0:
        found, at = found + 1, line.find(wording, at + 1)
    return found


def understood(query: str) -> tuple[list[str], list[str]]:
    """Wordings that are wanted, none twice, and unwanted ones."""
    words = query.split()
    wanted = dict.fromkeys(letters_of(word) for word in words if word[0] != "-")
    return [each for each in wanted if each], [letters_of(word) for word in words if word[0] == "-"]


@cache
def queries() -> list[str]:
    """Random substrings of 1 to 30 letters, the same with an edit, absent ones, and several terms."""
    chance = random.Random(11)
    lines = [line for lines, name in every_line() for line in (*lines, name) if line]
    alphabet = max(lines, key=len)
    found = []
    for _ in range(150):
        line = chance.choice(lines)
        start = chance.randrange(len(line))
        wording = line[start : start + chance.choice((1, 2, 2, 3, 4, 5, 7, 12, 30))]
        at = chance.randrange(len(wording))
        edited = wording[:at] + chance.choice("书香读好水") + wording[at + 1 :]
        found += [wording, edited, f"{wording} {chance.choice(lines)[:2]}", f"书 -{wording}"]
    found += [alphabet[at : at + 2] for at in range(0, len(alphabet), 500)]  # from first to last
    return [*found, "火星", "书香 火星", "书香 全民 阅读", "香 书 -读推广", "书香" * 30, "阅读 -书 -香"]


def test_tiers_agree_with_each_other_and_with_the_texts(find: Find) -> None:
    some, parts = 0, 0
    for query in queries():
        scan, pairs, letters = find(query)
        del scan["loaded"], pairs["loaded"], letters["loaded"]
        assert pairs == scan, query
        assert letters == scan, query
        told = {hit["document"]: sum(hit["places"].values()) for hit in pairs["hits"]}
        assert told == expected(*understood(query)), query
        some += bool(told)
        parts += any(pairs["parts"])
    assert some > 200
    assert parts > 50


def test_a_long_clause_costs_no_more_than_a_short_phrase(find: Find) -> None:
    lines = [line for lines, _ in every_line() for line in lines if len(line) > 40]
    for line in lines[:20]:
        loaded = find(line[:40])[1]["loaded"]
        assert sum(name.startswith("grams/") for name in loaded) <= 3


def test_a_frequent_letter_or_pair_takes_one_file(node: Run, sites: dict[str, Path]) -> None:
    del node
    for ask in finder(sites["letters"]):
        for wording in ("书", "阅", "读", "书香", "全民"):
            loaded = [name for name in ask(wording)[0]["loaded"] if name.startswith("grams/")]
            points = "-".join(f"{ord(letter):x}" for letter in wording)
            assert [name.split("-", 1)[1] for name in loaded] == [f"l{points}.js"]


def test_what_stands_nowhere_is_told_by_few_files(find: Find) -> None:
    lines = [line for lines, _ in every_line() for line in lines if len(line) > 40]
    for line in lines[:20]:
        pairs = find(f"{line[:10]}火星{line[10:20]}")[1]
        assert pairs["hits"] == []
        assert len(pairs["loaded"]) <= 3


def test_a_missing_file_never_gives_a_wrong_number(node: Run, tmp_path: Path) -> None:
    """Whatever shard is gone: what is told is right, and called incomplete unless it is all."""
    del node
    write(tmp_path, "grams")
    shards = sorted((tmp_path / "search" / "grams").glob("*-?.js"))
    assert len(shards) >= 3
    told = {"whole": 0, "partial": 0}
    for shard in shards:
        data = shard.read_bytes()
        shard.write_bytes(data[: len(data) // 2])
        for ask in finder(tmp_path):
            for query in [
                "书香",
                "书",
                "全民阅读",
                "讲政治重公道业务精",
                "书香 -全民",
                "书 香",
                *queries()[:40],
            ]:
                (found,) = ask(query)
                terms = list(dict.fromkeys(letters_of(t) for t in query.split() if not t.startswith("-")))
                truth = expected(
                    [t for t in terms if t], [letters_of(t) for t in query.split() if t[0] == "-"]
                )
                hits = {hit["document"]: sum(hit["places"].values()) for hit in found["hits"]}
                if found["complete"]:
                    assert hits == truth, query
                    told["whole"] += 1
                else:
                    assert all(count <= truth.get(document, 0) for document, count in hits.items()), query
                    assert [name for name in found["missing"] if shard.name in name], query
                    told["partial"] += 1
        shard.write_bytes(data)
    assert all(told.values()), told
