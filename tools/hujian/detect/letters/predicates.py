"""Whether a wording says something with the object of its coverb: 把好书送到山区, and not 把好书."""

from __future__ import annotations

import re

from hujian.detect.letters.frames import starts_with_verb
from hujian.detect.letters.segmenter import SEGMENTER, words_of
from hujian.detect.letters.vocabulary import BASES, COVERBS, MODALS, PLAIN_COVERBS

_PLAIN_COVERBS = re.compile("|".join(sorted(PLAIN_COVERBS)))
_PREDICATES = frozenset("vailz")  # parts of speech of what may be said of something


def lacks_predicate(text: str) -> bool:
    """Whether a coverb has its object alone (以改革, 办法由国务院): what is done with that is missing."""
    if text[:1] in COVERBS and words_of(text)[0] in COVERBS:  # not so 对外贸易, 从业人员
        return not _holds_verb(text[1:])
    return leaves_coverb_open(text)


def leaves_coverb_open(text: str) -> bool:
    """Whether a wording breaks off behind a coverb inside of it, or behind the coverb's object."""
    if _PLAIN_COVERBS.search(text) is None:
        return False
    words = SEGMENTER.tag(text)
    last = max((at for at, (word, _) in enumerate(words) if word in PLAIN_COVERBS), default=0)
    if last == 0 or _belongs_to_what_precedes(words[last - 1], words[last][0], alone=last == len(words) - 1):
        return False
    return not any(word == "的" or flag[0] in _PREDICATES for word, flag in words[last + 1 :])


def _belongs_to_what_precedes(before: tuple[str, str], coverb: str, *, alone: bool) -> bool:
    """Whether what looks like a coverb tells a direction (送|向) or is a noun (执法|依据)."""
    word, flag = before
    if len(word) == 1 and flag == "v":
        return True
    return alone and coverb in BASES and word not in MODALS


def holds_predicate(text: str) -> bool:
    """Whether a wording that begins with no verb holds one (党中央保持高度一致)."""
    return not starts_with_verb(text) and _holds_verb(text)


def _holds_verb(text: str) -> bool:
    return any(flag == "v" or word == "为" for word, flag in SEGMENTER.tag(text))
