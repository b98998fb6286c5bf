"""Cleaning rules are data: the built-in ones, and what a keeper adds in ``cleaning.toml``.

Besides ``[[rule]]`` and ``[[signal]]`` (see builtin.toml) a keeper may write::

    off = ["decoration"]      # built-in rules that shall not act
    keep = ["内部资料汇编.*"]   # whole lines that are never removed
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from hujian.clean.toml import BadToml, Table, tables_of
from hujian.errors import ContentError
from hujian.model import EditClass, Finding
from hujian.settings import SUSPICIOUS

Kind = Literal["strong", "weak", "form"]
Where = Literal["inline", "line", "head", "tail"]
KEEPERS_FILE = "cleaning.toml"
STEPS_TO_TURN_OFF = frozenset(
    {
        "page-break",
        "hard-wrap",
        "torn-line",
        "broken-line",
        "spam-header",
        "spam-footer",
        "template-footer",
        SUSPICIOUS,
    }
)
"""Ids of the steps written in Python that a keeper may do without; the others make a text publishable."""
_NO_RULE = "off 里的“{name}”不是可以停用的规则，名称见清洗报告"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what to do with it."""

    id: str
    where: Where
    edit_class: EditClass
    pattern: re.Pattern[str]
    reason: str
    unless: re.Pattern[str] | None = None  # lines in which this is found are left alone


@dataclass(frozen=True, slots=True)
class Signal:
    """Wording that speaks for an advertisement."""

    id: str
    kind: Kind
    pattern: re.Pattern[str]
    told: str  # Chinese


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules in force."""

    rules: tuple[Rule, ...] = ()
    signals: tuple[Signal, ...] = ()
    keep: tuple[re.Pattern[str], ...] = ()
    off: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)

    def reason(self, rule: str) -> str:
        """Why a step written in Python acts, in Chinese."""
        return self.reasons[rule]

    def at(self, *where: Where) -> tuple[Rule, ...]:
        """The rules for these places that take something out."""
        return tuple(rule for rule in self.rules if rule.where in where and rule.edit_class != "flag")

    def kept(self, line: str) -> bool:
        """Did the keeper say that this line stays?"""
        return any(pattern.fullmatch(line.strip()) for pattern in self.keep)


def load_rules(text: str | None) -> tuple[Rules, tuple[Finding, ...]]:
    """The built-in rules with the keeper's.

    Args:
        text: content of the keeper's ``cleaning.toml``; None if there is none.

    Returns:
        The rules, and a finding for every entry of the keeper's that cannot be used; the rest is used.

    Raises:
        ContentError: if nothing of the file can be used.
    """
    if not text:
        return _built_in(), ()
    tables, broken = tables_of(text)
    rules = _built_in()
    for table in tables:
        try:
            rules = _with(rules, table)
        except BadToml as bad:
            broken.append(bad)
    if broken and rules is _built_in():
        first = min(broken, key=lambda bad: bad.line)
        raise ContentError(
            f"清洗规则 {KEEPERS_FILE} 没有一条能用：第 {first.line} 行，{first.reason}。",
            "请改正后再试；写法见 README 的“清洗规则”一节。",
        )
    broken += _not_to_be_turned_off(rules, text)
    findings = [_finding(bad, text) for bad in broken]
    return _without_off(rules), tuple(findings)


@cache
def _built_in() -> Rules:
    text = files("hujian.clean").joinpath("builtin.toml").read_text("utf-8")
    tables, _ = tables_of(text)
    rules = Rules()
    for table in tables:
        rules = _with(rules, table)
    return rules


def _with(rules: Rules, table: Table) -> Rules:
    """The rules with one more table of a TOML file."""
    match table.name:
        case "rule":
            return replace(rules, rules=(*rules.rules, _rule(table)))
        case "signal":
            return replace(rules, signals=(*rules.signals, _signal(table)))
        case "reasons":
            return replace(rules, reasons={key: table.text(key) for key in table.values})
        case "":
            keep = (*rules.keep, *table.patterns("keep"))
            return replace(rules, keep=keep, off=rules.off | set(table.texts("off")))
    raise BadToml(table.line, f"不认识“{table.name}”，只能写 [[rule]]、[[signal]]、keep 和 off")


def _rule(table: Table) -> Rule:
    where, edit_class = table.text("where", "line"), table.text("class", "auto")
    _must_be(table, where, get_args(Where))
    _must_be(table, edit_class, get_args(EditClass))
    pattern = table.pattern("pattern")
    if pattern.fullmatch(""):
        raise BadToml(table.line, "pattern 连空行都能匹配，会删去一切")
    reason = table.text("reason", "编目员添加的规则")
    unless = table.pattern("unless") if "unless" in table.values else None
    return Rule(table.text("id"), where, edit_class, pattern, reason, unless)  # type: ignore[arg-type]


def _signal(table: Table) -> Signal:
    kind = table.text("kind", "strong")
    _must_be(table, kind, get_args(Kind))
    told = table.text("told", "其他广告用语")
    return Signal(table.text("id"), kind, table.pattern("pattern"), told)  # type: ignore[arg-type]


def _must_be(table: Table, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise BadToml(table.line, f"“{value}”不对，只能是 {'、'.join(allowed)}")


def _not_to_be_turned_off(rules: Rules, text: str) -> list[BadToml]:
    """Names under ``off`` that no rule bears, or one without which a text cannot be published."""
    known = {*STEPS_TO_TURN_OFF, *(rule.id for rule in rules.rules), *(signal.id for signal in rules.signals)}
    lines = text.split("\n")
    return [
        BadToml(next((at for at, line in enumerate(lines, 1) if name in line), 1), _NO_RULE.format(name=name))
        for name in sorted(rules.off - known)
    ]


def _without_off(rules: Rules) -> Rules:
    stay = tuple(rule for rule in rules.rules if rule.id not in rules.off)
    signals = tuple(signal for signal in rules.signals if signal.id not in rules.off)
    return replace(rules, rules=stay, signals=signals)


def _finding(bad: BadToml, text: str) -> Finding:
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: bad.line - 1])
    end = start + len(lines[bad.line - 1]) if bad.line <= len(lines) else start
    message = f"第 {bad.line} 行：{bad.reason}；这一条没有使用，其余照用。"
    return Finding("cleaning-rule", KEEPERS_FILE, start, end, message, "请改正这一行，或删去这一条规则。")
