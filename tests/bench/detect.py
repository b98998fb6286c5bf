"""Measure detect, from fold to formulations, on the corpora in ../shared: CPU seconds and peak memory.

    python -m bench.detect                the reports, and shares of the statutes that double
    python -m bench.detect --all          all the statutes as well (minutes)
    python -m bench.detect --write        also write the table to docs/bench-detect.md

Every measurement is a process of its own, made twice but for all the statutes; the quicker one is told.
Processor seconds of a busy machine are longer: the table names the time that a fixed loop of Python took.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np

from hujian.clean import clean_all, load_rules
from hujian.detect import detect
from hujian.model import Document
from hujian.parse import parse
from hujian.read import read_folder

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
DOCS = Path(__file__).resolve().parents[2] / "docs"
SHARES = (100, 200, 400, 800)
GOALS: dict[str, dict[str, float]] = {"gwr_cpc": {"cpu": 3, "rss": 0.4}, "laws": {"cpu": 60, "rss": 2.5}}
"""CPU seconds and GB for the whole of a corpus."""
FOUND = ("matches", "formulations", "copies")
GROWTH = {"exponent": 1.1}  # its goal


def texts(corpus: str, most: int) -> list[tuple[str, str]]:
    """Paths and texts of a corpus, the first ``most`` in path order."""
    if corpus == "gwr_cpc":
        paths = sorted((CORPORA / corpus).glob("*.txt"))[:most]
        return [(p.name, p.read_text("utf-8-sig")) for p in paths]
    found = []
    with tarfile.open(CORPORA / f"{corpus}.tar.xz") as archive:
        for member in archive:
            if member.isfile() and member.name.endswith((".md", ".txt")):
                handle = archive.extractfile(member)
                found.append((member.name, handle.read().decode("utf-8-sig", "replace") if handle else ""))
    step = max(1, len(found) // most)
    return sorted(found)[::step][:most]


def documents_of(corpus: str, most: int) -> list[Document]:
    """The texts as the pipeline hands them to detect: cleaned, with titles and datelines told apart."""
    rules, _ = load_rules(None)
    with tempfile.TemporaryDirectory() as folder:
        for path, text in texts(corpus, most):
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return [parse(text) for text in clean_all(read_folder(Path(folder)).sources, rules)]


def measure(corpus: str, most: int) -> dict[str, float]:
    """Detect on a corpus in this process."""
    documents = documents_of(corpus, most)
    before, start = loop(), time.process_time()
    detection = detect(documents)
    taken = time.process_time() - start
    return {
        "documents": len(documents),
        "letters": sum(len(d.text) for d in documents),
        "cpu": taken,
        "loop": (before + loop()) / 2,
        "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        "matches": len(detection.matches),
        "formulations": len(detection.formulations),
        "copies": len(detection.copies),
    }


def child(corpus: str, most: int) -> dict[str, float]:
    """Measure in a process of its own, twice if that does not take minutes; the quicker run."""
    command = [sys.executable, "-m", "bench.detect", "--one", corpus, str(most)]
    runs = 1 if most > SHARES[-1] and corpus == "laws" else 2
    outputs = (
        subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(runs)
    )
    return min((dict(json.loads(output)) for output in outputs), key=lambda told: told["cpu"])


def loop() -> float:
    """Processor seconds of a fixed loop, to compare machines and loads by."""
    start, total = time.process_time(), 0
    for number in range(10**7):
        total += number & 7
    return time.process_time() - start


def table(rows: list[tuple[str, dict[str, float]]]) -> str:
    """The measurements in Markdown, each beside its goal."""
    heads = ["corpus", "documents", "characters", "CPU s", "goal", "loop, CPU s", "peak GB", "goal", *FOUND]
    lines = [heads, ["---"] * len(heads)]
    for corpus, r in rows:
        goal = GOALS[corpus] if corpus != "laws" or r["documents"] > SHARES[-1] else {}
        time_and_room = [f"{r['cpu']:.1f}", held(r, goal, "cpu"), f"{r['loop']:.2f}"]
        time_and_room += [f"{r['rss']:.2f}", held(r, goal, "rss")]
        found = (f"{r[what]:,.0f}" for what in FOUND)
        lines.append([corpus, f"{r['documents']:.0f}", f"{r['letters']:,.0f}", *time_and_room, *found])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def held(figures: dict[str, float], goals: dict[str, float], what: str) -> str:
    """A goal, and whether the figure meets it; nothing where there is no goal."""
    if what not in goals:
        return ""
    return f"{goals[what]:g}, {'met' if figures[what] <= goals[what] else 'missed'}"


def exponent(rows: list[tuple[str, dict[str, float]]], figure: str) -> float:
    """Growth of a figure with the size of the statutes, fitted to all their shares: 1 is linear.

    Processor seconds are told in those of the loop, since a busy machine's clock changes between two rows.
    """
    laws = [r for corpus, r in rows if corpus == "laws"]
    sizes = np.log([r["letters"] for r in laws])
    figures = np.log([r[figure] / (r["loop"] if figure == "cpu" else 1) for r in laws])
    return float(np.polyfit(sizes, figures, 1)[0])


def report(rows: list[tuple[str, dict[str, float]]]) -> str:
    """What is printed and written."""
    growth = exponent(rows, "cpu")
    goal = held({"exponent": growth}, GROWTH, "exponent")
    return (
        "# Bench of detect\n\n"
        "From folding to formulations, of texts that were cleaned and parsed before; every row a process\n"
        "of its own: the quicker of two, of all the statutes one. *Loop* is what ten million steps in\n"
        "Python took before and behind it. `make bench` measures it anew.\n\n"
        f"{table(rows)}\n\n"
        f"Growth exponent over the statutes, times told in those of the loop: {growth:.2f} (goal {goal}) "
        f"(Python {platform.python_version()}, {platform.machine()}, {date.today().isoformat()}).\n"
        f"What is found grows, too: that of matches is {exponent(rows, 'matches'):.2f}.\n\n"
        "On the reports (gwr_cpc) passim 2 needed at least 81 CPU s, chinesetextreuse 44 and TextPAIR\n"
        "26; passim did not end on 5,000 documents of 36 million characters (measured for this project\n"
        "before it began, on another machine with two cores).\n"
    )


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="measure detect")
    parser.add_argument("--all", action="store_true", help="all the statutes as well")
    parser.add_argument("--write", action="store_true", help="write docs/bench-detect.md")
    parser.add_argument("--one", nargs=2, metavar=("CORPUS", "MOST"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure(arguments.one[0], int(arguments.one[1]))))
        return 0
    if not CORPORA.is_dir():
        print("../shared/corpora is absent: detect cannot be measured", file=sys.stderr)
        return 2
    sizes = [("gwr_cpc", 10**6), *(("laws", n) for n in (*SHARES, *([10**6] if arguments.all else [])))]
    text = report([(corpus, child(corpus, most)) for corpus, most in sizes])
    print(text)
    if arguments.write:
        DOCS.mkdir(exist_ok=True)
        (DOCS / "bench-detect.md").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
