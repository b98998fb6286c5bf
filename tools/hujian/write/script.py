"""A value as a classic script: the only data that a page can load from file:// too."""

from __future__ import annotations

import json


def data_script(name: str, value: object) -> bytes:
    """One call, ``hujianData(name, value)``."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 end a line in older JavaScript; "<" could end a script where this is inlined
    safe = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
    return f"hujianData({json.dumps(name)},{safe})\n".encode("utf-8", "replace")
