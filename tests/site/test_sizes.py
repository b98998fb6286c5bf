"""Pages stay small: what a reader on a slow line waits for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_LETTERS = re.compile(r"<dt>字数</dt><dd>([\d,]+)</dd>")
_PAGE, _TEXT = 60 * 1024, 6000  # bytes of HTML that a text of so many characters may take


@pytest.mark.parametrize("site", ["sample_site", "seeds_site"])
def test_a_text_of_6000_characters_takes_at_most_60_kilobytes(
    site: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    pages = [page for page in (folder / "texts").glob("*.html") if page.name != "index.html"]
    assert len(pages) > 4
    for page in pages:
        html = page.read_text("utf-8")
        found = _LETTERS.search(html)
        assert found, page.name
        letters = int(found[1].replace(",", ""))
        assert len(html.encode()) <= _PAGE * max(1, letters / _TEXT), page.name
