"""Measure search in real Chromium over synthetic collections; beside it Material's search and Pagefind.

    python -m bench.search                      everything (half an hour)
    python -m bench.search 500 pagefind           some parts only
    python -m bench.search --write              also write the tables to docs/bench-search.md

What is built lies under .cache/bench-search, and so do the figures of every part: the report is of all parts
that were measured last. It needs nginx and Chromium.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.search_browser import OURS, Way, observe, served
from bench.search_build import shell
from bench.search_corpus import CORPORA, Query, documents, letters, queries, truth
from bench.search_report import Built, Row, build_table, report, table
from bench.search_rivals import (
    MATERIAL,
    NUMBER,
    PAGEFIND,
    PAGEFIND_TIMES,
    Cost,
    build_material,
    build_pagefind,
    installed,
)

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / ".cache" / "bench-search"
DOCS = ROOT / "docs" / "bench-search.md"
MATERIAL_SITES, PAGEFIND_SITES = {"http": "site-http", "file": "site-file"}, {"http": "site"}
OTHERS = {  # what it is called, how many documents, how it is built and asked, and its site by scheme
    "material": ("Material, jieba", 500, build_material, MATERIAL, MATERIAL_SITES),
    "pagefind": ("Pagefind", 500, build_pagefind, PAGEFIND, PAGEFIND_SITES),
    "pagefind-5000": ("Pagefind", 5000, build_pagefind, PAGEFIND_TIMES, PAGEFIND_SITES),
}
PARTS = ("160", "500", "material", "pagefind", "5000", "pagefind-5000", "20000")
LARGEST_SCAN = 500  # documents over which the plain scan is measured, too
Truth = dict[str, dict[int, int]]


def truths(size: int, asked: Sequence[Query]) -> Truth:
    """What stands where, by looking everywhere."""
    texts = letters(size)
    return {query.typed: truth(texts, query.typed) for query in asked}


def openings(asked: Sequence[Query], true: Truth, number: int) -> list[Query]:
    """Queries of many kinds that find something."""
    found = [query for query in asked if true[query.typed]]
    return found[:: max(1, len(found) // number)][:number]


def seen_both(
    name: str, way: Way, sites: Sequence[tuple[str, Path]], true: Truth, size: int
) -> Iterator[Row]:
    """Ask a site over http and from disk."""
    asked = queries()
    for scheme, site in sites:
        first = openings(asked, true, way.openings)
        if scheme == "http":
            with served(site, WORK / "nginx") as base:
                seen = observe(base, way, asked, first)
        else:
            seen = observe(site.as_uri(), way, asked, first)
        row = Row(name, size, scheme, seen, None, None)
        yield judged(row, true) if way.tells_all else row


def judged(row: Row, true: Truth) -> Row:
    """Add recall and precision. Ours tells numbers, and shows ten documents: they must be true ones."""
    right, found, wrong = 0, 0, 0
    for typed, told in row.seen.told.items():
        documents_of, count = true[typed], len(told["found"])
        good = sum(number(name) in documents_of for name in told["found"])
        if "sentence" in told:
            stated = re.search(r"共 ([\d,]+) 篇 ([\d,]+) 处", told["sentence"])
            claimed, places = (int(n.replace(",", "")) for n in stated.groups()) if stated else (0, 0)
            exact = (claimed, places) == (len(documents_of), sum(documents_of.values())) and good == count
            wrong += not exact
            good = min(claimed, len(documents_of)) if good == count else 0
            count = claimed
        right, found = right + good, found + count
    wanted = sum(len(documents_of) for documents_of in true.values())
    ours = all("sentence" in told for told in row.seen.told.values())
    return replace(
        row, recall=right / max(1, wanted), precision=right / max(1, found), wrong=wrong if ours else None
    )


def number(name: str) -> int:
    """A document's number, from its file name, or from its title, which ends with the number from 1."""
    in_title = re.search(r"（(\d+)）$", name)
    return int(in_title[1]) - 1 if in_title else int(name[:NUMBER])


def measure_ours(size: int, tier: str, true: Truth) -> tuple[Built, list[Row]]:
    """Build in a process of its own, then ask."""
    site = WORK / f"{tier}-{size}"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(WORK / "shell", site)
    command = [sys.executable, "-m", "bench.search_build", str(size), tier, str(site)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    name = {"scan": "plain scan", "grams": "letter pairs"}[tier]
    cost = Cost(told["cpu"], told["peak"])
    built = Built(name, size, told["characters"], cost, told["disk"], int(told["files"]))
    sites = [("http", site), ("file", site)]
    return built, list(seen_both(name, OURS, sites, true, size))


def measure_other(part: str, true: Truth) -> tuple[list[Built], list[Row]]:
    """Material's search with jieba, or Pagefind."""
    name, size, build, way, sites = OTHERS[part]
    modules = installed(WORK / "packages")
    texts = [d.text for d in documents(size)]
    folder = WORK / part
    shutil.rmtree(folder, ignore_errors=True)
    cost, disk = build(size, folder, modules)
    ratio = disk / sum(len(text.encode()) for text in texts)
    files = sum(1 for _ in (folder / "site" / "pagefind").rglob("*.*")) or 1
    built = Built(name, size, sum(map(len, texts)), cost, ratio, files)
    places = [(scheme, folder / site) for scheme, site in sites.items()]
    return [built], list(seen_both(name, way, places, true, size))


def measure(part: str) -> tuple[list[Built], list[Row]]:
    """One part of the bench: a number of documents, or what is compared."""
    if part in OTHERS:
        return measure_other(part, truths(OTHERS[part][1], queries()))
    size = int(part)
    true = truths(size, queries())
    tiers = ("scan", "grams") if size <= LARGEST_SCAN else ("grams",)
    both = [measure_ours(size, tier, true) for tier in tiers]
    return [built for built, _ in both], [row for _, rows in both for row in rows]


def remembered(part: str) -> Path:
    """Where the figures of a part are kept."""
    return WORK / f"{part}.pickle"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="measure search")
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; without: all")
    parser.add_argument("--write", action="store_true", help="write docs/bench-search.md")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if not CORPORA.is_dir():
        print("../shared/corpora is absent: search cannot be measured", file=sys.stderr)
        return 2
    parts = arguments.parts or PARTS
    if set(parts) - set(OTHERS):
        shutil.rmtree(WORK / "shell", ignore_errors=True)
        shell(WORK / "shell")
    for part in parts:
        found = measure(part)
        remembered(part).write_bytes(pickle.dumps(found))
        print(part, table(found[1]), build_table(found[0]), sep="\n", flush=True)
    kept = [pickle.loads(remembered(part).read_bytes()) for part in PARTS if remembered(part).exists()]
    text = report([row for _, rows in kept for row in rows], [one for built, _ in kept for one in built])
    print(text)
    if arguments.write:
        DOCS.parent.mkdir(exist_ok=True)
        DOCS.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
