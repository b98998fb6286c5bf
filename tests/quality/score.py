"""Score detect against the gold data and hold it to the pinned floors.

python -m quality.score                  score; exit 1 below a floor
python -m quality.score --pin            write today's scores as floors, where they are higher
python -m quality.score --pin --lower    write them even where they are lower; say why in the commit
python -m quality.score --write          write docs/quality.md
python -m quality.score --show           list what was missed and what was wrong
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from hujian.clean import clean_all, load_rules
from hujian.detect import detect
from hujian.model import Document, Span
from hujian.parse import parse
from hujian.read import read_folder
from quality import formulation_score, passage_score
from quality.formulation_score import FoundEntry
from quality.gold import COUNTY, GOLD, Gold, Pair, Place, load_gold
from quality.report import report
from quality.word_ends import ends_inside_words

FLOORS = {GOLD: Path(__file__).with_name("floors.json"), COUNTY: COUNTY / "floors.json"}
DOCS = Path(__file__).resolve().parents[2] / "docs"
LOWER_IS_BETTER = frozenset(
    {
        "passages.negatives_hit",
        "passages.ends_inside_words",
        "formulations.forbidden",
        "formulations.places_missed",
        "formulations.ends_inside_words",
    }
)
MARGIN = 0.0005  # floors are rounded to three digits


def gold_documents(folder: Path) -> list[Document]:
    """The gold texts as the pipeline sees them."""
    rules, _ = load_rules(None)
    return [parse(text) for text in clean_all(read_folder(folder / "texts").sources, rules)]


def source_places(documents: list[Document]) -> Callable[[Span], Place]:
    """How a clean span maps to a place in the source file."""
    by_path = {d.path: d.clean for d in documents}
    return lambda span: (span.document, *by_path[span.document].to_source(span.start, span.end))


def run(folder: Path) -> tuple[Gold, list[Pair], list[FoundEntry], list[Document]]:
    """Detect on the gold texts."""
    gold, documents = load_gold(folder), gold_documents(folder)
    detection = detect(documents)
    place = source_places(documents)
    pairs = [Pair(place(m.a), place(m.b), m.kind) for m in detection.matches]
    entries = [
        FoundEntry(f.canonical, f.variants, frozenset(place(o) for o in f.occurrences))
        for f in detection.formulations
    ]
    return gold, pairs, entries, documents


def scores(folder: Path) -> tuple[str, dict[str, float]]:
    """Hash of the gold data and every score by name."""
    gold, pairs, entries, _ = run(folder)
    found = {f"passages.{k}": v for k, v in passage_score.passage_scores(gold, pairs).items()}
    found |= {
        f"formulations.{k}": v
        for k, v in formulation_score.formulation_scores(gold, entries).items()
        if k != "entries"
    }
    found["passages.ends_inside_words"] = ends_inside_words(
        gold.texts, (x for p in pairs for x in (p.a, p.b))
    )
    found["formulations.ends_inside_words"] = ends_inside_words(
        gold.texts, (place for entry in entries for place in entry.places)
    )
    return gold.sha256, {name: round(value, 4) for name, value in found.items()}


def below(found: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Scores that are worse than their floor."""
    return [
        f"{name}: {found[name]} (floor {floor})"
        for name, floor in floors.items()
        if (found[name] > floor + MARGIN if name in LOWER_IS_BETTER else found[name] < floor - MARGIN)
    ]


def pin(floors: Path, digest: str, found: dict[str, float], *, lower: bool) -> None:
    """Write the floors; without ``lower`` none gets worse."""
    old = json.loads(floors.read_text("utf-8"))["floors"] if floors.exists() else {}
    new = {}
    for name, value in sorted(found.items()):
        kept = old.get(name, value)
        better = min(kept, value) if name in LOWER_IS_BETTER else max(kept, value)
        new[name] = value if lower else better
    floors.write_text(json.dumps({"gold_sha256": digest, "floors": new}, indent=2) + "\n", "utf-8")


def show(folder: Path) -> None:
    """List misses and mistakes."""
    gold, pairs, entries, _ = run(folder)
    missed, wrong, _, hit = passage_score.judge(gold, pairs)
    for title, rows in (("missed", missed), ("wrong", wrong), ("negatives hit", hit)):
        print(f"== passages {title}")
        for row in rows:
            print(row.kind, *(f"{p[0]}:{p[1]} {gold.texts[p[0]][p[1] : p[2]]!r}" for p in (row.a, row.b)))
    verdict = formulation_score.judge(gold, entries)
    print("== formulations missed", [e.canonical for e in verdict.missed])
    print("== formulations wrong", [f.canonical for f in verdict.wrong])
    print("== formulations forbidden", verdict.forbidden)


def hold(folder: Path, arguments: argparse.Namespace) -> list[str]:
    """Score against one set of gold data. Returns what is below a floor."""
    if arguments.show:
        show(folder)
    digest, found = scores(folder)
    print(f"== {folder.name}", *(f"{name:32} {value:.4f}" for name, value in found.items()), sep="\n")
    if arguments.write and folder == GOLD:
        DOCS.mkdir(exist_ok=True)
        (DOCS / "quality.md").write_text(report(digest, found), "utf-8")
    if arguments.pin:
        pin(FLOORS[folder], digest, found, lower=arguments.lower)
    pinned = json.loads(FLOORS[folder].read_text("utf-8"))
    if pinned["gold_sha256"] != digest:
        return ["the gold data have changed: look at the scores, then --pin --lower"]
    return below(found, pinned["floors"])


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="score detect against the gold data")
    parser.add_argument("--pin", action="store_true", help="write today's scores as floors")
    parser.add_argument("--lower", action="store_true", help="let floors be lowered")
    parser.add_argument("--show", action="store_true", help="list misses and mistakes")
    parser.add_argument("--write", action="store_true", help="write docs/quality.md")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print("../shared/gold-dev is absent: only the texts of the county are scored", file=sys.stderr)
    failures = [
        f"{folder.name}: {failure}"
        for folder in FLOORS
        if folder.is_dir()
        for failure in hold(folder, arguments)
    ]
    print(*failures, sep="\n", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
