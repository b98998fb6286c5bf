"""From bytes to text: an ordered chain of deciders, each of which takes, refuses or passes on.

Whatever is chosen gives the very bytes back (``bom + text.encode(codec) == data``); what does not is
never taken.
"""

from __future__ import annotations

from collections.abc import Callable

from hujian.model import Encoding
from hujian.read.evidence import CLEAR_LEAD, ENOUGH, common_share, looks_binary, plausibility

Decided = tuple[str, Encoding]

_BOMS = (  # longest first: the mark of UTF-32LE begins with that of UTF-16LE
    (b"\xff\xfe\x00\x00", "utf-32", "utf-32-le", "UTF-32LE"),
    (b"\x00\x00\xfe\xff", "utf-32", "utf-32-be", "UTF-32BE"),
    (b"\xef\xbb\xbf", "utf-8-sig", "utf-8", "UTF-8"),
    (b"\xff\xfe", "utf-16", "utf-16-le", "UTF-16LE"),
    (b"\xfe\xff", "utf-16", "utf-16-be", "UTF-16BE"),
)
_GB18030_BOM = b"\x841\x953"
_LEGACY = (  # (codec, name told to the keeper); the first of equals wins
    ("gb18030", "GB18030"),
    ("cp950", "Big5"),  # Taiwan's Windows; Hong Kong's superset differs in a few signs
    ("big5hkscs", "Big5"),
    ("utf-16-le", "UTF-16LE"),
    ("utf-16-be", "UTF-16BE"),
)
_THREE_BYTES = "\u0800"  # from here on UTF-8 takes three bytes; Chinese lies above
_RATHER = 0.3  # lead in plausibility at which an accidental UTF-8 is not believed
_MOSTLY = 0.9  # share of characters that survive a lenient decoding: "this encoding, but damaged"


class Undecodable(Exception):  # noqa: N818  (it is a verdict about the bytes, not a fault)
    """The bytes are not surely text; ``reason`` says why, in Chinese."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def decode(data: bytes) -> Decided:
    """Decode bytes by the first decider that is sure.

    Raises:
        Undecodable: if none is sure, or one is sure that this is no text.
    """
    for decider in DECIDERS:
        if decided := decider(data):
            return decided
    raise Undecodable("无法判定文件编码")  # _by_evidence decides or raises, so this is never reached


def _by_emptiness(data: bytes) -> Decided | None:
    return None if data else ("", Encoding("utf-8", "utf-8", b"", "空文件，没有内容"))


def _by_mark(data: bytes) -> Decided | None:
    """A byte order mark is a statement; a file that breaks its own statement is damaged."""
    broken = ""
    for bom, name, codec, told in _BOMS:
        if not data.startswith(bom):
            continue
        text = _strict(data[len(bom) :], codec)
        if text is not None and not looks_binary(text):
            return text, Encoding(name, codec, bom, f"文件开头有 {told} 字节顺序标记")
        broken = broken or told
    if broken:
        raise Undecodable(f"文件开头有 {broken} 字节顺序标记，但后面的内容不是完好的 {broken} 文字")
    if data.startswith(_GB18030_BOM) and (text := _strict(data, "gb18030")) is not None:
        return text, Encoding("gb18030", "gb18030", b"", "文件开头有 GB18030 字节顺序标记")
    return None


def _by_utf8(data: bytes) -> Decided | None:
    """Strict UTF-8 hardly ever accepts other Chinese encodings, but for a few words.

    A NUL byte speaks for UTF-16. And GB 2312's 联通 is also valid UTF-8, of two-byte characters only.
    """
    if (text := _strict(data, "utf-8")) is None or looks_binary(text):
        return None
    if b"\0" in data and plausibility(text) < ENOUGH:
        return None
    if not data.isascii() and max(text) < _THREE_BYTES and _rather_gb(data, text):
        return None
    basis = "全部是 ASCII 字符，按 UTF-8 读" if data.isascii() else "全部字节都符合 UTF-8 的规则"
    return text, Encoding("utf-8", "utf-8", b"", basis)


def _rather_gb(data: bytes, text: str) -> bool:
    """Does GB18030 make clearly better sense of these bytes than UTF-8, which accepts them too?"""
    rival = _strict(data, "gb18030")
    return rival is not None and plausibility(rival) > max(plausibility(text) + _RATHER, ENOUGH)


def _by_evidence(data: bytes) -> Decided:
    """Weigh the legacy encodings against each other by how much each result looks like Chinese."""
    texts = {codec: text for codec, _ in _LEGACY if (text := _strict(data, codec)) is not None}
    scores = {codec: plausibility(text) for codec, text in texts.items()}
    told = dict(_LEGACY)
    best = max(scores, key=lambda codec: scores[codec], default="")
    if not best or scores[best] < ENOUGH:
        raise Undecodable(_complaint(data))
    rivals = {told[c]: s for c, s in scores.items() if told[c] != told[best]}
    rival = max(rivals, key=lambda name: rivals[name], default="")
    if rival and scores[best] - rivals[rival] < CLEAR_LEAD:
        raise Undecodable(f"既像 {told[best]} 又像 {rival}，证据不足以判定编码")
    basis = f"不像 UTF-8；按 {told[best]} 读，常用字占 {common_share(texts[best]):.0%}"
    basis += f"，按 {rival} 读就不通" if rival else "，其他编码都读不通"
    return texts[best], Encoding(best, best, b"", basis)


DECIDERS: tuple[Callable[[bytes], Decided | None], ...] = (_by_emptiness, _by_mark, _by_utf8, _by_evidence)


def _strict(data: bytes, codec: str) -> str | None:
    """The text, if the codec takes all bytes and gives the very same bytes back."""
    try:
        text = data.decode(codec)
        return text if text.encode(codec) == data else None
    except UnicodeError:
        return None


def _complaint(data: bytes) -> str:
    """Why no encoding was taken: damaged text, or no text at all."""
    for codec, told in (("utf-8", "UTF-8"), ("gb18030", "GB18030")):
        lenient = data.decode(codec, "replace")
        if plausibility(lenient) < _MOSTLY:
            continue
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            return f"像是 {told} 文字，但从第 {error.start + 1} 个字节起有损坏"
    if b"\0" in data:
        return "含有空字节，像是二进制文件（如 Word、PDF、图片改了扩展名），不是纯文本"
    return "按 UTF-8、GB18030、Big5、UTF-16 都读不成通顺的中文，可能是二进制文件或少见的编码"
