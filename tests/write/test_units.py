"""Offsets as a browser counts them."""

from __future__ import annotations

import json

from hujian.model import Detection, Match, Span
from hujian.write import site_files
from hujian.write.script import data_script
from hujian.write.units import Units
from making import make_collection, make_document


def test_characters_beyond_the_basic_plane_count_twice() -> None:
    text = "甲𠀀乙𠀁丙"
    units = Units(text)
    for at in range(len(text) + 1):
        assert units.at(at) == len(text[:at].encode("utf-16-le")) // 2
    assert units.within(1, 4) == 5
    assert Units("甲乙").at(2) == 2


def test_parallels_are_told_in_units_and_with_their_order_in_time_from_either_side() -> None:
    documents = [make_document("𠀀甲" + "同" * 9, path="a.txt"), make_document("同" * 9, path="b.txt")]
    match = Match("m1", Span("a.txt", 2, 11), Span("b.txt", 0, 9), 1.0, "verbatim", earlier="a")
    collection = make_collection(*documents, detection=Detection((match,)))
    files = {file.path: file.data().decode() for file in site_files(collection)}

    def row(name: str) -> list[object]:
        text = files[f"data/{name}.js"]
        value = json.loads(text[text.index(",") + 1 : text.rindex(")")])
        (found,) = value["parallels"]
        return list(found)

    here, there = row("a"), row("b")
    assert here[2:4] == [3, 12]
    assert there[2:4] == [0, 9]
    assert there[6] == 3
    assert (here[12], there[12]) == (1, -1)


def test_a_script_of_data_holds_nothing_that_ends_it() -> None:
    made = data_script("a", ["</script>", "\u2028"]).decode()
    assert "<" not in made
    assert "\u2028" not in made
    assert json.loads(made[made.index(",") + 1 : made.rindex(")")]) == ["</script>", "\u2028"]
