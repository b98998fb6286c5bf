"""The genres of official writing, with which a title ends."""

from __future__ import annotations

import re
from typing import Final

GENRE: Final = (
    "讲话|报告|通知|意见|方案|办法|条例|致辞|致词|总结|决定|决议|规定|纪要|公报|公告|通告|通报|请示|批复|复函|函|议案|提案|规划|纲要|"
    "要点|计划|发言|讲稿|发言稿|讲话稿|主持词|主持讲话|开幕词|闭幕词|贺信|贺词|献词|倡议书|倡议|建议|细则|解释|法|规则|章程|准则|宣言|声明|"
    "谈话|党课|体会|材料|说明|答复|命令|令|指示|信|演讲|答辩|述职|汇报|小结|打算|安排|措施|制度|规范|标准|答问|札记|案例|清单|守则|公约"
)
_GENRE_END: Final = re.compile(rf"(?:{GENRE})(?:[（(][^（）()]{{1,20}}[）)]|[一二三四五六七八九十])?[》”]?$")


def is_title_like(text: str) -> bool:
    """Whether a short line ends in the name of a genre (讲话, 通知, 条例 ...)."""
    return _GENRE_END.search(text) is not None
