"""The last touch on a page: needless blanks and invalid attributes of the theme go, a policy is put in.

The policy allows the site's own files and exactly the inline scripts and style sheets that the
templates hold, by their hashes: no other inline code, no style attribute, no other host. It stands in
the page itself, so that it holds on every server and from a folder on disk.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)
_INLINE_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_INDENT = re.compile(r"\n\s+")
_KEEPS_BLANKS = re.compile(r"<(?:pre|textarea)\b")
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')  # not allowed on checkboxes
_NEIGHBOUR = re.compile(r'<link rel="(?:prev|next)"[^>]*>')  # Firefox would load the next page
_NO_TOC = re.compile(r'(<label[^>]*) for="__toc"')
_SKIP = re.compile(r'<a href="[^"]*" class="md-skip">')
_TEXT = 'id="text"'  # of a text's page: the theme would skip to its first heading, behind its beginning
_CHARSET = '<meta charset="utf-8">'
_REST = (
    "img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "object-src 'none'; frame-src 'none'; connect-src 'self'"
)


def finished(html: str, *, live: bool) -> str:
    """A page with its content security policy, valid, without the indents of the theme's templates.

    A live preview has no policy: MkDocs puts its reloading script into the page while serving it.
    """
    html = _NEIGHBOUR.sub("", html)
    if not _KEEPS_BLANKS.search(html):
        html = _INDENT.sub("\n", html)
    html = _TOGGLE.sub(r"\1", html)
    if 'id="__toc"' not in html:
        html = _NO_TOC.sub(r"\1", html)  # the theme labels a toggle that only its drawer has
    if _TEXT in html:
        html = _SKIP.sub('<a href="#text" class="md-skip">', html)
    if live:
        return html
    policy = f'<meta http-equiv="Content-Security-Policy" content="{policy_of(html)}">'
    return html.replace(_CHARSET, f"{_CHARSET}\n{policy}", 1)


def policy_of(html: str) -> str:
    """The policy for a page with these inline scripts and style sheets."""
    scripts = " ".join(["'self'", *sorted({_hash(code) for code in _INLINE_SCRIPT.findall(html)})])
    styles = " ".join(["'self'", *sorted({_hash(code) for code in _INLINE_STYLE.findall(html)})])
    return f"default-src 'none'; script-src {scripts}; style-src {styles}; {_REST}"


@lru_cache(maxsize=64)  # most pages hold the same code
def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
