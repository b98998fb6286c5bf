"""Words that say nothing by themselves: function words, official verbs, forms of address.

Closed classes and genre markers only, nothing about any subject matter.
"""

from __future__ import annotations


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
JOINERS = _words("及其 以及 或者 并且")
"""Longer ones that do."""
AND_OTHERS = "等"
"""Closes a list."""
LIGHT_VERBS = tuple(_words("给予 予以 加以 作出 做出"))
"""Verbs that only say that something is done; what that is follows them (形式动词)."""
COPULAS = _words("是 为 成为 作为 称为 变成 等于 提出 在于 属于").union(LIGHT_VERBS)
"""Copulas, light verbs, and others that say nothing without what follows them."""
SAYING = tuple(_words("指出 强调 提出 认为 表示 写道 认识到 看到 牢记"))
"""Verbs of saying and knowing: a wording that ends with one is a frame, what is said follows."""
DUTIES = tuple(_words("应当 应该 必须 不得 不应"))
"""Modal verbs of duty: the verb behind them wants its object (人民政府应当建立)."""
MODALS = (*DUTIES, *_words("可以 能够 不能"))
"""Modal verbs of two letters: behind a name they tell no more than the name (人民政府应当)."""
LEADING = frozenset("dpc")
"""Parts of speech before something else: adverbs, coverbs, conjunctions."""
PARTICLES = (HEADLESS | OPEN_ENDED) - ADJECTIVES - frozenset("了着过")
"""Words of one character before which a phrase may be over; aspect particles belong to its verb."""
NEGATORS = "不没未非无勿莫禁"
"""Letters that say no."""
COVERBS = frozenset("同与跟以从向对把将被由于为")
PLAIN_COVERBS = frozenset("从向对把被由经自") | _words("根据 依据 按照 依照 会同 随着 关于 对于")
"""Those that join no words, as 同, are no copula, as 为, and tell no future, as 将."""
BASES = _words("根据 依据")
"""Coverbs that are nouns as well."""
COPULA = "是"
AIM = "为"
"""Coverb of a purpose, which may hold verbs of its own (为推进改革提供保证); or a copula."""
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
ADDRESSED = _words("我们 各位 诸位 各级 各 各地 各地区 各部门 各方面 各单位 广大 同志 同志们 大家 全体")
"""Words that address somebody; what begins with them and holds no verb is but an address."""
ADDRESS = ADDRESSED | _words("今年 去年 当前 目前")
"""Words that address or point; a short wording that begins with them is no formulation."""
DEICTICS = _words("我国 我省 我市 我县 我区 我州 我们 这是 这些 这个 这种 该")
"""Words that point to who speaks or what was spoken of; the phrase begins behind them (我国|社会主义制度)."""
DEVELOP = "发展"
"""Behind official verbs and adverbs alone it says as little as they do (加快发展, 进一步发展)."""
TITLES = _words("同志 总书记 主席 总理 书记 部长 省长 市长 县长 先生 女士")
"""Behind a name they make a person of it."""
NUMERALS = frozenset("0123456789〇零一二两三四五六七八九十百千万亿")
"""Numerals of one character."""
EACH = tuple(_words("各级 各项 各类 各种 各个 各地 广大"))
"""With what points at all of a kind: no formulation either."""

ACTORS = tuple(
    _words(
        "会议 大会 部门 机关 单位 企业 党组织 干部 书记 毕业生 农民工 人员 工作者 委员会 人民政府 法院 检察院"
    )
)
"""Institutions and people: a wording that ends with one may be but a name for them."""
NAME = 8  # letters from which a name is one of its own, as long as a match
MEETINGS = tuple(_words("会议 全会 会议精神 全会精神"))
"""Meetings, and what they stood for: a wording that ends with one may be but its name, however long."""
