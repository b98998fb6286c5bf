"""Golden cases: golden/<case>/in.txt gives out.txt and ledger.json (`--update-golden` writes them)."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hujian.clean import Rules, clean
from hujian.model import SourceFile

CASES = sorted(path.parent for path in Path(__file__).parent.glob("golden/*/in.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden_case(case: Path, rules: Rules, make: Callable[..., SourceFile], update_golden: bool) -> None:
    result = clean(make((case / "in.txt").read_bytes().decode("utf-8")), rules)
    entries = [json.dumps(dataclasses.asdict(edit), ensure_ascii=False) for edit in result.ledger]
    ledger = "[\n" + ",\n".join(entries) + "\n]\n"
    if update_golden:
        (case / "out.txt").write_bytes(result.text.encode("utf-8"))
        (case / "ledger.json").write_bytes(ledger.encode("utf-8"))
    assert result.text == (case / "out.txt").read_bytes().decode("utf-8")
    assert ledger == (case / "ledger.json").read_bytes().decode("utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) >= 10
