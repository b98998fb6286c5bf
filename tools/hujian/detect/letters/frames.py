"""Which wordings say nothing by themselves: function words, official verbs, figures, forms of address."""

from __future__ import annotations

import re
from functools import lru_cache

from hujian.detect.letters.function_words import strip_function_words
from hujian.detect.letters.segmenter import SEGMENTER, words_of
from hujian.detect.letters.vocabulary import (
    ACTORS,
    ADDRESS,
    ADDRESSED,
    AND_OTHERS,
    CONJUNCTIONS,
    COPULAS,
    DEICTICS,
    DEVELOP,
    DUTIES,
    EACH,
    HEADLESS,
    LEADING,
    MEETINGS,
    MODALS,
    NAME,
    NEGATORS,
    OFFICIAL_VERBS,
    OPEN_ENDED,
    PARTICLES,
    SAYING,
    SUFFIXES,
    TITLES,
)

_LINKING = CONJUNCTIONS | {"的", "之"}
_HEADS = frozenset(verb[:2] for verb in OFFICIAL_VERBS)  # what begins with none needs no words cut
_ADDRESSED = tuple(sorted(ADDRESSED))
_FRAME_HEADS = frozenset(word[:2] for word in OFFICIAL_VERBS | ADDRESS | DEICTICS | HEADLESS | OPEN_ENDED)
_TITLES = tuple(sorted(TITLES))
_NEGATOR = re.compile(f"[{NEGATORS}]")

LEAST_OBJECT = 4  # letters of an object by which two clauses are told to be one expression
PERSON = range(2, 4)  # letters of a person's name
_UNITS = "年月日点元斤吨米个人次届号章节条款项分之"
_FIGURE = re.compile(rf"[0-9〇零一二三四五六七八九十百千万亿{_UNITS}以上下左右多余几第比]+来?")
_FRAME_ENDS = (*SAYING, "方面")
_BARE_PAIR = re.compile(r"..[和与及或]..")
_DUTIES = re.compile("|".join(DUTIES))


@lru_cache(maxsize=100_000)
def says_something(text: str) -> bool:
    """Whether a wording holds a verb, an adjective or an idiom; a row of mere names says nothing."""
    return any(
        flag[0] in "va" or (len(word) > 1 and (flag[0] in "dilz" or word.endswith("化")))
        for word, flag in SEGMENTER.tag(text)
    )


def is_frame(text: str) -> bool:
    """Whether a wording is a figure, an address or a row of official verbs without an object."""
    if text.endswith(_FRAME_ENDS) or _FIGURE.fullmatch(text) or _BARE_PAIR.fullmatch(text):
        return True
    if _leaves_open(text) or (len(text) < 7 and text.startswith(EACH)) or is_address(text):
        return True
    if not _may_be_frame(text):
        return False
    words = words_of(text)
    points = words[0] in DEICTICS and len(text) - len(words[0]) < LEAST_OBJECT  # 这些问题
    addresses = len(text) < 9 and words[0] in ADDRESS
    if points or addresses or (len(words) == 2 and words[1] in TITLES):
        return True
    *heads, last = words
    if all(map(_is_empty, heads)) and (_is_empty(last) or (heads and last == DEVELOP)):
        return True
    return words == (text,) and SEGMENTER.tag(text)[0][1] == "nt"


def _leaves_open(text: str) -> bool:
    """Whether a wording ends with a modal verb, or with a duty that has no object (人民政府应当建立)."""
    if text.endswith(MODALS) and words_of(text)[-1] in MODALS:  # 无所不能 is one word
        return True
    duty = _behind_duty(text)
    return duty is not None and all(map(_is_empty, duty))


def _behind_duty(text: str) -> tuple[str, ...] | None:
    """The words behind the last modal verb of duty; None without one (适应|当前, 供不应求)."""
    if _DUTIES.search(text) is None:
        return None
    words = words_of(text)
    ends = [at for at, word in enumerate(words, 1) if word in DUTIES]
    return words[ends[-1] :] if ends else None


def is_actor(text: str) -> bool:
    """Whether a wording but names who acts, or ought to (国有企业, 各级党组书记), or a meeting.

    Any other long name is one of its own.
    """
    name = text[:-2] if text.endswith(MODALS) else text
    short = len(name) < NAME or name.startswith(EACH)
    if not name.endswith(ACTORS + MEETINGS if short else MEETINGS) or starts_with_verb(name):
        return False
    idioms = "" if name.startswith(EACH) else "il"  # to jieba 各级党委 is one
    words = SEGMENTER.tag(name)
    behind = [*(word for word, _ in words[1:]), ""]
    return not any(
        word in PARTICLES
        or flag[0] in "adz" + idioms
        or (flag == "v" and word not in OFFICIAL_VERBS and following != "工作")  # 阅读工作
        for (word, flag), following in zip(words, behind, strict=True)
    )


def _may_be_frame(text: str) -> bool:
    """Whether a wording begins or ends as frames do, or is one word: of all others no words need be cut."""
    if text[:2] in _FRAME_HEADS or text[:1] in _FRAME_HEADS or text.endswith(_TITLES):
        return True
    return SEGMENTER.has_word(text)


def is_address(text: str) -> bool:
    """Whether a wording but names who is addressed (各级政府及其工作人员要)."""
    if not text.startswith(_ADDRESSED) or words_of(text)[0] not in ADDRESSED:
        return False
    return not says_something(text[: strip_function_words(text)[1]])


def _is_empty(word: str) -> bool:
    """Whether a word is a function word, an official verb, or several of them."""
    if word in OFFICIAL_VERBS or word in HEADLESS or word in OPEN_ENDED:
        return True
    return any(_is_empty(word[:at]) and _is_empty(word[at:]) for at in range(2, len(word) - 1))


def is_set_phrase(text: str) -> bool:
    """Whether four letters are an idiom or a coined set phrase, not two ordinary words side by side.

    减税降费, 行稳致远: a half of it is no word of jieba's dictionary; 自立自强: the dictionary has the whole.
    Of its other expressions those are none that an attribute or a conjunction makes (党的建设).
    """
    if len(text) != 4 or text[:2] in OFFICIAL_VERBS or text[2:] in OFFICIAL_VERBS:
        return False
    if any(word == text and flag.startswith("i") for word, flag in SEGMENTER.tag(text)):
        return True
    if any(len(word) == 1 and word in HEADLESS | OPEN_ENDED for word in words_of(text)):
        return False
    if all(SEGMENTER.has_word(half) for half in (text[:2], text[2:])):
        return False
    return not SEGMENTER.has_word(text) or (is_expression(text) and not _LINKING.intersection(text))


def is_coined(text: str) -> bool:
    """Whether four letters are a set phrase, its first half no word, no function word at its ends."""
    return (
        is_set_phrase(text)
        and not SEGMENTER.has_word(text[:2])
        and strip_function_words(text) == (0, len(text))
    )


def starts_with_verb(text: str) -> bool:
    """Whether the first word is a verb or an official adverb, so that an object must follow."""
    (first, flag), *rest = SEGMENTER.tag(text)
    if rest and rest[0][0] == "的":
        return False
    return flag.startswith("v") or first[:2] in OFFICIAL_VERBS


def closes_list(text: str) -> bool:
    """Whether 等 is a word of a wording that begins with no verb: behind 、 it closes a list.

    机关、学校、|社会组织等的党组织建设.
    """
    return AND_OTHERS in text and AND_OTHERS in words_of(text) and not starts_with_verb(text)


@lru_cache(maxsize=100_000)
def ends_with_noun(text: str) -> bool:
    """Whether the last word is a noun, or an attribute that forms compounds (国有, 重点)."""
    word, flag = SEGMENTER.tag(text)[-1]
    return flag[0] in "nbj" and word not in OFFICIAL_VERBS


def ends_with_person(text: str) -> bool:
    """Whether the last word is a person's name, or a title behind one.

    jieba takes some other words for names, longer ones (从严治党) or with a suffix (贡献率).
    """
    words = [(word, flag) for word, flag in SEGMENTER.tag(text)[-2:] if word not in TITLES]
    word, flag = words[-1] if words else ("", "")
    return flag.startswith("nr") and len(word) in PERSON and word[-1] not in SUFFIXES


def begins_with_noun(text: str) -> bool:
    """Whether the first word is a noun; not of nothing."""
    return bool(text) and SEGMENTER.tag(text)[0][1][0] in "nbjh"


def leads_on(text: str) -> bool:
    """Whether a wording ends with what wants something to follow: a name, adverb, copula, official verb."""
    word, flag = SEGMENTER.tag(text)[-1]
    if flag.startswith("nr") or flag in LEADING or word in COPULAS:
        return True
    if len(word) > 2 and flag[0] in "il":
        return word in OFFICIAL_VERBS or word[-2:] in OFFICIAL_VERBS  # 紧紧围绕
    return flag == "v" and word in OFFICIAL_VERBS


def leads_to_object(text: str) -> bool:
    """Whether the last word is a verb, of which an object may follow, or an adverb."""
    word, flag = SEGMENTER.tag(text)[-1]
    return flag in ("v", "vd", "d", "ad") or word in OFFICIAL_VERBS


def wants_object(word: str) -> bool:
    """Whether a word is an official verb or a copula, or ends with such a verb (紧紧围绕)."""
    return word in COPULAS or word[-2:] in OFFICIAL_VERBS


def ends_with_verb(text: str) -> bool:
    """Whether the last word is a verb of two letters, and not used as a noun."""
    word, flag = SEGMENTER.tag(text)[-1]
    return flag == "v" and len(word) > 1


def negations(text: str) -> int:
    """How often a wording says no: 不守规矩 is no variant of 严守规矩."""
    return len(_NEGATOR.findall(text))


def is_expression(text: str) -> bool:
    """Whether the dictionary has a wording as an expression of several words (稳中求进)."""
    return SEGMENTER.tag(text) == [(text, "l")]


def without_verbs(text: str) -> str:
    """A clause without the official verbs and adverbs before its object; a bare row of them as it is.

    优化消费环境 and 改善消费环境 say the same of the same object; and whoever ought to do something, what
    that is counts (建设单位不得|开工建设).
    """
    duty = _behind_duty(text)
    rest = object_of(text if duty is None else "".join(duty))
    return rest if len(rest) >= LEAST_OBJECT else text


def object_of(text: str) -> str:
    """What stands behind the official verbs and adverbs at the head of a wording."""
    if text[:2] not in _HEADS:
        return text
    rest = text
    for word in words_of(text):
        if word not in OFFICIAL_VERBS:
            break
        rest = rest[len(word) :]
    return rest


def without_verb(text: str) -> str:
    """A set phrase without the official verb before it (落实助企纾困), any other wording as it is."""
    if text[:2] not in _HEADS:
        return text
    first = words_of(text)[0]
    rest = text[len(first) :]
    return rest if first in OFFICIAL_VERBS and is_set_phrase(rest) else text
