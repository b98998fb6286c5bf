"""What is said and what stands in templates, letter by letter, is what the plain definitions give."""

from __future__ import annotations

import re
from array import array

from hypothesis import example, given
from hypothesis import strategies as st

from hujian.detect.formulations.choice import Entry
from hujian.detect.formulations.labels import Labels
from hujian.detect.letters.stream import build_stream
from making import make_document

SAID = re.compile(r"(?:指出|强调|要求|提出|说|写道|云|曰)[，：:“‘「]{1,2}[^。！？\n]{0,40}$")
PIECES = st.sampled_from(
    ["他指出", "说", "云", "：", "“", "，", "。", "”", "读书", "很" * 9, "\n", "出", "說"]
)
TEXT = st.lists(PIECES, max_size=12).map("".join)


def of_letters(texts: list[str]) -> list[tuple[str, bool, bool]]:
    """For every letter its label where nothing else stands, whether it is said, whether its line recurs."""
    documents = [make_document(*text.split("\n"), path=f"{at}.txt") for at, text in enumerate(texts)]
    stream = build_stream(documents)
    labels = Labels(stream) if stream.letters else None
    found = []
    for at in range(len(stream.letters)):
        text, offset = documents[stream.document.item(at)].text, stream.offset.item(at)
        line = text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]
        holders = sum(line in document.text.split("\n") for document in documents)
        assert labels is not None
        label = labels.of(Entry("甲", (), array("i", [at]), array("i", [at + 1])), 1)
        found.append((label, SAID.search(text[:offset]) is not None, holders >= 3))
    return found


@given(st.lists(TEXT, min_size=1, max_size=4))
@example(["他指出：\n读书"])  # what begins the next line belongs to the mark at the end of this one
@example(["说：“" + "很" * 42, "說：读书", "云出：读"])
@example(["读书\n读", "读书", "读书。\n读书"])
def test_labels_are_those_of_the_plain_definitions(texts: list[str]) -> None:
    for label, is_said, recurs in of_letters(texts):
        assert label == ("template" if recurs else "quotation" if is_said else "substantive")


def test_half_of_the_places_is_not_most() -> None:
    stream = build_stream([make_document("他说：读书。", "读书。", "读书。")])
    labels = Labels(stream)

    def told(*starts: int) -> str:
        return labels.of(Entry("读书", (), array("i", starts), array("i", [at + 2 for at in starts])), 3)

    assert (told(2), told(2, 4)) == ("quotation", "slogan")
