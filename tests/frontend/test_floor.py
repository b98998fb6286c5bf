"""The front end asks nothing of a browser that the oldest one, named in build.mjs, does not know.

esbuild lowers the syntax of scripts to that floor, and of stylesheets what it can. The rest is held here to a
list, with the Chromium that first knew each. A selector that a browser does not know costs the whole rule, a
value the whole declaration; in a script an unknown selector or method throws.
"""

from __future__ import annotations

import re

import pytest

from .conftest import FRONTEND, ROOT

FLOOR = int(re.findall(r'FLOOR = \["chrome(\d+)"', (FRONTEND / "build.mjs").read_text("utf-8"))[0])
STYLE = (ROOT / "overrides" / "assets" / "hujian.css").read_text("utf-8")
SCRIPTS = {path.name: path.read_text("utf-8") for path in sorted((FRONTEND / "src").rglob("*.ts"))}

# What a stylesheet does without.
STYLES = {
    r":is\(": 88,
    r":where\(": 88,
    r":not\((?:[^(),]|\([^()]*\))*,": 88,  # a list of selectors
    r"[{;]inset:": 87,
    r"[{;](?:margin|padding)-(?:inline|block):": 87,
    r"border-(?:inline|block)(?:-(?:color|style|width))?:": 87,
    r"aspect-ratio:": 88,
    r"overflow[^:;{}]*:[^;}]*\bclip\b": 90,
    r"@layer": 99,
    r"@container": 105,
    r"\((?:width|height)\s*[<>]": 104,
    r"[\d.][dsl]v[hw]\b": 108,
    r"color-mix\(": 111,
    r"[{;](?:translate|rotate|scale):": 104,
    r"&": 112,  # nesting
}
# What a page is only plainer without, in rules of its own: the highlight of the sentence that was asked for,
# room that is kept for what the script brings, that an arrival at a heading in its paragraph is seen,
# and folded notes on paper, which the script opens otherwise.
PLAINER = {r":has\(": 105, r"::highlight\(": 105, r"::details-content": 131}
# What a script does without. Of the language's own library the types know ES2020 and no more (tsconfig.json).
CALLS = {
    r":(?:is|where)\(": 88,
    r":has\(": 105,
    r"\?\.\([^()]*\.\.\.[^()]*,": 91,  # a fault of Chromium's; build.mjs relies on it
    r"\.checkVisibility\(": 105,
    r"\bstructuredClone\(": 98,
    r"\.randomUUID\(": 92,
    r"AbortSignal\.(?:timeout|any)\(": 103,
    r"\.(?:show|hide|toggle)Popover\(": 114,
    r"\.startViewTransition\(": 111,
    r"[.\"']scrollend\b": 114,
    r"\.inert\b": 102,
    r"adoptedStyleSheets\.push": 99,
    r"[^?]\.(?:caretPositionFromPoint|setHTML(?:Unsafe)?)\(": 124,
    r"new Highlight\(": 105,
    r"\bIntl\.Segmenter": 87,
}


@pytest.mark.parametrize("pattern", STYLES)
def test_stylesheet_does_without(pattern: str) -> None:
    assert STYLES[pattern] > FLOOR
    assert not re.findall(f".{{0,60}}{pattern}", STYLE)


@pytest.mark.parametrize("pattern", PLAINER)
def test_what_is_plainer_without_stands_in_rules_of_its_own(pattern: str) -> None:
    assert PLAINER[pattern] > FLOOR
    lists = [text for text in re.findall(r"[^{};]+(?={)", STYLE) if re.search(pattern, text)]
    assert lists
    assert not [text for text in lists if not all(re.search(pattern, part) for part in text.split(","))]


@pytest.mark.parametrize("pattern", CALLS)
def test_scripts_do_without(pattern: str) -> None:
    assert CALLS[pattern] > FLOOR
    assert not [name for name, script in SCRIPTS.items() if re.search(pattern, script)]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_readers_are_told_the_floor(name: str) -> None:
    readme = (ROOT / name).read_text("utf-8")
    assert re.search(rf"Chromium {FLOOR} or later|Chromium {FLOOR} 以上", readme)
