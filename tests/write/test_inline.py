from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from hujian.model import Mark
from hujian.write.inline import Decor, hidden, inline

TEXT = '各级组织要<把>读者&放在首位"，努力做好阅读推广工作。'


def mark(number: int, start: int, end: int) -> Mark:
    return Mark(f"f{number}", start, end, f"f{number}-1", f"formulations/f{number}.html#a-1", 2)


def page(found: Mark) -> str:
    return found.target.partition("#")[0]


def html_of(found: list[Mark], *decor: Decor) -> str:
    return inline(TEXT, 0, len(TEXT), marks=found, decor=decor, root="", labels={})


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<p id=root>{html}</p>")


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda pair: (pair[0], min(len(TEXT), pair[0] + pair[1]))
)


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    return [mark(i, *span) for i, span in enumerate(draw(st.lists(spans, max_size=6)))]


@given(marks())
def test_the_text_content_is_the_text(found: list[Mark]) -> None:
    root = tree(html_of(found)).css_first("#root")
    assert root is not None
    assert root.text() == TEXT


@given(marks())
def test_a_mark_is_linked_in_the_text_or_hidden_and_never_both(found: list[Mark]) -> None:
    parsed = tree(html_of(found))
    linked = {n.attributes["href"] for n in parsed.css("#root a")}
    concealed = {page(m) for m in hidden(found)}
    assert linked | concealed == {page(m) for m in found}
    assert not linked & concealed


@given(marks(), spans)
def test_decor_wraps_exactly_its_stretch(found: list[Mark], span: tuple[int, int]) -> None:
    decor = Decor(*span, "<em>", "</em>")
    parsed = tree(html_of(found, decor))
    wrapped = parsed.css_first("em")
    assert wrapped is not None
    assert wrapped.text() == TEXT[span[0] : span[1]]


def test_the_shortest_of_nested_formulations_is_linked() -> None:
    outer, inner = mark(1, 0, 10), mark(2, 3, 6)
    html = inline(TEXT, 0, 12, marks=[outer, inner], decor=[], root="../", labels={"f2": "quotation"})
    links = [(n.text(), n.attributes["href"], n.attributes.get("data-f")) for n in tree(html).css("a")]
    assert links == [
        (TEXT[0:3], "../formulations/f1.html", None),
        (TEXT[3:6], "../formulations/f2.html", "2q"),
        (TEXT[6:10], "../formulations/f1.html", None),
    ]
    assert list(itertools.chain(hidden([outer, inner]))) == []
