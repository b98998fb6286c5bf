"""What an official document bears above its title: neither title nor text.

The elements and their names are those of GB/T 9704-2012, 7.2 (版头): copy number, secrecy, urgency, the
issuing bodies' sign (…文件), document number, signer. A bulletin (简报) bears name, number, editor, date.
"""

from __future__ import annotations

import re
from typing import Final

_BLANKS: Final = re.compile(r"[ \u3000\t\u00a0]+")
_NUMBER: Final = (
    r"(?:[^，。；]{0,24}[〔\[【（(](?:19|20)\d{2}[〕\]】）)](?:第)?[\d×xX*]+号"
    r"|[^，。；]{1,12}字第?[\d一二三四五六七八九十百千〇零○]{1,8}号)"  # before 1949: 教字第一二三号
)
_SIGNER: Final = r"签发人[：:][^，。；：:]{0,30}"
_CARE: Final = (
    r"★{0,3}(?:绝密|机密|秘密|内部(?:资料|文件|材料|刊物|参阅|情况)?|供?领导参阅|特急|特提|加急|急件|平急|急|"
    r"(?:请)?(?:注意|妥善)(?:保存|保管|保密)|不得(?:翻印|转载|外传)|阅后(?:收回|即毁|销毁)|会后(?:收回|交回)|会议(?:文件|材料))"
    r"(?:★[^，。；]{0,8})?"
)
_ISSUE: Final = (
    r"(?:[^，。；：]{2,20}(?:简报|快报|专报|简讯|通讯|动态|信息|参阅|内参|要情|摘报))?"
    r"[（(]?总?第[\d０-９一二三四五六七八九十百〇○]{1,6}期[）)]?"
    r"(?:[（(]?(?:总|增刊)[^，。；]{0,12})?"
)
_WEB: Final = (
    r"[（(]?(?:(?:信息|稿件)?来源|稿源|(?:责任)?编辑|审核|版权所有|当前位置|上一篇|下一篇|附件下载|分享到?|字号|(?:浏览|点击|阅读)(?:次数|量))"
    r"[：:].*|发布(?:时间|日期)[：:].*(?:来源|浏览|点击|阅读|字号).*|首页[>＞»].*|扫一扫.{0,20}"
    r"|(?:[\[【（(]?(?:打印|关闭|收藏|分享|返回)(?:本页|此页|窗口|页面|列表|顶部)?[\]】）)]?){1,6}"
)
"""What a web page shows beside a text."""
_COPY: Final = r"(?:份号|编号|№|No\.?)[：:]?\d{1,8}|\d{6}"
NUMBER: Final = re.compile(rf"{_NUMBER}(?:{_SIGNER})?")
ISSUE: Final = re.compile(_ISSUE)
LETTERHEAD: Final = re.compile(
    rf"{NUMBER.pattern}|{_SIGNER}|{_ISSUE}|{_WEB}|{_COPY}|[（(【]?{_CARE}(?:[，、。；！]?{_CARE}){{0,3}}[，。！]?[）)】]?"
    r"|[^，。；]{2,40}文件|<!--.*-->|目录|[【\[]?本期(?:要目|导读|内容|目录)[】\]]?[：:]?|[◆◇■□●▲▶➢].*|[（(【]?附件[0-9０-９一二三四五六七八九十]{0,2}[）)】]?[：:]?"
)


def is_letterhead(text: str) -> bool:
    """Document numbers, marks of secrecy and urgency, mastheads: neither title nor text of it."""
    return LETTERHEAD.fullmatch(_joined(text)) is not None


def is_document_number(text: str) -> bool:
    """清发〔2022〕5号, perhaps with the signer behind it."""
    return NUMBER.fullmatch(_joined(text)) is not None


def is_issue(text: str) -> bool:
    """第12期（总第88期): the number of a bulletin."""
    return ISSUE.fullmatch(_joined(text)) is not None


def _joined(text: str) -> str:
    """Without blanks: letters of a masthead are set apart (特　急)."""
    return _BLANKS.sub("", text)
