"""The overview's square and the strongest pairs."""

from __future__ import annotations

import re

from hujian.model import Coverage, Detection, Document, Match, Span
from hujian.write.compare import compare_page, strongest
from hujian.write.datapackage import fingerprint
from hujian.write.matrix import matrix
from hujian.write.overview import overview_page
from hujian.write.shelf import Shelf
from making import make_collection, make_document


def shelf_of(shares: dict[tuple[int, int], int], number: int) -> Shelf:
    """Documents of 100 letters; (a, b): so many of a's letters stand in b, and 5 of b's in a."""
    documents: list[Document] = [make_document("一" * 100, path=f"{n:02}.txt") for n in range(number)]
    paths = [d.path for d in documents]
    matches = tuple(
        Match(f"m{a}-{b}", Span(paths[a], 0, 9), Span(paths[b], 0, 9), 1.0, "verbatim") for a, b in shares
    )
    coverage = tuple(
        Coverage(paths[x], paths[y], shared, 0, 100)
        for (a, b), letters in shares.items()
        for x, y, shared in ((a, b, letters), (b, a, 5))
    )
    return Shelf(make_collection(*documents, detection=Detection(matches, coverage=coverage)))


def test_the_strongest_pairs_come_first_and_each_once() -> None:
    shelf = shelf_of({(0, 1): 3, (0, 2): 40, (1, 2): 20}, 3)
    pairs = [(p.a.path, p.b.path, p.share) for p in strongest(shelf)]
    assert pairs == [("00.txt", "02.txt", 0.4), ("01.txt", "02.txt", 0.2), ("01.txt", "00.txt", 0.05)]
    assert strongest(shelf)[0].compare == "compare.html?a=00&b=02"


def test_the_overview_tells_of_which_texts_it_is_made() -> None:
    one, other = (shelf_of({}, number) for number in (2, 3))
    assert fingerprint(one.collection) in overview_page(one).body()
    assert fingerprint(one.collection) not in overview_page(other).body()


def test_the_page_that_compares_does_not_grow_with_the_documents() -> None:
    many = {(a, b): 10 for a in range(9) for b in range(a + 1, 9)}
    assert compare_page(shelf_of(many, 9)).body().count("?a=") == 12
    assert "相同最多的" not in compare_page(shelf_of({}, 2)).body()


def test_the_overview_speaks_of_numbers_only_where_it_shows_them() -> None:
    few, many = shelf_of({(0, 1): 30}, 3), shelf_of({(0, 1): 30}, 13)
    for shelf, shown in ((few, True), (many, False)):
        body = overview_page(shelf).body()
        assert ("数字是百分之几" in body) is shown
        assert ("hj-cell-share" in body) is shown
        assert "颜色越深" not in body  # in the dark the largest is the lightest
        assert body.count("<span><svg") == 6
        assert 'href="compare.html"' in body


def test_names_that_begin_alike_are_told_apart_beside_a_large_square() -> None:
    texts = [f"第十四届全国人民代表大会第{n}次会议关于政府工作报告的决议" for n in "一二三四五六七八九十"]
    texts += [f"第十三届全国人民代表大会第{n}次会议关于政府工作报告的决议" for n in "一二三四五"]
    documents = [make_document("甲" * 100, path=f"{n:02}.txt", title=title) for n, title in enumerate(texts)]
    shelf = Shelf(make_collection(*documents))
    names = re.findall(r'class="hj-fig-name"[^>]*>\d+\. ([^<]+)<', matrix(shelf, documents))
    assert len(set(names)) == len(documents)
    assert all(name.endswith("…") for name in names)


def test_a_square_of_five_texts_fits_a_phone() -> None:
    documents = [
        make_document("甲" * 100, path=f"{n}.txt", title="全市组织工作会议上的讲话提纲") for n in range(5)
    ]
    drawn = matrix(Shelf(make_collection(*documents)), documents)
    width = re.search(r'viewBox="0 0 (\d+) ', drawn)
    assert width is not None
    assert int(width[1]) <= 390 - 2 * 16  # without the margins
