"""Salutations (同志们：) and addressees of notices (各市、州文化和旅游局：)."""

from __future__ import annotations

import re
from typing import Final

from hujian.parse.draft import Draft, Line
from hujian.parse.letterheads import is_letterhead

_VOCATIVE: Final = (
    r"(?:尊敬的|亲爱的|敬爱的)?(?:各位|诸位|全体|青年|少年|广大|两院|港澳台|海外)?"
    r"[\u4e00-\u9fffA-Za-z×]{0,10}"
    r"(?:同志|代表|委员|领导|来宾|嘉宾|朋友|专家|学者|同学|老师|同仁|同胞|先生|女士|书记|主任|局长|部长|主席|校友|家长|乡亲|战友|"
    r"团长|阁下|馆长|院长|校长|理事|会员|党员|干部|常委|记者|大家|父老)(?:们)?"
)
SALUTATION: Final = re.compile(
    rf"{_VOCATIVE}(?:[、，,和及与 \u3000]{_VOCATIVE}){{0,8}}(?:[：:！!]|(?<=们)$|(?<=代表)$)"
)
"""A whole line that does nothing but address the hearers."""

_ADDRESSEE: Final = re.compile(
    r"[^。；！？]{2,160}(?:局|委|厅|办|部|院|会|馆|公司|单位|政府|党委|支部|总支|校|中心|所|站|处|科|组|机构|部门|社|队|团|"
    r"人员|党组|工委|银行|企业|室|县|市|区|镇|乡|街道)[）)]?[：:]"
)
_NOT_ADDRESSED: Final = re.compile(r"如下|以下|强调|指出|认为|要求|根据|为了|现将")
_LONGEST_SALUTATION: Final = 60


def recognise_salutations(draft: Draft) -> Draft:
    """Mark every line that only addresses the hearers."""
    return draft.marked("salutation", *(line for line in draft.lines if is_salutation(line)))


def is_salutation(line: Line) -> bool:
    """Whether the line does nothing but address the hearers."""
    text = line.text
    return (
        len(text) <= _LONGEST_SALUTATION
        and text[-1:] in "：:！!们表"
        and SALUTATION.fullmatch(text) is not None
    )


def is_addressee(line: Line) -> bool:
    """Whether the line names the bodies to which a notice goes, and ends in a colon."""
    text = line.text
    return (
        text[-1:] in {"：", ":"}
        and _ADDRESSEE.fullmatch(text) is not None
        and _NOT_ADDRESSED.search(text) is None
    )


def recognise_addressee(draft: Draft) -> Draft:
    """Mark the addressee: the first line behind the title, if it is one."""
    below = draft.title_lines[-1].index if draft.title_lines else 0
    for line in draft.lines[below:]:
        if draft.kinds[line.index] in {"title", "dateline", "byline"} or is_letterhead(line.text):
            continue
        return (
            draft.marked("addressee", line)
            if draft.kinds[line.index] == "body" and is_addressee(line)
            else draft
        )
    return draft
