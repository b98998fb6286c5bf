"""How the texts write a wording: the most frequent form, no quotation torn."""

from __future__ import annotations

from array import array

import pytest

from hujian.detect.formulations.choice import Entry
from hujian.detect.letters.borders import Borders
from hujian.detect.letters.stream import Stream, build_stream
from hujian.detect.records.writing import written_forms
from making import make_document


def entry_of(stream: Stream, *wordings: str) -> Entry:
    """An entry with the places of all its wordings; the longer ones take them first."""
    places: dict[int, int] = {}
    for wording in sorted(wordings, key=len, reverse=True):
        for at in range(len(stream.letters)):
            if stream.letters.startswith(wording, at) and not any(s <= at < e for s, e in places.items()):
                places[at] = at + len(wording)
    starts = sorted(places)
    return Entry(wordings[0], wordings[1:], array("i", starts), array("i", [places[at] for at in starts]))


@pytest.mark.parametrize(
    ("lines", "wordings", "forms"),
    [
        (["推动“双减”落地", "推动双减落地", "推动双减落地"], ["推动双减落地"], ["推动双减落地"]),
        (["推动，读书", "推动读书"], ["推动读书"], ["推动，读书"]),
        (["推动“读书", "推动“读书", "推动读书"], ["推动读书"], ["推动读书"]),
        (
            ["全民、阅读", "推动全民阅读", "推动全民阅读"],
            ["全民阅读", "推动全民阅读"],
            ["全民阅读", "推动全民阅读"],
        ),
        (["推动閱讀"], ["推动阅读", "没有的话"], ["推动閱讀", "没有的话"]),
    ],
)
def test_a_wording_is_told_as_it_is_mostly_written(
    lines: list[str], wordings: list[str], forms: list[str]
) -> None:
    stream = build_stream([make_document(*lines)])
    assert list(written_forms(stream, Borders(stream), [entry_of(stream, *wordings)])) == [forms]


def test_entries_do_not_touch_each_other() -> None:
    stream = build_stream([make_document("推动，阅读。坚持读书。", "推动，阅读。坚持、读书。")])
    entries = [entry_of(stream, "坚持读书"), entry_of(stream, "没有的话"), entry_of(stream, "推动阅读")]
    found = list(written_forms(stream, Borders(stream), entries))
    assert found == [["坚持读书"], ["没有的话"], ["推动，阅读"]]
