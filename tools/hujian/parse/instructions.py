"""Reading formulations.txt, the keeper's wishes about formulations, one a line.

# 井号开头的行是说明
添加 把好事办实
禁止 有关部门
合并 系好第一粒扣子 = 扣好第一粒扣子
命名 能者上庸者下劣者汰 = 能上能下
"""

from __future__ import annotations

import re
from typing import Final

from hujian.errors import ContentError
from hujian.fold import letters_of
from hujian.model import Finding, Instruction, Verb
from hujian.settings import FORMULATIONS_FILE

VERBS: Final[dict[str, Verb]] = {"添加": "add", "禁止": "forbid", "合并": "merge", "命名": "name"}
_LINE: Final = re.compile(r"(添加|禁止|合并|命名)[\s:：]*(.*)")
_EQUALS: Final = re.compile(r"\s*[=＝]\s*")
_COMMENT: Final = ("#", "＃")
_HOW: Final = "写法：添加 提法；禁止 提法；合并 提法 = 另一写法；命名 提法 = 名称。"


def read_instructions(text: str) -> tuple[tuple[Instruction, ...], tuple[Finding, ...]]:
    """Instructions in the order of their lines, and a finding for every line that says none.

    Raises:
        ContentError: if there are lines, and none says anything.
    """
    instructions: list[Instruction] = []
    findings: list[Finding] = []
    for number, line in enumerate(text.splitlines(), 1):
        wish = line.strip("\ufeff\u3000 \t")
        if not wish or wish.startswith(_COMMENT):
            continue
        instruction = _read(wish, number)
        if instruction is None:
            message = f"第 {number} 行“{wish[:30]}”看不懂，没有采用。"
            findings.append(_finding(message, _HOW))
            continue
        instructions.append(instruction)
        if instruction.verb == "add" and len(letters_of(instruction.wordings[0])) == 1:
            findings.append(_single(wish, number))
    if findings and not instructions:
        raise ContentError(f"提法名单 {FORMULATIONS_FILE} 没有一行看得懂：{findings[0].message}", _HOW)
    return tuple(instructions), tuple(findings)


def idle_finding(instruction: Instruction) -> Finding:
    """What to say of a line that matched nothing."""
    wording = "、".join(f"“{w}”" for w in instruction.wordings)
    why = f"{wording}在文本或提法中没有找到"
    if instruction.verb == "forbid":  # the texts may well hold it
        why = f"没有{wording}这样一条提法"
    return _finding(f"第 {instruction.line} 行没有起作用：{why}。", "请核对用字；若已不需要，请删去这一行。")


def _single(wish: str, number: int) -> Finding:
    return _finding(
        f"第 {number} 行“{wish[:30]}”只有一个字，凡有这个字的地方都算一处。",
        "若不是本意，请写出完整的提法，或删去这一行。",
        "formulation-short",
    )


def _read(wish: str, number: int) -> Instruction | None:
    match = _LINE.fullmatch(wish)
    if match is None:
        return None
    verb, parts = VERBS[match[1]], [part for part in _EQUALS.split(match[2]) if part]
    if verb == "name":
        named = len(parts) == 2 and _sayable(parts[:1], 1)
        return Instruction(verb, (parts[0],), number, parts[1]) if named else None
    if not _sayable(parts, 2 if verb == "merge" else 1) or (verb != "merge" and len(parts) != 1):
        return None
    return Instruction(verb, tuple(parts), number)


def _sayable(wordings: list[str], least: int) -> bool:
    """Whether there are enough wordings and each has letters."""
    return len(wordings) >= least and all(letters_of(w) for w in wordings)


def _finding(message: str, remedy: str, code: str = "formulation-list") -> Finding:
    return Finding(code, FORMULATIONS_FILE, None, None, message, remedy)
