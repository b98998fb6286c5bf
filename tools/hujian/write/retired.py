"""Pages for what was published once and is gone: an address never dies."""

from __future__ import annotations

from hujian.model import Retired
from hujian.write.page import Page
from hujian.write.view import render, root_of


def retired_page(retired: Retired) -> Page:
    """A page that says what stood here, keeps every old anchor, and points on."""
    return Page(
        retired.url,
        retired.name,
        lambda: render("retired.html", root=root_of(retired.url), retired=retired),
    )
