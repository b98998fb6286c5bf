"""A page that comes in pieces, as over a slow line: what stands already does not move when the rest comes."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Browser

from audit.pages import pages_of_each_kind
from audit.visits import SIZES, shifts_of, watched

from .conftest import Quiet, serving

_PAUSE = 0.15  # s: enough for what has come to be painted
# Where the theme's header and columns end, the page's title, the heads of its first table, and its first row.
_ENDS = (b'<div class="md-content"', b"</h1>", b"<tbody>", b"</td></tr>")


class _InPieces(Quiet):
    def do_GET(self) -> None:  # noqa: N802 - http.server's name
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html":
            return super().do_GET()
        page = path.read_bytes()
        ends = sorted(page.index(end) for end in _ENDS if end in page)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        for first, last in zip([0, *ends], [*ends, len(page)], strict=True):
            self.wfile.write(page[first:last])
            time.sleep(_PAUSE)
        return None


def test_nothing_moves_while_a_page_comes(chromium: Browser, sample_site: Path) -> None:
    moved = {}
    context = watched(chromium, SIZES["desk"])
    with serving(sample_site, _InPieces) as slow_site:
        for address in pages_of_each_kind(sample_site):
            page = context.new_page()
            page.goto(f"{slow_site}/{address}", wait_until="load")
            if shifts := shifts_of(page):
                moved[address] = shifts
            page.close()
    context.close()
    assert moved == {}
