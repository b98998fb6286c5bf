"""The files of the plain-scan tier."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from hujian.model import Collection, Detection, Formulation, Span
from hujian.search import PlainPage, files, scan, search_files
from making import make_document

from .test_records import address
from .test_script import argument_of


def collection(*texts: str, formulations: tuple[Formulation, ...] = ()) -> Collection:
    documents = tuple(make_document(text, path=f"{n}.txt", title="题") for n, text in enumerate(texts))
    addresses = {document.path: address(1) for document in documents}
    return Collection(documents, Detection(formulations=formulations), addresses, {})


def built(*arguments: Any) -> dict[str, bytes]:
    made = list(search_files(*arguments))
    assert made[-1][0] == "search/manifest.js"  # last, so that a half-written site is never taken for whole
    return dict(made)


def manifest(made: dict[str, bytes]) -> dict[str, Any]:
    data = argument_of(made["search/manifest.js"], "manifest")
    assert isinstance(data, dict)
    return data


def texts_in(made: dict[str, bytes]) -> list[str]:
    records = [r for name in manifest(made)["texts"] for r in argument_of(made[f"search/{name}"], "add")]  # type: ignore[attr-defined]
    return [text for record in records for text in record["texts"]]


def test_the_manifest_names_every_file_by_its_content() -> None:
    made = built(collection("甲", "乙"), [PlainPage("about.html", "关于", "丙")])
    told = manifest(made)
    names = [told["fold"], told["guide"], told["facets"], *told["texts"]]
    assert {f"search/{name}" for name in names} == made.keys() - {"search/manifest.js"}
    for name in names:
        assert hashlib.sha256(made[f"search/{name}"]).hexdigest()[:12] in name
    assert (told["documents"], told["pages"]) == (2, 1)


def test_every_text_is_there_once_whatever_the_packing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = collection(*(f"第{n}篇" * 20 for n in range(30)))
    expected = [text for n in range(30) for text in ("题", f"第{n}篇" * 20)]
    assert texts_in(built(whole)) == expected
    monkeypatch.setattr(scan, "FILE_SIZE", 1000)
    made = built(whole)
    assert len(manifest(made)["texts"]) > 3
    assert texts_in(made) == expected


def test_files_of_unchanged_texts_keep_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "FILE_SIZE", 1)
    before = manifest(built(collection("甲", "乙", "丙")))["texts"]
    after = manifest(built(collection("甲", "新", "丙")))["texts"]
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, False, True]


def test_equal_input_gives_equal_bytes_whatever_the_order_of_pages() -> None:
    pages = [PlainPage("b.html", "乙", "二"), PlainPage("a.html", "甲", "一")]
    assert built(collection("甲"), pages) == built(collection("甲"), pages[::-1])


def test_formulations_come_most_widespread_first() -> None:
    few = Formulation("f1", "全民阅读", (), "slogan", (Span("0.txt", 0, 1), Span("1.txt", 0, 1)))
    many = Formulation("f2", "书香", (), "slogan", (*few.occurrences, Span("2.txt", 0, 1)))
    made = built(collection("甲", "乙", "丙", formulations=(few, many)))
    guide = argument_of(made[f"search/{manifest(made)['guide']}"], "guide")
    assert guide == {"formulations": [["f2", "书香", 3], ["f1", "全民阅读", 2]], "speakers": []}


def test_an_empty_collection_is_no_error() -> None:
    assert manifest(built(collection()))["texts"] == []


def test_both_tiers_name_every_file_and_equal_input_gives_equal_bytes() -> None:
    whole = collection(*(f"第{n}篇，书香江澜。" * 20 for n in range(30)))
    pages = [PlainPage("about.html", "关于", "丙")]
    made = built(whole, pages, "grams")
    told = manifest(made)
    assert made == built(whole, pages, "grams")
    names = (
        made.keys()
        - {f"search/{told[n]}" for n in ("fold", "guide", "facets", "index")}
        - {"search/manifest.js"}
    )
    shards = {f"search/grams/{told['grams']}-{n}.js" for n in range(told["shards"])}
    texts = {name for name in names if name.startswith("search/texts/")}
    assert names == shards | texts | {f"search/grams/{told['grams']}-{n}.js" for n in ("b0", "w")}
    assert len(texts) == told["documents"] + told["pages"] == 31


def test_a_changed_text_renames_its_own_text_file_only() -> None:
    before = built(collection("甲甲", "乙乙", "丙丙"), [], "grams").keys()
    after = built(collection("甲甲", "新新", "丙丙"), [], "grams").keys()
    texts = [{name for name in names if "/texts/" in name} for names in (before, after)]
    assert len(texts[0] & texts[1]) == 2
    assert not any("/grams/" in name for name in before & after)  # positions moved


def test_the_tier_follows_the_size_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert manifest(built(collection("甲" * 100)))["tier"] == "scan"
    assert manifest(built(collection("甲" * 100), [], "grams"))["tier"] == "grams"
    monkeypatch.setattr(files, "SCANNED", 99)
    assert manifest(built(collection("甲" * 100)))["tier"] == "grams"
    assert manifest(built(collection("甲" * 100), [], "scan"))["tier"] == "scan"


@pytest.mark.parametrize("tier", ["scan", "grams"])
def test_nothing_at_all_is_no_error(tier: str) -> None:
    assert manifest(built(collection(), [], tier))["documents"] == 0
