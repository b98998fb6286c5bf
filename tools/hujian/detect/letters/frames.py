"""Which wordings say nothing by themselves: function words, bare official verbs, figures, forms of address.

Closed classes and genre markers only, nothing about any subject matter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hujian.detect.letters.segmenter import SEGMENTER


def _words(text: str) -> frozenset[str]:
    """A set of words from a readable list."""
    return frozenset(text.split())


HEADLESS = frozenset("的地得了着过等们和与及或而并但且则之所被把将向从由对至要又还也都就才更最很")
"""Words of one character with which no phrase begins: particles, conjunctions, adverbs, coverbs."""
ADJECTIVES = frozenset("新好")
SUFFIXES = frozenset("化性度率者型式")
"""Characters that make nouns of what stands before them."""
CONJUNCTIONS = frozenset("和与及或")
OPEN_ENDED = frozenset(
    "的地得和与及或而并但且在对向从由把被将为以于让使令是要应须更最很同跟比据经就也都又还已等新好"
)
"""Words of one character that leave a phrase open at its end."""
COPULAS = _words("是 为 成为 作为 称为 变成 等于 提出 在于 属于 给予")
"""Verbs that say nothing without what follows them."""
SAYING = tuple(_words("指出 强调 提出 认为 表示 写道 认识到 看到 牢记"))
"""Verbs of saying and knowing: a wording that ends with one is a frame, what is said follows."""
LEADING = frozenset("dpc")
"""Parts of speech before something else: adverbs, coverbs, conjunctions."""
PARTICLES = (HEADLESS | OPEN_ENDED) - ADJECTIVES - frozenset("了着过")
"""Words of one character before which a phrase may be over; aspect particles belong to its verb."""
NEGATORS = "不没未非无勿莫禁"
"""Letters that say no."""
_NEGATOR = re.compile(f"[{NEGATORS}]")
COVERBS = frozenset("同与跟以从向对把将被由于为")
PLACE = "在"
"""Opens a frame that a localizer closes: 在…上, 在…中."""
LOCALIZERS = frozenset("中上下里内外前后时间")
"""Words after a place or time: a phrase that ends with one wants what it is the place of."""

OFFICIAL_VERBS = _words(
    "落实 贯彻 推进 推动 加快 加强 加大 深入 深化 实施 开展 扎实 做好 全面 持续 继续 着力 "
    "大力 积极 切实 进一步 充分 发挥 更好 不断 坚持 完善 健全 建立 建设 构建 提升 提高 "
    "增强 强化 促进 支持 鼓励 引导 优化 改善 保障 扩大 稳定 巩固 拓展 推广 重点 综合 考虑 "
    "基本 实现 提供 更多 更高 依法 严格 集中 统筹 防范 化解 激发 营造 坚定不移 毫不动摇 "
    "始终 牢牢 努力 认真 保持 确保 形成 打造 培育 壮大 抓好 抓紧 有序 稳步 有效 合理 执行 "
    "延续 解决 清理 推行 谋划 部署 贯彻落实 改进 学习 领会 把握 团结 带领 组织 注重 突出 "
    "立足 围绕 聚焦 牢记 履行 适应 满足 降低 减轻 开创 完成 取得 进行 没有 改变 更大 更加 "
    "大力发展 "
)
"""Verbs and adverbs of official prose that take any object: a wording of nothing else is a frame."""
_HEADS = frozenset(verb[:2] for verb in OFFICIAL_VERBS)  # what begins with none needs no words cut
ADDRESSED = _words("我们 各位 诸位 各级 各 各地 各地区 各部门 各方面 各单位 广大 同志 同志们 大家 全体")
"""Words that address somebody; what begins with them and holds no verb is but an address."""
_ADDRESSED = tuple(sorted(ADDRESSED))
ADDRESS = ADDRESSED | _words("今年 去年 当前 目前")
"""Words that address or point; a short wording that begins with them is no formulation."""
TITLES = _words("同志 总书记 主席 总理 书记 部长 省长 市长 县长 先生 女士")
"""Behind a name they make a person of it."""
_FRAME_HEADS = frozenset(word[:2] for word in OFFICIAL_VERBS | ADDRESS | HEADLESS | OPEN_ENDED)
_TITLES = tuple(sorted(TITLES))
EACH = tuple(_words("各级 各项 各类 各种 各个 各地 广大"))
"""With what points at all of a kind: no formulation either."""

ACTORS = tuple(_words("会议 大会 部门 机关 单位 企业 党组织 干部 书记 毕业生 农民工 人员 工作者 委员会"))
"""Institutions and people: a wording that ends with one may be but a name for them."""
NAME = 8  # letters from which a name is one of its own, as long as a match

LEAST_OBJECT = 4  # letters of an object by which two clauses are told to be one expression
_FIGURE = re.compile(r"[0-9〇零一二三四五六七八九十百千万亿年月日点元斤吨米个人次以上下左右多余几第比]+来?")
_FRAME_ENDS = (*SAYING, "方面")
_BARE_PAIR = re.compile(r"..[和与及或]..")


@lru_cache(maxsize=100_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a folded wording."""
    return tuple(SEGMENTER.cut(text))


@lru_cache(maxsize=100_000)
def says_something(text: str) -> bool:
    """Whether a wording holds a verb, an adjective or an idiom; a row of mere names says nothing."""
    return any(
        flag[0] in "va" or (len(word) > 1 and (flag[0] in "dilz" or word.endswith("化")))
        for word, flag in SEGMENTER.tag(text)
    )


def strip_function_words(text: str, *, closed: bool = False) -> tuple[int, int]:
    """Start and end of a wording without function words at its ends.

    Where a mark closes the wording, an adjective at its end is its predicate and stays (作风好).
    """
    words = list(words_of(text))
    start = _strip_head(words)
    end = len(text) - _strip_tail(words, OPEN_ENDED - ADJECTIVES if closed else OPEN_ENDED)
    return start, max(start, end)


def _strip_head(words: list[str]) -> int:
    """Take function words from the head; how many letters they have."""
    start = 0
    if len(words) > 1 and words[0] in LOCALIZERS and words[1] in HEADLESS | OPEN_ENDED:  # (思想)上同
        start += len(words.pop(0))
    elif words and _is_localized(words[0]):
        start += 1
        words[0] = words[0][1:]
    if words and words[0] == PLACE and not any(word in LOCALIZERS for word in words):  # 在推动(…上)
        start += len(words.pop(0))
    while words and (words[0] in HEADLESS or (words[0][0] in HEADLESS and not SEGMENTER.has_word(words[0]))):
        start += 1
        words[0] = words[0][1:]
        if not words[0]:
            words.pop(0)
    return start


def _strip_tail(words: list[str], open_ended: frozenset[str]) -> int:
    """Take function words from the end; how many letters they have."""
    letters = sum(map(len, words))
    while words and words[-1] in open_ended:
        words.pop()
    if (
        words and len(words[-1]) == 2 and words[-1][0] in LOCALIZERS and words[-1][1] in open_ended
    ):  # (道路)上同
        words[-1] = words[-1][0]
    if len(words) > 2 and words[-2] in CONJUNCTIONS and len(words[-1]) == 1:  # 思想和党(的决议)
        del words[-2:]
    return letters - sum(map(len, words))


def _is_localized(word: str) -> bool:
    """Whether a word is but a localizer and a coverb that stand side by side (上同, a place's name too)."""
    return len(word) == 2 and word[0] in LOCALIZERS and word[1] in COVERBS


def is_frame(text: str) -> bool:
    """Whether a wording is a figure, an address or a row of official verbs without an object."""
    if text.endswith(_FRAME_ENDS) or _FIGURE.fullmatch(text) or _BARE_PAIR.fullmatch(text):
        return True
    if (len(text) < 7 and text.startswith(EACH)) or is_address(text):
        return True
    if not _may_be_frame(text):
        return False
    words = words_of(text)
    if len(text) < 9 and words[0] in ADDRESS:
        return True
    if len(words) == 2 and words[1] in TITLES:
        return True
    return all(map(_is_empty, words)) or (len(words) == 1 and SEGMENTER.tag(text)[0][1] == "nt")


def is_actor(text: str) -> bool:
    """Whether a short wording but names who acts, like 国有企业; a longer one is a name of its own."""
    if len(text) >= NAME or not text.endswith(ACTORS) or starts_with_verb(text):
        return False
    return not any(word in PARTICLES or flag[0] in "adilz" for word, flag in SEGMENTER.tag(text))


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
    """Whether a word is an official verb, two of them, or a function word."""
    if len(word) == 4 and word not in OFFICIAL_VERBS:
        return _is_empty(word[:2]) and _is_empty(word[2:])
    return word in OFFICIAL_VERBS or word in HEADLESS or word in OPEN_ENDED


def is_set_phrase(text: str) -> bool:
    """Whether four letters are an idiom or a coined set phrase, not two ordinary words side by side.

    减税降费, 行稳致远: a half of it is no word of jieba's dictionary; 自立自强: the dictionary has the whole.
    """
    if len(text) != 4 or text[:2] in OFFICIAL_VERBS or text[2:] in OFFICIAL_VERBS:
        return False
    if any(word == text and flag.startswith("i") for word, flag in SEGMENTER.tag(text)):
        return True
    if any(len(word) == 1 and word in HEADLESS | OPEN_ENDED for word in words_of(text)):
        return False
    return not all(SEGMENTER.has_word(half) for half in (text[:2], text[2:])) and not SEGMENTER.has_word(text)


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


@lru_cache(maxsize=100_000)
def ends_with_noun(text: str) -> bool:
    """Whether the last word is a noun, or an attribute that forms compounds (国有, 重点)."""
    word, flag = SEGMENTER.tag(text)[-1]
    return flag[0] in "nbj" and word not in OFFICIAL_VERBS


def ends_with_person(text: str) -> bool:
    """Whether the last word is a person's name, or a title behind one."""
    return any(flag.startswith("nr") for _, flag in SEGMENTER.tag(text)[-2:])


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


def wants_object(word: str) -> bool:
    """Whether a word is an official verb or a copula, or ends with such a verb (紧紧围绕)."""
    return word in COPULAS or word[-2:] in OFFICIAL_VERBS


def ends_with_verb(text: str) -> bool:
    """Whether the last word is a verb of two letters, and not used as a noun."""
    word, flag = SEGMENTER.tag(text)[-1]
    return flag == "v" and len(word) > 1


def lacks_predicate(text: str) -> bool:
    """Whether a wording is 以 with its object alone: what is done with that is missing."""
    if not text.startswith("以"):
        return False
    return not any(flag == "v" or word == "为" for word, flag in SEGMENTER.tag(text[1:]))


def negations(text: str) -> int:
    """How often a wording says no: 不守规矩 is no variant of 严守规矩."""
    return len(_NEGATOR.findall(text))


def is_expression(text: str) -> bool:
    """Whether the dictionary has a wording as an expression of several words (稳中求进)."""
    return SEGMENTER.tag(text) == [(text, "l")]


def without_verbs(text: str) -> str:
    """A clause without the official verbs and adverbs before its object; a bare row of them as it is.

    优化消费环境 and 改善消费环境 say the same of the same object.
    """
    rest = object_of(text)
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
