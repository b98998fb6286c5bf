"""The index by pinyin."""

from __future__ import annotations

import re

from hujian.model import Detection, Formulation, Span
from hujian.write.lists import pinyin_page
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
