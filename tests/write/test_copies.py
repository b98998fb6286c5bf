"""Files that hold the same text."""

from __future__ import annotations

import json
import random

from hujian.detect import detect
from hujian.detect.passages.copies import SMALL
from hujian.model import Copy, Detection
from hujian.write import site_files
from hujian.write.copies import copy_groups
from making import make_collection, make_document

LETTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]


def test_a_group_is_whole_and_no_passages_are_told_within_it() -> None:
    chance = random.Random(3)
    text = ["".join(chance.choices(LETTERS, k=60)) + "。" for _ in range(10)]
    copies = [make_document(*text, path=f"b{n:02}.txt") for n in range(SMALL + 4)]
    documents = [make_document(text[0], *reversed(LETTERS[:40]), path="a.txt"), *copies]
    detection = detect(documents)
    paths = [document.path for document in copies]
    assert len(detection.copies) < len(paths) * (len(paths) - 1) / 2  # not every pair is told
    assert copy_groups(make_collection(*documents, detection=detection)) == dict.fromkeys(paths, paths)
    assert {(match.a.document, match.b.document) for match in detection.matches} == {
        ("a.txt", path) for path in paths
    }


def test_the_data_of_a_text_name_its_copies() -> None:
    documents = [make_document("同文。", path=f"{name}.txt") for name in "abcdef"]
    copies = tuple(Copy(f"{a}.txt", f"{b}.txt", 0.9) for a, b in ("bd", "be", "df", "ef"))
    collection = make_collection(*documents, detection=Detection(copies=copies))
    files = {file.path: file.data().decode() for file in site_files(collection)}

    def told(name: str) -> list[str]:
        call = files[f"data/{name}.js"]
        found: list[str] = json.loads(call[call.index(",") + 1 : call.rindex(")")])["copies"]
        return found

    assert told("e") == ["b", "d", "e", "f"]
    assert told("a") == []
