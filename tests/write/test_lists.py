"""The lists of texts and formulations."""

from __future__ import annotations

import re

from hujian.model import Copy, Detection, Formulation, Span
from hujian.write.lists import formulations_page, genre_of, pinyin_page, texts_page
from making import make_collection, make_document


def test_a_wording_in_quotation_marks_stands_under_its_first_letter() -> None:
    wordings = ("“阅读之城”", "《读者须知》", "阿里", "24小时", "“3+1”模式")
    document = make_document(*wordings)
    at = 0
    found = []
    for number, wording in enumerate(wordings):
        found.append(
            Formulation(f"f{number}", wording, (), "substantive", (Span("a.txt", at, at + len(wording)),))
        )
        at += len(wording) + 1
    body = pinyin_page(make_collection(document, detection=Detection(formulations=tuple(found)))).body()
    groups = dict(re.findall(r'id="letter-(\w+)">(.*?)</section>', body, re.DOTALL))
    assert {letter: re.findall(r">([^<>]+)</a>", group) for letter, group in groups.items()} == {
        "other": ["24小时", "“3+1”模式"],
        "A": ["阿里"],
        "D": ["《读者须知》"],
        "Y": ["“阅读之城”"],
    }


def test_copies_are_listed_with_the_way_to_both_and_to_their_comparison() -> None:
    documents = (make_document("同文。", path="甲.txt"), make_document("同文。", path="乙/丙.txt"))
    detection = Detection(copies=(Copy("甲.txt", "乙/丙.txt", 0.987),))
    collection = make_collection(*documents, detection=detection)
    body = texts_page(collection).body()
    ids = [collection.addresses[d.path].id for d in documents]
    assert all(f'href="../texts/{name}.html"' in body for name in ids)
    assert f'href="../compare.html?a={ids[0]}&amp;b={ids[1]}"' in body
    assert "99%" in body
    assert "内容相同" not in texts_page(make_collection(*documents)).body()


def test_what_stands_in_one_text_only_is_explained() -> None:
    documents = (make_document("一个坚持", path="甲.txt"), make_document("一个坚持", path="乙.txt"))

    def page(*paths: str) -> str:
        places = tuple(Span(path, 0, 4) for path in paths)
        found = Formulation("f1", "一个坚持", (), "substantive", places)
        return formulations_page(
            make_collection(*documents, detection=Detection(formulations=(found,)))
        ).body()

    assert "只见于一篇的" in page("甲.txt")
    assert "只见于一篇的" not in page("乙.txt", "甲.txt")


def test_a_title_s_last_word_of_the_kind_tells_what_sort_of_text_it_is() -> None:
    titles = {"在工作报告会上的讲话": "讲话", "关于印发讲话的通知": "通知", "补纸与浆糊": "其他"}
    for title, genre in titles.items():
        assert genre_of(make_document("文。", title=title)) == genre
