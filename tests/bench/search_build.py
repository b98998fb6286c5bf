"""Build the search of a synthetic collection in this process, and say what it cost.

    python -m bench.search_build SIZE TIER FOLDER

The index comes from the search room alone, without pages for its documents; the search page and its
scripts are those of a site that was built of content/ in FOLDER before.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bench.search_corpus import collection
from hujian.plugin.preload import preloading
from hujian.search import search_files
from hujian.settings import SEARCH_PAGE, SearchTier
from hujian.store import write_atomically

ROOT = Path(__file__).resolve().parents[2]


def shell(folder: Path) -> None:
    """Build the site of content/ in ``folder``, and take its search away."""
    command = [sys.executable, "-m", "hujian", "build", "--content", "content", "--site", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(folder / "search")
    page = folder / SEARCH_PAGE  # its hints are those of the search that was taken away
    page.write_text(preloading(page.read_text("utf-8"), ()), "utf-8")


def build(size: int, tier: SearchTier, folder: Path) -> dict[str, float]:
    """Write the search; CPU seconds are those of the search alone, without writing."""
    made = collection(size)
    text = sum(len(d.text.encode()) for d in made.documents)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cpu, disk, paths = 0.0, 0, []
    start = time.process_time()
    for path, data in search_files(made, (), tier):
        cpu += time.process_time() - start
        write_atomically(folder / path, data)
        disk += len(data)
        paths.append(path)
        start = time.process_time()
    page = folder / SEARCH_PAGE
    write_atomically(page, preloading(page.read_text("utf-8"), paths).encode())
    return {
        "characters": sum(len(d.text) for d in made.documents),
        "cpu": cpu,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        "documents_peak": before / 1e6,
        "disk": disk / text,
        "files": len(paths),
    }


if __name__ == "__main__":
    print(json.dumps(build(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))))  # type: ignore[arg-type]
