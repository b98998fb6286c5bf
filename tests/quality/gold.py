"""The gold data: what they hold and where they lie.

The larger set, ../shared/gold-dev, is not part of the repository; the smaller one, county/, is. The README.md
of each says what its annotators call a passage.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold-dev"
COUNTY = Path(__file__).with_name("county")
FILES = (
    "passages.jsonl",
    "borderline.jsonl",
    "negatives.jsonl",
    "formulations.jsonl",
    "not_formulations.txt",
)

Place = tuple[str, int, int]  # file, start, end in code points of the source


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that the annotators, or a detector, put side by side."""

    a: Place
    b: Place
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A recurring formulation of the gold data."""

    canonical: str
    variants: tuple[str, ...]
    grade: str  # core, good, marginal


@dataclass(frozen=True, slots=True)
class Gold:
    """Everything that was annotated."""

    texts: dict[str, str]
    passages: list[Pair]
    borderline: list[Pair]
    negatives: list[Pair]
    entries: list[Entry]
    forbidden: list[str]
    sha256: str  # of texts and annotations together


def _pairs(path: Path) -> list[Pair]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Pair((r["a"], r["a_start"], r["a_end"]), (r["b"], r["b_start"], r["b_end"]), r["kind"]) for r in rows
    ]


def load_gold(folder: Path) -> Gold:
    """Read annotated texts."""
    digest = hashlib.sha256()
    sources = sorted((folder / "texts").glob("*.txt"))
    for path in [*sources, *(folder / name for name in FILES)]:
        digest.update(path.read_bytes())
    entries = [json.loads(line) for line in (folder / FILES[3]).read_text("utf-8").splitlines()]
    forbidden = (folder / FILES[4]).read_text("utf-8").splitlines()
    return Gold(
        texts={path.name: path.read_bytes().decode("utf-8") for path in sources},
        passages=_pairs(folder / FILES[0]),
        borderline=_pairs(folder / FILES[1]),
        negatives=_pairs(folder / FILES[2]),
        entries=[Entry(e["canonical"], tuple(e["variants"]), e["grade"]) for e in entries],
        forbidden=[line.split("\t")[0] for line in forbidden if line.strip()],
        sha256=digest.hexdigest(),
    )
