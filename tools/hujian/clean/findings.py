"""Flags and losses as findings for the keeper: one a file and kind, or one a place where they are rare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hujian.model import CleanText, Edit, Finding

_EXAMPLES = 3
_CONTEXT = 6  # characters shown on either side


@dataclass(frozen=True, slots=True)
class _Told:
    """How a kind of flag is told."""

    message: str  # Chinese; {n} times, {examples}
    remedy: str
    each: bool = False  # one finding a place


_TOLD = {
    "placeholder": _Told(
        "有 {n} 处占位符号没有填写：{examples}。", "若知道原来的名称或数字，请在源文件里补上；否则不必改。"
    ),
    "half-width-punctuation": _Told(
        "中文之间有 {n} 处半角标点：{examples}。", "请对照原件，把源文件里的半角标点改成全角。"
    ),
    "doubled-punctuation": _Told("有 {n} 处标点重复或相连：{examples}。", "请对照原件改正源文件。"),
    "suspicious-line": _Told(
        "这一行像是广告，证据不足，没有删除：{examples}。",
        "若确是广告，请从源文件删去，或在 cleaning.toml 里加一条规则；若是正文，把它写进 keep。",
        each=True,
    ),
    "lost-character": _Told(
        "此处有字在收到文件之前已经损坏，网页上以□标出：{examples}。",
        "请对照原件，在源文件里补上缺字。",
        each=True,
    ),
    "broken-line": _Told(
        "有 {n} 行像是在句子中间断开的（硬换行），证据不足，没有接上：{examples}。",
        "请在源文件里把误断的行接起来，一段只留一行；若原本就分行，不必改。",
    ),
    "private-use-character": _Told(
        "有 {n} 处造字区的字，在别的电脑上可能显示不出来：{examples}。", "请对照原件，换成通用的字。"
    ),
}
_OTHER = _Told("有 {n} 处符合规则“{rule}”（{reason}）：{examples}。", "请核对；规则在 cleaning.toml 里。")


def findings_of(clean: CleanText) -> tuple[Finding, ...]:
    """What the keeper should look at in one text; places in source offsets."""
    kinds: dict[str, list[Edit]] = defaultdict(list)
    for edit in clean.ledger:
        if edit.edit_class == "flag" or edit.rule == "lost-character":
            kinds[edit.rule].append(edit)
    found = [finding for rule, edits in kinds.items() for finding in _of_kind(clean, rule, edits)]
    return tuple(sorted(found, key=Finding.order))


def _of_kind(clean: CleanText, rule: str, edits: list[Edit]) -> Iterator[Finding]:
    told = _TOLD.get(rule, _OTHER)
    groups = [[edit] for edit in edits] if told.each else [edits]
    for group in groups:
        message = told.message.format(
            n=len(group), examples=_examples(clean, group), rule=rule, reason=group[0].reason
        )
        yield Finding(rule, clean.source.path, group[0].start, group[0].end, message, told.remedy)


def _examples(clean: CleanText, edits: list[Edit]) -> str:
    """The first few places with their surroundings."""
    shown = dict.fromkeys(_surroundings(clean, edit) for edit in edits)
    more = " 等" if len(shown) > _EXAMPLES else ""
    return "、".join(f"“{there}”" for there in islice(shown, _EXAMPLES)) + more


def _surroundings(clean: CleanText, edit: Edit) -> str:
    text = clean.source.text
    before = text[max(0, edit.start - _CONTEXT) : edit.start]
    after = text[edit.end : edit.end + _CONTEXT]
    there = f"{before}{edit.after}{after}"
    return "".join(c if c.isprintable() else " " for c in there).strip()
