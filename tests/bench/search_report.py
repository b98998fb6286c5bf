"""What the bench of search measured, in Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bench.detect import loop
from bench.search_browser import Seen, p50, p95
from bench.search_corpus import queries
from bench.search_rivals import Cost


@dataclass(frozen=True, slots=True)
class Row:
    """One way of searching one collection."""

    name: str
    documents: int
    scheme: str
    seen: Seen
    recall: float | None  # of documents, over all queries; None: not all that was found is known
    precision: float | None
    wrong: int | None = None  # queries whose documents or places are not told exactly; None: not told at all


@dataclass(frozen=True, slots=True)
class Built:
    """What an index cost."""

    name: str
    documents: int
    characters: float
    cost: Cost
    ratio: float  # bytes on disk / bytes of the text in UTF-8
    files: int


def table(rows: Sequence[Row]) -> str:
    """What readers meet."""
    lines = [
        "| | documents | from | first result, p50 / p95 ms | KB before it | another query, p50 / p95 ms "
        "| KB of it, p50 / p95 | files of it | again, p50 / p95 ms | renderer MB | recall | precision "
        "| inexact |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for r in rows:
        seen, http = r.seen, r.scheme == "http" and r.wrong is not None
        sizes = f"{p50(seen.query_bytes) / 1e3:.0f} / {p95(seen.query_bytes) / 1e3:.0f}" if http else "–"
        files = f"{p50(seen.query_files):.0f} / {p95(seen.query_files):.0f}" if http else "–"
        lines.append(
            f"| {r.name} | {r.documents:,} | {r.scheme} | {p50(seen.cold):.0f} / {p95(seen.cold):.0f} "
            f"| {f'{p50(seen.cold_bytes) / 1e3:.0f}' if http else '–'} "
            f"| {p50(seen.warm):.0f} / {p95(seen.warm):.0f} | {sizes} | {files} "
            f"| {p50(seen.again):.0f} / {p95(seen.again):.0f} | {seen.memory:.0f} "
            f"| {share(r.recall)} | {share(r.precision)} | {'–' if r.wrong is None else r.wrong} |"
        )
    return "\n".join(lines)


def share(value: float | None) -> str:
    """A share of documents, or that it is not known."""
    return "–" if value is None else f"{value:.3f}"


def kinds_table(row: Row) -> str:
    """What each kind of query costs its reader."""
    lines = ["| kind | queries | ms, median / most | KB, median / most | files, median / most |"]
    lines.append("|---|---|---|---|---|")
    asked = queries()
    for kind in dict.fromkeys(query.kind for query in asked):
        at = [number for number, query in enumerate(asked) if query.kind == kind]
        of = [
            [values[n] for n in at] for values in (row.seen.warm, row.seen.query_bytes, row.seen.query_files)
        ]
        ms, size, files = ((p50(values), max(values)) for values in of)
        lines.append(
            f"| {kind} | {len(at)} | {ms[0]:.0f} / {ms[1]:.0f} | {size[0] / 1e3:.0f} / {size[1] / 1e3:.0f} "
            f"| {files[0]:.0f} / {files[1]:.0f} |"
        )
    return "\n".join(lines)


def build_table(built: Sequence[Built]) -> str:
    """What keepers meet."""
    lines = [
        "| | documents | characters | CPU s | peak GB | on disk / UTF-8 text | files |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {b.name} | {b.documents:,} | {b.characters:,.0f} | {b.cost.cpu:.1f} | {b.cost.peak:.2f} "
        f"| {b.ratio:.2f} | {b.files:,} |"
        for b in built
    ]
    return "\n".join(lines)


TEXT = """# Bench of search

`make bench` measures it anew: {count} queries (1 to 24 letters, edited and absent ones, several wordings,
exclusions, traditional, full-width, digits) over synthetic collections of about 6,000 characters a document,
recombined from real texts with planted wordings and a fixed seed. Real Chromium; *http* is nginx with gzip on
the same machine, *file* the same folder opened from disk.

- *First result*: from opening the search page with a query in its address, nothing cached.
- *Another query*: one that was not asked before, on a page that is open and at rest, to its first result, or
  to the sentence that there is none.
- *KB*: transferred, with headers: of the search data before the first result, and for another query until all
  that is shown stands (ten results, suggestions); *files* likewise. What the others load in workers is not
  counted, and so their bytes and files are left out.
- *Inexact*: queries of which the number of documents or places, or one of the documents shown, differs from
  what a plain search of all texts finds. Recall and precision are by document, over all queries.

## What readers meet

{seen}

## What kinds of queries cost

Letter pairs, {kinds_of:,} documents, from http: another query, as above.

{kinds}

## What keepers meet

{built}

The index is made by the search room alone from documents in memory (the peak includes them), without building
their pages; the search page is that of a built site. Material: CPU s are the difference between a build with
search and one without, the peak is that of the former; its pages are not in the navigation, and the worker's
stand-in for disk is vendored. Pagefind: plain pages, queries as typed; it does not work from disk.

A loop of ten million steps in Python took {loop:.2f} CPU s in the same run, load average {load:.1f} on
{cores} cores (Python {python}, {machine}, {today}). Where the load is above the number of cores, times are of
a busy machine, several times those of an idle one: compare rows, not seconds between runs.
"""


def report(rows: Sequence[Row], built: Sequence[Built]) -> str:
    """What is printed and written."""
    largest = max((r for r in rows if r.wrong is not None and r.scheme == "http"), key=lambda r: r.documents)
    return TEXT.format(
        count=len(queries()),
        kinds_of=largest.documents,
        kinds=kinds_table(largest),
        seen=table(rows),
        built=build_table(built),
        loop=loop(),
        load=os.getloadavg()[1],
        cores=os.cpu_count(),
        python=platform.python_version(),
        machine=platform.machine(),
        today=date.today().isoformat(),
    )
