"""Lines that surely are the author's: titles, salutations, dates, headings, running text."""

from __future__ import annotations

import re

_GENRE = (
    "讲话|发言|致辞|致词|报告|总结|通知|意见|方案|办法|条例|规定|决定|决议|纪要|简报|要点|计划|规划|汇报|体会|倡议书"
    "|公报|公告|通报|函|批复|请示|讲稿|提纲|制度|细则|宣言|公开信|祝词|贺信|解释|规则|章程|准则|守则|指示|答复"
)
TITLE = re.compile(rf"(?:^(?:关于|在|就).*|.*(?:的|工作))(?:{_GENRE})(?:稿|提要|摘要|[（(].*[）)])?$")
TITLE_LIKE = re.compile(rf".*(?:{_GENRE})(?:稿|[（(].*[）)])?$|^——")
SALUTATION = re.compile(
    r".{0,40}(?:同志们|同志|朋友们|代表|委员|大家好|女士们|先生们|来宾|同学们|各位\S{1,12})\s*[：:！!，,]?$"
)
ADDRESSEE = re.compile(r".*[：:]$")
DATE = re.compile(
    r"^[（(]?\s*(?:[12]\d{3}|[一二]\s*[〇○零九]\S{2})\s*[年./-]|.*[12]\d{3}年\d{1,2}月(?:\d{1,2}日)?[）)]?$"
)
DOCUMENT_NUMBER = re.compile(r".*[〔\[【]\d{4}[〕\]】]\s*第?\d+号$")
NUMBERED = re.compile(
    r"^[（(]?[一二三四五六七八九十百]+[、．.）)]|^第[一二三四五六七八九十百\d]+[章节条编部分，、]|^\d{1,2}[．.、]"
    r"|^[一二三四五六七八九十]+[是要]"
)
SENTENCE = re.compile(r"[。；？]")
_LONGEST_TITLE = 60
_RUNNING = 60  # a line as long as this is running text even without a full stop
_SHORT_SENTENCE = 20


def is_of_the_text(line: str, wordings: int) -> bool:
    """Is a line surely the author's?

    Args:
        line: one line.
        wordings: how many kinds of strong advertising wording it holds; the more, the stricter.
    """
    line = line.strip()
    if len(line) <= _LONGEST_TITLE and (TITLE.match(line) or DATE.match(line) or DOCUMENT_NUMBER.match(line)):
        return True
    if NUMBERED.match(line) or SALUTATION.fullmatch(line) or is_running_text(line):
        return wordings < 3
    return wordings < 2 and bool(TITLE_LIKE.match(line) or ADDRESSEE.match(line))


def is_running_text(line: str) -> bool:
    """Is a line a paragraph rather than a title, a byline or an advertisement?"""
    line = line.strip()
    return len(line) >= _RUNNING or (len(line) >= _SHORT_SENTENCE and SENTENCE.search(line) is not None)
