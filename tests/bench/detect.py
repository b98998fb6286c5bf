"""Measure detect, from fold to formulations, on the corpora in ../shared: CPU seconds and peak memory.

    python -m bench.detect                the reports, and shares of the statutes that double
    python -m bench.detect --all          all the statutes as well (minutes)

Every measurement is a process of its own. The time of loading jieba's dictionary is not counted.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tarfile
import time
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
SHARES = (100, 200, 400)


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


def measure(corpus: str, most: int) -> dict[str, float]:
    """Detect on a corpus in this process."""
    import jieba.posseg  # noqa: PLC0415 (loaded here so that its dictionary is not counted)

    from hujian.detect import detect  # noqa: PLC0415
    from making import make_document  # noqa: PLC0415

    jieba.posseg.lcut("预热词典")
    documents = []
    for path, text in texts(corpus, most):
        lines = [line.strip() for line in text.splitlines()]
        documents.append(make_document(*(line for line in lines if line), path=path))
    start = time.process_time()
    detection = detect(documents)
    return {
        "documents": len(documents),
        "letters": sum(len(d.text) for d in documents),
        "cpu": time.process_time() - start,
        "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        "matches": len(detection.matches),
        "formulations": len(detection.formulations),
        "copies": len(detection.copies),
    }


def child(corpus: str, most: int) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", "bench.detect", "--one", corpus, str(most)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(output))


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="measure detect")
    parser.add_argument("--all", action="store_true", help="all the statutes as well")
    parser.add_argument("--one", nargs=2, metavar=("CORPUS", "MOST"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure(arguments.one[0], int(arguments.one[1]))))
        return 0
    if not CORPORA.is_dir():
        print("../shared/corpora is absent: detect cannot be measured", file=sys.stderr)
        return 2
    rows = [("gwr_cpc", 10**6), *(("laws", n) for n in (*SHARES, *([10**6] if arguments.all else [])))]
    print("corpus       documents   characters  CPU s  GB    matches formulations copies")
    laws = []
    for corpus, most in rows:
        r = child(corpus, most)
        print(
            f"{corpus:12} {r['documents']:9} {r['letters']:12} {r['cpu']:6.1f} {r['rss']:5.2f}"
            f" {r['matches']:8} {r['formulations']:12} {r['copies']:6}",
            flush=True,
        )
        if corpus == "laws":
            laws.append((math.log(r["letters"]), math.log(r["cpu"])))
    (x0, y0), (x1, y1) = laws[0], laws[-1]
    print(f"growth exponent over the statutes: {(y1 - y0) / (x1 - x0):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
