"""Mastheads, document numbers and marks of secrecy: neither title nor text."""

from __future__ import annotations

import re
from typing import Final

LETTERHEAD: Final = re.compile(
    r"[^，。；]{0,24}[〔\[【（(](?:19|20)\d{2}[〕\]】）)]\s*(?:第)?\s*[\d×xX*]+\s*号"
    r"|(?:机密|秘密|绝密|内部资料|内部|急件|特急|加急|平急)(?:★.*)?|[^，。；]{2,30}文件|<!--.*-->|目\s*录"
)


def is_letterhead(text: str) -> bool:
    """Document numbers, marks of secrecy, mastheads: neither title nor text of it."""
    return LETTERHEAD.fullmatch(text.strip()) is not None
