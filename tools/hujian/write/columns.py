"""What the columns of the tables hold, in Chinese: an export says it in its datapackage.json."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from hujian.write.concordance import CONTEXT

Type = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str  # as in the records of docs/records.md where it is there
    type: Type  # of Table Schema
    meaning: str  # Chinese


def _text(name: str, meaning: str) -> Column:
    return Column(name, "string", meaning)


def _count(name: str, meaning: str) -> Column:
    return Column(name, "integer", meaning)


def _of_text(prefix: str = "", of: str = "") -> list[Column]:
    return [
        _text(f"{prefix}title", f"{of}标题"),
        _text(
            f"{prefix}date", f"{of}日期，只到已知的精度（2023、2023-06、2023-06-28），不明为空；请按文本读入"
        ),
        _text(
            f"{prefix}level", f"{of}层级：national、province、city、district、county、township、unit、unknown"
        ),
    ]


def _place(prefix: str = "", of: str = "") -> list[Column]:
    return [
        _text(f"{prefix}source", f"{of}源文件路径"),
        *_of_text(prefix, of),
        _text(f"{prefix}paragraph", f"{of}段落编号，网址是 texts/<id>.html#<paragraph>"),
        _count(f"{prefix}start", f"{of}起：源文件解码后的码点位置"),
        _count(f"{prefix}end", f"{of}止：不含此位置"),
        _text(f"{prefix}text", f"{of}源文件中的这一段"),
    ]


_BASIS = "的依据：stated 原文写明、inferred 推断、catalog 编目员填写、unknown 不明"
_EARLIEST = Column("earliest", "boolean", "是否最早一处；日期不明或分不出先后，整条为空")
_SHARE = "，0 到 1"

COLUMNS: Final[dict[str, Sequence[Column]]] = {
    "documents": (
        _text("source", "源文件路径，各表以此相连"),
        _text("id", "网页名称"),
        *(
            column
            for name, meaning in (
                ("title", "标题"),
                ("date", "日期，只到已知的精度，不明为空；请按文本读入"),
                ("speaker", "讲话人"),
                ("level", "层级"),
                ("place", "地区"),
            )
            for column in (_text(name, meaning), _text(f"{name}_basis", meaning.split("，")[0] + _BASIS))
        ),
        _text("origin", "来源，编目员填写"),
        _text("note", "备注"),
        _count("paragraphs", "段数"),
        _text("encoding", "源文件的编码"),
        _text("sha256", "源文件的校验值"),
    ),
    "paragraphs": (
        _text("source", "源文件路径"),
        *_of_text(),
        _text("paragraph", "段落编号，网址是 texts/<id>.html#<paragraph>"),
        _text("kind", "title、dateline、byline、addressee、salutation、heading、body、signature"),
        _count("start", "起：源文件解码后的码点位置"),
        _count("end", "止：不含此位置"),
        _text("text", "源文件中的这一段"),
    ),
    "formulations": (
        _text("id", "编号"),
        _text("canonical", "本条写法"),
        _text("name", "编目员所给的名称"),
        _text("label", "slogan 口号、template 程式用语、quotation 引语、substantive 专门提法"),
        _count("documents", "见于几篇"),
        _count("occurrences", "见于几处"),
        _count("variants", "异文有几种"),
        _text("earliest_source", "最早一处的源文件；日期不明或分不出先后为空"),
        _text("earliest_date", "它的日期"),
    ),
    "occurrences": (
        _text("formulation", "提法编号"),
        _text("canonical", "本条写法"),
        _text("label", "类别"),
        _text("variant", "该处是哪一种写法：本条写法或一种异文"),
        *_place(),
        _text("left", f"前文：同一段内至多 {CONTEXT} 字"),
        _text("right", f"后文：同一段内至多 {CONTEXT} 字"),
        _EARLIEST,
    ),
    "matches": (
        _text("id", "编号"),
        _text("kind", "verbatim 同文、light 近似、adapted 改写"),
        Column("similarity", "number", "相似度，2·LCS/(|a|+|b|)" + _SHARE),
        _text("earlier", "较早的一篇：a 或 b；分不出为空"),
        *_place("a_", "a 的"),
        *_place("b_", "b 的"),
    ),
    "families": (_text("family", "编号"), *_place(), _EARLIEST),
    "coverage": (
        _text("source", "所量的一篇"),
        *_of_text(),
        _text("other", "另一篇"),
        *_of_text("other_", "另一篇的"),
        _count("shared", "所量的一篇有多少字在两篇相同或相近的段落里"),
        _count("distinctive", "其中除去套话的字数"),
        _count("letters", "所量的一篇的全部字数"),
        Column("share", "number", "shared / letters" + _SHARE),
        Column("distinctive_share", "number", "distinctive / letters" + _SHARE),
    ),
    "copies": (
        _text("a", "源文件路径"),
        _text("b", "几乎相同的另一个文件"),
        Column("similarity", "number", "相似度，n 元组的 Jaccard 系数" + _SHARE),
    ),
    "findings": (
        _text("code", "代号"),
        _text("name", "名称，“已核”列照此填写"),
        _text("source", "源文件路径；整个文集为空"),
        _count("start", "起；整个文件为空"),
        _count("end", "止"),
        _text("message", "情况"),
        _text("remedy", "办法"),
        Column("acknowledged", "boolean", "已核"),
    ),
}
"""Columns by table, in order."""
