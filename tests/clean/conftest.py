"""Making sources by hand."""

from collections.abc import Callable

import pytest

from hujian.clean import Rules, load_rules
from hujian.model import Encoding, SourceFile

UTF8 = Encoding("utf-8", "utf-8", b"", "测试")


def source_of(text: str, path: str = "稿.txt") -> SourceFile:
    return SourceFile(path, b"", "", text, UTF8)


@pytest.fixture(scope="session")
def rules() -> Rules:
    built_in, findings = load_rules(None)
    assert findings == ()
    return built_in


@pytest.fixture(scope="session")
def make() -> Callable[..., SourceFile]:
    """Make a source file of a text."""
    return source_of
