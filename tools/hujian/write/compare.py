"""The page that sets any two documents side by side; the browser loads both by script tag."""

from __future__ import annotations

from hujian.write.page import Page
from hujian.write.view import render

PATH = "compare.html"


def compare_url(a: str, b: str, at: str = "") -> str:
    """Site-relative URL that compares two documents, by their page ids, from a paragraph of the first."""
    return f"{PATH}?a={a}&b={b}" + (f"&at={at}" if at else "")


def compare_page() -> Page:
    """The page; it names no document itself, so that it does not grow with them."""
    return Page(
        PATH, "对照", lambda: render("compare.html"), description="任意两篇文本并排对读", kind="compare"
    )
