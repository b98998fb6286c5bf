"""formulations.txt, as keepers write it."""

from __future__ import annotations

import pytest

from hujian.errors import ContentError
from hujian.model import Instruction
from hujian.parse import idle_finding, read_instructions


@pytest.mark.parametrize(
    ("line", "instruction"),
    [
        ("添加 把好事办实", Instruction("add", ("把好事办实",), 1)),
        ("添加：把好事办实", Instruction("add", ("把好事办实",), 1)),
        ("\ufeff　禁止　有关部门 ", Instruction("forbid", ("有关部门",), 1)),
        ("合并 甲乙＝丙丁 = 戊己", Instruction("merge", ("甲乙", "丙丁", "戊己"), 1)),
        ("命名 能者上、庸者下 = 能上能下", Instruction("name", ("能者上、庸者下",), 1, "能上能下")),
    ],
)
def test_lines(line: str, instruction: Instruction) -> None:
    assert read_instructions(line) == ((instruction,), ())


@pytest.mark.parametrize("line", ["添加", "添加 、。", "合并 甲乙", "命名 甲乙", "加入 甲乙", "添加 甲 = 乙"])
def test_a_line_that_says_nothing_is_a_finding(line: str) -> None:
    with pytest.raises(ContentError, match="第 3 行") as told:
        read_instructions(f"# 说明\n\n{line}\n")
    assert "写法" in told.value.remedy
    instructions, (finding,) = read_instructions(f"# 说明\n\n{line}\n添加 甲乙\n")
    assert instructions == (Instruction("add", ("甲乙",), 4),)
    assert finding.code == "formulation-list"
    assert "第 3 行" in finding.message


def test_what_matched_nothing_is_named_with_its_line() -> None:
    finding = idle_finding(Instruction("merge", ("甲", "乙"), 7))
    assert "第 7 行" in finding.message
    assert "“甲”、“乙”" in finding.message


def test_a_forbidden_wording_that_is_no_formulation_is_called_just_that() -> None:
    (message,) = {idle_finding(Instruction("forbid", ("有关部门",), 2)).message}
    assert message == "第 2 行没有起作用：没有“有关部门”这样一条提法。"


def test_a_single_letter_is_added_but_questioned() -> None:
    instructions, (finding,) = read_instructions("添加 党\n添加 自我革命\n")
    assert [i.wordings for i in instructions] == [("党",), ("自我革命",)]
    assert "第 1 行“添加 党”" in finding.message
    assert "一个字" in finding.message
