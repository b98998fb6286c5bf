"""The column 已核: what a keeper has looked at stays on record and no longer counts."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from hujian.clean import load_rules
from hujian.model import Finding
from hujian.parse import CatalogRow, acknowledge
from hujian.settings import FINDING_NAMES

FOUND = (
    Finding("placeholder", "a.txt", 3, 5, "一处", "补上"),
    Finding("placeholder", "a.txt", 8, 9, "又一处", "补上"),
    Finding("no-date", "a.txt", None, None, "没有日期", "填写"),
    Finding("placeholder", "b.txt", 3, 5, "别的文件", "补上"),
    Finding("lock-missing", "", None, None, "没有登记", "登记"),
)


def marked(file: str, cell: str) -> tuple[list[bool], list[Finding]]:
    found = acknowledge(FOUND, {file: CatalogRow(file, acknowledged=cell, row=4)})
    return [f.acknowledged for f in found[: len(FOUND)]], list(found[len(FOUND) :])


@pytest.mark.parametrize("cell", ["占位符", "placeholder", " 占位符、 ", "占位符，占位符"])
def test_all_findings_of_a_kind_about_the_file_are_marked(cell: str) -> None:
    assert marked("a.txt", cell) == ([True, True, False, False, False], [])


@pytest.mark.parametrize(
    "cell", ["占位符、没有日期", "no-date placeholder", "没有日期；占位符", "占位符\n没有日期"]
)
def test_a_cell_lists_several_kinds(cell: str) -> None:
    assert marked("a.txt", cell) == ([True, True, True, False, False], [])


def test_the_collection_as_a_whole_is_called_by_a_star() -> None:
    assert marked("*", "没有登记") == ([False, False, False, False, True], [])


@pytest.mark.parametrize(
    ("file", "word"), [("a.txt", "缺字"), ("c.txt", "占位符"), ("a.txt", "占位"), ("*", "占位符")]
)
def test_one_that_fits_nothing_is_itself_a_finding(file: str, word: str) -> None:
    marks, (idle,) = marked(file, word)
    assert not any(marks)
    assert (idle.code, idle.source, idle.acknowledged) == ("idle-acknowledgement", "catalog.csv", False)
    assert f"第 4 行“已核”列：“{file}”没有叫“{word}”的提示" in idle.message


def test_every_kind_has_one_name_that_fits_into_a_cell() -> None:
    names, package = list(FINDING_NAMES.values()), ROOT / "tools" / "hujian"
    assert len(set(names)) == len(names)
    assert not [name for name in names if re.search(r"[\s,，、;；/]", name)]
    rules, _ = load_rules(None)
    assert {rule.id for rule in rules.rules if rule.edit_class == "flag"} <= FINDING_NAMES.keys()
    codes = re.compile(r'\b(?:Finding|whole_file|at)\([^"]*"([a-z]+(?:-[a-z]+)+)"')
    told = {
        code
        for room in ("read", "clean", "parse", "pipeline.py")
        for path in (package / room, *(package / room).rglob("*.py"))
        if path.is_file()
        for code in codes.findall(path.read_text("utf-8"))
    }
    assert len(told) > 10
    assert told <= FINDING_NAMES.keys()
