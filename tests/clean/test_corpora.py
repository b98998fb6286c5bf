"""The work reports in ../shared/corpora: their licence boxes go, and nothing else that can be seen."""

from pathlib import Path

import pytest

from hujian.clean import Rules, clean_all, restore
from hujian.clean.characters import key_of
from hujian.model import CleanText
from hujian.read import read_folder

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "gwr_cpc"


@pytest.fixture(scope="module")
def reports(rules: Rules) -> tuple[CleanText, ...]:
    if not CORPUS.is_dir():
        pytest.skip("../shared/corpora/gwr_cpc is absent: the work reports are not tested")
    return clean_all(read_folder(CORPUS).sources, rules)


def test_every_licence_box_goes_as_one_entry(reports: tuple[CleanText, ...]) -> None:
    boxed = [clean for clean in reports if "Public domain" in clean.source.text]
    assert len(boxed) == 79
    for clean in boxed:
        (box,) = [edit for edit in clean.ledger if edit.rule == "template-footer"]
        assert box.before.rstrip().endswith("false")
        assert "Public domain" not in clean.text
        assert "本作品" not in clean.text
        assert "公有领域" not in clean.text


def test_texts_without_a_box_are_kept_whole(reports: tuple[CleanText, ...]) -> None:
    for clean in reports:
        if "Public domain" not in clean.source.text:
            assert key_of(clean.text) == key_of(clean.source.text)


def test_nothing_else_that_can_be_seen_goes(reports: tuple[CleanText, ...]) -> None:
    for clean in reports:
        assert restore(clean) == clean.source.text
        for edit in clean.ledger:
            if edit.edit_class != "flag" and edit.rule != "template-footer":
                assert key_of(edit.before) == "", (clean.source.path, edit)


def test_words_parted_by_a_page_break_are_whole_again(reports: tuple[CleanText, ...]) -> None:
    joined = [edit for clean in reports for edit in clean.ledger if edit.rule == "page-break"]
    assert len(joined) >= 65
    text = next(clean.text for clean in reports if clean.source.path.startswith("2021_"))
    assert "阶段性稳岗政策" in text
    assert "设定为6%以上" in text
