"""The five real texts in ../shared/seeds: what goes, and that nothing else does."""

import re
from pathlib import Path

from hujian.clean import Rules, clean_all, restore
from hujian.clean.characters import key_of
from hujian.model import CleanText, Edit
from hujian.read import read_folder

LAYOUT = {"indent", "edge-blank", "blank-line"}


def cleaned(seeds: Path, rules: Rules) -> dict[str, CleanText]:
    sources = read_folder(seeds).sources
    return {source.path[:3]: clean for source, clean in zip(sources, clean_all(sources, rules), strict=True)}


def removed(clean: CleanText) -> list[Edit]:
    return [edit for edit in clean.ledger if edit.edit_class != "flag"]


def flagged(clean: CleanText, rule: str) -> list[str]:
    return [edit.before for edit in clean.ledger if edit.rule == rule]


def test_only_the_resellers_header_and_layout_go(seeds: Path, rules: Rules) -> None:
    for name, clean in cleaned(seeds, rules).items():
        assert restore(clean) == clean.source.text
        spoken = [edit for edit in removed(clean) if edit.rule not in LAYOUT]
        assert all(key_of(edit.before) == "" for edit in removed(clean) if edit.rule in LAYOUT)
        assert len(spoken) == (1 if name == "003" else 0)


def test_the_header_is_eight_lines_with_blank_runs(seeds: Path, rules: Rules) -> None:
    clean = cleaned(seeds, rules)["003"]
    (header,) = [edit for edit in removed(clean) if edit.rule not in LAYOUT]
    assert (header.rule, header.edit_class, header.start) == ("spam-header", "auto", 0)
    assert len([line for line in header.before.split("\n") if line.strip()]) == 8
    assert re.search(r" {10}", header.before)
    assert clean.text.startswith("在全市组织系统干部培训专班上的讲话\n同志们：\n")
    assert clean.source.text[header.end :].lstrip("\n").startswith("在全市组织系统干部培训专班上的讲话")


def test_titles_and_salutations_stand_first_without_blanks(seeds: Path, rules: Rules) -> None:
    firsts = {name: clean.text.split("\n")[0] for name, clean in cleaned(seeds, rules).items()}
    assert firsts == {
        "000": "蔡奇同志在全国组织工作会议上的讲话",
        "001": "在2023年全市组织工作会议上的讲话",
        "002": "同志们：",
        "003": "在全市组织系统干部培训专班上的讲话",
        "004": "同志们：",
    }


def test_placeholders_are_pointed_out_and_stay(seeds: Path, rules: Rules) -> None:
    texts = cleaned(seeds, rules)
    assert flagged(texts["000"], "placeholder") == []
    assert flagged(texts["001"], "placeholder") == ["*"]
    assert flagged(texts["002"], "placeholder") == ["××"] * 9
    assert flagged(texts["004"], "placeholder") == ["*", "*", "**", "**", "**", "**"]
    assert set(flagged(texts["003"], "placeholder")) == {"X", "XX", "X%", "X％"}
    for clean in texts.values():
        assert sum(clean.text.count(c) for c in "*×") == sum(clean.source.text.count(c) for c in "*×")


def test_half_width_punctuation_of_003_is_pointed_out(seeds: Path, rules: Rules) -> None:
    assert flagged(cleaned(seeds, rules)["003"], "half-width-punctuation") == [".", ",", "!"]
