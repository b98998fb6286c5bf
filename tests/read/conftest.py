"""Real texts that lie beside the checkout."""

from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "gwr_cpc"


@pytest.fixture(scope="session")
def report_texts() -> list[str]:
    if not CORPUS.is_dir():
        pytest.skip("the work reports are not here: they are expected in ../shared/corpora/gwr_cpc")
    return [path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))[::8]]
