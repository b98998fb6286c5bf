from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from hujian.link import assign, renew
from hujian.model import (
    Copy,
    Coverage,
    Detection,
    Document,
    Formulation,
    Heading,
    Match,
    Span,
    Stretch,
    Value,
)
from hujian.write import Page, site_pages
from making import Watched, make_collection, make_document

TITLE, HELLO = "在全市阅读工作会议上的讲话", "同志们："
LEAD = "一要建好阵地。各级图书馆要把读者放在首位，让更多的人走进图书馆。"


def speech(path: str = "a.txt", *more: str) -> Document:
    heading = Heading(1, "一、", 19, 25, run_in=False, paragraph=2)
    run_in = Heading(2, "一要", 26, 33, run_in=True, paragraph=3)
    kinds = {0: "title", 1: "salutation", 2: "heading"}
    return make_document(
        TITLE,
        HELLO,
        "一、提高认识",
        LEAD,
        *more,
        path=path,
        kinds=kinds,
        headings=(heading, run_in),
        title=TITLE,
    )  # type: ignore[arg-type]


def page_of(*documents: Document, detection: Detection | None = None) -> tuple[Page, LexborHTMLParser]:
    collection = make_collection(*documents, detection=detection)
    page = next(p for p in site_pages(collection) if p.path == "texts/a.html")
    return page, LexborHTMLParser(page.body())


def text(parsed: LexborHTMLParser, selector: str) -> str:
    node = parsed.css_first(selector)
    assert node is not None, selector
    return node.text()


def test_every_block_stands_under_its_address() -> None:
    _, parsed = page_of(speech())
    assert text(parsed, "h1 #p1") == TITLE
    assert text(parsed, "p.hj-p--salutation#p2") == HELLO
    assert text(parsed, "h2#h1 #p3") == "一、提高认识"
    assert text(parsed, "p#p4") == LEAD
    assert text(parsed, "p#p4 #h2[role=heading]") == "一要建好阵地。"


def test_the_table_of_contents_nests_and_drops_the_full_stop() -> None:
    page, _ = page_of(speech())
    (first,) = page.toc
    assert (first.title, first.id) == ("一、提高认识", "h1")
    assert [(e.title, e.id) for e in first.children] == [("一要建好阵地", "h2")]


def test_a_supplied_title_is_marked_and_the_stated_one_is_never_lost() -> None:
    inferred = replace(speech(), title=Value("拟的题目", "inferred", note="据第一段"))
    _, parsed = page_of(inferred)
    assert text(parsed, "h1") == "拟的题目"
    assert "据第一段" in text(parsed, ".hj-note-line")
    corrected = replace(speech(), title=Value("编目员的题目", "catalog"))
    _, parsed = page_of(corrected)
    assert text(parsed, "h1") == "编目员的题目"
    assert text(parsed, ".hj-body #p1") == TITLE


def test_a_title_of_the_keepers_is_marked() -> None:
    _, parsed = page_of(replace(speech(), title=Value("编目员的题目", "catalog", None, "据编目表")))
    assert text(parsed, ".hj-head h1") == "编目员的题目"
    assert text(parsed, ".hj-head .hj-note-line") == "编目员填写 标题据编目表"
    assert not page_of(speech())[1].css(".hj-note-line")


def shared() -> Detection:
    wording = "各级图书馆要把读者放在首位"
    start = speech().text.index(wording)
    places = tuple(Span(path, start, start + len(wording)) for path in ("a.txt", "b.txt"))
    nested = tuple(Span(s.document, s.start + 6, s.end) for s in places)
    return Detection(
        (Match("m1", places[0], places[1], 1.0, "verbatim"),),
        (
            Formulation("f1", wording, (), "substantive", places),
            Formulation("f2", wording[6:], (), "slogan", nested),
        ),
    )


def test_shared_wording_is_linked_listed_and_counted() -> None:
    _, parsed = page_of(speech(), speech("b.txt"), detection=shared())
    links = {a.text(): a.attributes["href"] for a in parsed.css("p#p4 a:not([class])")}
    assert links == {"各级图书馆要把读者放在首位": "../formulations/f1.html"}
    within = {a.text(): a.attributes["href"] for a in parsed.css("#x-p4 a[href*='/formulations/']")}
    assert within == {"把读者放在首位": "../formulations/f2.html"}
    assert parsed.css_first("#p4 a.hj-note#n-p4[href='#x-p4']") is not None
    assert parsed.css_first("#x-p4 a[href='#n-p4']") is not None
    assert parsed.css_first("#x-p4 a[href='b.html#p4']") is not None
    assert "26.0%" in text(parsed, ".hj-table")  # 13 of 50 letters
    assert "26.0%" in text(parsed, ".hj-coverage")
    assert parsed.css_first(".hj-table a[href='../compare.html?a=a&b=b']") is not None


def test_measured_coverage_is_told_with_what_remains_without_slogans() -> None:
    found = replace(shared(), coverage=(Coverage("a.txt", "b.txt", 30, 12, 60),))
    _, parsed = page_of(speech(), speech("b.txt"), detection=found)
    assert "50.0%" in text(parsed, ".hj-coverage")
    assert "套话除外，20.0%" in text(parsed, ".hj-coverage")


def test_a_difference_is_told_once_with_both_wordings() -> None:
    here, there = speech(), speech("b.txt")
    start = here.text.index("让更多的人")
    a, b = Span("a.txt", start, start + 10), Span("b.txt", start, start + 8)
    told = (
        Stretch("equal", start, start + 5, start, start + 5),
        Stretch("replaced", start + 5, start + 7, start + 5, start + 8),
        Stretch("deleted", start + 7, start + 10, start + 8, start + 8),
    )
    found = Detection((Match("m1", a, b, 0.7, "light", told),))
    _, parsed = page_of(here, there, detection=found)
    item = parsed.css_first("#x-p4 p")
    assert item is not None
    assert [n.text() for n in item.css("del")] == [
        here.text[start + 5 : start + 7],
        here.text[start + 7 : start + 10],
    ]
    assert [n.text() for n in item.css("ins")] == [there.text[start + 5 : start + 8]]


def test_a_copy_points_to_its_twin() -> None:
    found = Detection(copies=(Copy("a.txt", "b.txt", 0.98),))
    _, parsed = page_of(speech(), speech("b.txt"), detection=found)
    assert parsed.css_first(".hj-twin a[href='../texts/b.html']") is not None
    assert "98%" in text(parsed, ".hj-twin")


def test_items_of_a_long_paragraph_can_be_set_on_lines_of_their_own() -> None:
    item = "要把图书馆办到群众的家门口，让他们随时都能借得到书、看得上书、听得见书声；"
    long = "要做好下面的事情。" + "".join(f"{n}是{item}" for n in "一二三四五")
    page = page_of(speech("a.txt", long, "一是短的。二是短的。"))[1]
    assert len(page.css("#p5 br.hj-i")) == 5
    assert page.css("#p6 br") == []
    assert text(page, "#p5") == long


def test_the_home_section_and_every_page_render_without_any_match() -> None:
    collection = make_collection(speech())
    for page in site_pages(collection):
        assert "<h1" in page.body()


def test_a_dropped_address_stands_at_the_paragraph_that_answers_for_it() -> None:
    before = speech("a.txt", "这一段以后会被删去，讲的是经费和队伍怎样保障到位的事情。")
    lock = renew([before], assign([before], None), [], None)
    collection = make_collection(speech(), lock=lock)
    page = next(p for p in site_pages(collection) if p.path == "texts/a.html")
    parsed = LexborHTMLParser(page.body())
    assert parsed.css_first("#p4 > #p5") is not None


def test_headings_are_not_looked_at_again_for_every_paragraph() -> None:
    def looks(many: int) -> float:
        headings = Watched(Heading(1, "", 4 * n, 4 * n + 3, False, n) for n in range(many))
        document = make_document(*["小标题"] * many, headings=headings)
        watched = headings.looks
        page = next(p for p in site_pages(make_collection(document)) if p.path == "texts/a.html")
        assert page.body().count("id=h") == many
        return (headings.looks - watched) / many

    assert looks(100) == looks(10)


def test_the_deepest_headings_are_headings_that_html_has() -> None:
    lines = [f"第{n}层" for n in range(1, 8)]
    headings = tuple(
        Heading(n + 1, "", 4 * n, 4 * n + 3, run_in=False, paragraph=n) for n in range(len(lines))
    )
    document = make_document(
        *lines, "文。", kinds=dict.fromkeys(range(len(lines)), "heading"), headings=headings, title="题"
    )  # type: ignore[arg-type]
    _, parsed = page_of(document)
    tags = [parsed.css(".hj-body .hj-h")[n].tag for n in range(len(lines))]
    assert tags == ["h2", "h3", "h4", "h5", "h6", "h6", "h6"]
