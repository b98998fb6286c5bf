from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from hujian.model import Mark
from hujian.write.inline import Decor, hidden, inline
from making import Watched

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


def linked(html: str) -> list[tuple[str, ...]]:
    """Text, page and name of every link that is a stop of the keyboard."""
    return [
        (n.text(), (n.attributes["href"] or "")[-7:-5], n.attributes.get("aria-label") or n.text())
        for n in tree(html).css("a:not([tabindex])")
    ]


def test_nested_formulations_are_one_link_with_the_wording_of_the_longest() -> None:
    outer, inner, start = mark(1, 0, 10), mark(2, 3, 6), mark(3, 0, 4)
    html = inline(TEXT, 0, 12, marks=[outer, inner, start], decor=[], root="../", labels={})
    assert linked(html) == [(TEXT[0:10], "f1", TEXT[0:10])]
    assert hidden([outer, inner, start]) == [inner, start]


def test_within_a_link_a_line_tells_what_more_documents_share() -> None:
    outer, famous = mark(1, 0, 10), replace(mark(2, 3, 6), documents=9)
    html = inline(TEXT, 0, 12, marks=[outer, famous], decor=[], root="../", labels={})
    assert [(n.text(), n.attributes["data-f"]) for n in tree(html).css("a span")] == [(TEXT[3:6], "5")]
    common = inline(TEXT, 0, 12, marks=[outer, famous], decor=[], root="../", labels={"f2": "slogan"})
    assert tree(common).css("span") == []
    within = inline(TEXT, 0, 12, marks=[outer, famous], decor=[], root="../", labels={"f1": "slogan"})
    assert [n.attributes["data-f"] for n in tree(within).css("a, a span")] == ["2s", "5"]


def test_of_two_that_overlap_the_rest_of_the_shorter_has_its_wording_as_its_name() -> None:
    html = html_of([mark(1, 0, 6), mark(2, 4, 12)])
    assert linked(html) == [(TEXT[0:4], "f1", TEXT[0:6]), (TEXT[4:12], "f2", TEXT[4:12])]


@given(marks(), spans)
def test_every_formulation_is_at_most_one_stop_and_named_by_its_wording(
    found: list[Mark], span: tuple[int, int]
) -> None:
    stops = linked(html_of(found, Decor(*span, "<em>", "</em>")))
    wordings = {page(m)[-7:-5]: TEXT[m.start : m.end] for m in found}
    assert [name for _, _, name in stops] == [wordings[formulation] for _, formulation, _ in stops]
    assert len(stops) == len({formulation for _, formulation, _ in stops}) == len(found) - len(hidden(found))


def test_what_wraps_a_stretch_of_a_link_cuts_it_only_where_it_must() -> None:
    html = html_of([mark(1, 2, 10)], Decor(4, 5, "<br>", ""))
    assert linked(html) == [(TEXT[2:10], "f1", TEXT[2:10])]
    html = html_of([mark(1, 2, 10)], Decor(0, 5, "<em>", "</em>"))
    assert linked(html) == [(TEXT[2:5], "f1", TEXT[2:10])]
    assert [n.text() for n in tree(html).css("a[tabindex='-1']")] == [TEXT[5:10]]


def test_neither_marks_nor_decor_are_looked_at_again_for_every_piece() -> None:
    many = 200
    text = "要把读者放在首位，" * many
    found = Watched(mark(n, 9 * n, 9 * n + 8) for n in range(many))
    decor = Watched(Decor(9 * n, 9 * n + 1, "<i>", "</i>") for n in range(many))
    html = inline(text, 0, len(text), marks=found, decor=decor, root="", labels={})
    assert html.count("<a ") == many
    assert found.looks < 20 * many
    assert decor.looks < 20 * many
    found.looks = 0
    assert hidden(found) == []
    assert found.looks < 20 * many
