"""Small collections made by hand, for the tests of detect."""

from __future__ import annotations

from hypothesis import strategies as st

from hujian.detect import detect
from hujian.model import Detection, Document, Formulation, Span
from making import make_document

CLAUSES = (
    "各馆要把阅览座席向读者全天开放",
    "流动书车每周三开进山区小学",
    "老年读者可以请馆员代为借还",
    "旧书修补由志愿者轮流承担",
    "夜间自习室延长到二十二点关门",
    "少儿绘本区按年龄重新排架",
    "地方文献征集工作覆盖全部乡镇",
    "读者留言七日之内必须答复",
    "借阅证办理不再收取任何押金",
    "盲文书架摆在一层入口东侧",
    "馆际互借目录逐月公布更新",
    "图书漂流点设在车站候车大厅",
    "暑期夏令营名额向留守儿童倾斜",
    "古籍库房温度湿度昼夜有人记录",
)
"""Clauses that share no four letters with one another."""


def collection(*texts: str) -> list[Document]:
    """Documents 0.txt, 1.txt ... of the given texts, a line each paragraph."""
    return [make_document(*text.split("\n"), path=f"{n}.txt") for n, text in enumerate(texts)]


def text_of(documents: list[Document], span: Span) -> str:
    """The text of a place."""
    return next(d.text for d in documents if d.path == span.document)[span.start : span.end]


def pairs(documents: list[Document]) -> list[tuple[str, str]]:
    """The texts of all matches."""
    return [(text_of(documents, m.a), text_of(documents, m.b)) for m in detect(documents).matches]


def found(*texts: str) -> tuple[Formulation, ...]:
    """The formulations of a collection of texts."""
    return detect(collection(*texts)).formulations


def wordings(*texts: str) -> list[set[str]]:
    """Every formulation as the set of its wordings."""
    return [{f.canonical, *f.variants} for f in found(*texts)]


def every_wording(*texts: str) -> set[str]:
    """Every wording of any formulation."""
    return set().union(*wordings(*texts))


@st.composite
def small_collections(draw: st.DrawFn) -> list[Document]:
    """Two to four documents of lines of the clauses above, some clauses in several documents."""
    lines = st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=4).map(lambda c: "，".join(c) + "。")
    texts = st.lists(lines, min_size=1, max_size=4).map("\n".join)
    return collection(*draw(st.lists(texts, min_size=2, max_size=4)))


def spans(detection: Detection) -> list[Span]:
    """All places that are told."""
    return [
        *(side for match in detection.matches for side in (match.a, match.b)),
        *(place for formulation in detection.formulations for place in formulation.occurrences),
    ]
