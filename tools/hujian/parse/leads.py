"""Unnumbered lead sentences: paragraphs under one heading that each open with a short sentence of one build.

Precision before recall. A run counts only where
- it stands under a heading that has no numbered children, with no spoken address between;
- at least two paragraphs follow each other directly, each a lead of 6 to 48 letters that ends in a full stop
  and a text at least twice as long;
- the leads are alike in one of three ways (``ALIKE``).
Source: 003, section one, and the bold leads of the work reports since 1999, read beside the argumentative
paragraphs of the older ones, whose first sentences are no titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from hujian.parse.candidates import LEAD, PLAIN, Candidate
from hujian.parse.draft import Draft, Line
from hujian.parse.nesting import Placed
from hujian.parse.sentences import sentence_end

Lead = tuple[Line, int]  # the line and the offset behind its lead sentence

_SHORTEST: Final = 6
_LONGEST: Final = 48
_SHORT: Final = 22
_OPENING: Final = re.compile(
    "坚持|坚定|加强|加快|加大|推进|推动|深入|深化|着力|全面|切实|准确|大力|积极|扎实|稳步|稳妥|严格|严肃|进一步|"
    "不断|持续|牢牢|牢固|努力|认真|强化|完善|健全|促进|提高|提升|优化|巩固|增强|抓好|做好|实施|落实|保障|维护|"
    "统筹|扩大|防范|守住|营造|构建|树立|激发|培育|丰富|毫不|全方位|多措并举|更好|有序|有效|主动|充分|始终|深刻|"
    "精心|注重|突出|聚焦|紧紧|千方百计|高度重视|高质量|创新|支持|引导|发展|改善|继续|必须|大幅"
)
_STATEMENT: Final = re.compile("，(?:就|也|都)?是")
_PROSE: Final = re.compile(
    r"^(?:这|那|我|他|她|它|你|同志们|各位|大家|当前|目前|同时|但|因此|所以|实践|事实|总之|此外|另外|一方面|"
    r"习近平|毛泽东|邓小平|在|从|自|对|为了|由于|如果|只有|只要|今天|现在|刚才|去年|今年|[0-9一二三四五六七八九十])"
    r"|我们|他们|这[个种些一]|指出|强调|[？?]|为什么"
)


def lead_sentences(draft: Draft, placed: Sequence[Placed]) -> tuple[Candidate, ...]:
    """All unnumbered lead sentences below the headings that are known."""
    found: list[Candidate] = []
    for at, parent in enumerate(placed):
        below = placed[at + 1] if at + 1 < len(placed) else None
        if not _may_have(parent, below):
            continue
        section = _section(draft, parent.candidate.line, below.candidate.line if below else len(draft.lines))
        found.extend(_candidate(lead) for lead in _run(section))
    return tuple(found)


def _candidate(lead: Lead) -> Candidate:
    line, end = lead
    return Candidate(line=line.index, family=LEAD, start=line.start, end=line.start + end, run_in=True)


def _may_have(parent: Placed, below: Placed | None) -> bool:
    numbered_below = below is not None and below.depth > parent.depth and below.candidate.family != PLAIN
    weak = parent.candidate.rank is None and parent.candidate.run_in
    return not numbered_below and not weak and parent.candidate.family != "article"


def _section(draft: Draft, start: int, end: int) -> list[Line]:
    section: list[Line] = []
    for line in draft.lines[start + 1 : end]:
        if draft.kinds[line.index] != "body" or line.text.startswith(("同志们", "各位")):
            break
        section.append(line)
    return section


def _run(section: Sequence[Line]) -> list[Lead]:
    """The longest run of lead paragraphs that are alike, or nothing."""
    best: list[Lead] = []
    current: list[Lead] = []
    for line in section:
        lead = _lead(line)
        current = [*current, lead] if lead else []
        for size in range(len(current), max(1, len(best)), -1):
            if any(alike(current[-size:], section) for _, alike in ALIKE):
                best = current[-size:]
                break
    return best


def _lead(line: Line) -> Lead | None:
    end = sentence_end(line.text)
    lead = line.text[:end]
    if not lead.endswith("。") or not _SHORTEST <= end - 1 <= _LONGEST or _PROSE.search(lead):
        return None
    return (line, end) if len(line.text) - end >= max(2 * end, 30) else None


def _same_length(run: Sequence[Lead], _section: Sequence[Line]) -> bool:
    """Three or more short leads of nearly the same length: they were drafted as a set."""
    lengths = [end for _, end in run]
    statements = sum("是" in line.text[:end] for line, end in run)
    alike = max(lengths) - min(lengths) <= 1 and statements in {0, len(run)}
    return len(run) >= 3 and max(lengths) <= _SHORT and alike


def _same_opening(run: Sequence[Lead], _section: Sequence[Line]) -> bool:
    """Three or more leads that open with the same words up to a comma (五年来，…)."""
    openings = {line.text[:end].partition("，")[0] for line, end in run}
    short = all(end <= _SHORT and "，" in line.text[:end] for line, end in run)
    return len(run) >= 3 and len(openings) == 1 and short


def _imperatives(run: Sequence[Lead], section: Sequence[Line]) -> bool:
    """Two or more leads that open with a verb or adverb of policy, up to the end of the section."""
    last = run[-1][0].index == section[-1].index
    orders = all(_OPENING.match(line.text) and not _STATEMENT.search(line.text[:end]) for line, end in run)
    return last and len(run) >= 2 and orders


ALIKE: Final[tuple[tuple[str, Callable[[Sequence[Lead], Sequence[Line]], bool]], ...]] = (
    ("same length", _same_length),
    ("same opening", _same_opening),
    ("imperatives to the end", _imperatives),
)
