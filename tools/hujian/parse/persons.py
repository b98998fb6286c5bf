"""Names of persons and offices, as they stand in titles and bylines. Never a guess: no surname, no name."""

from __future__ import annotations

import re
from typing import Final

SURNAMES: Final = (
    "习王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛"
    "邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝"
    "路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂"
    "全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝胥"
)
"""Common surnames. The list may be wide, since a name counts only where titles and bylines put one."""

_COMPOUND: Final = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|夏侯|轩辕|端木"
_HAN: Final = "[\u4e00-\u9fff\U00020000-\U0003ffff]"
PERSON: Final = rf"(?:(?:{_COMPOUND}){_HAN}{{1,2}}|[{SURNAMES}]{_HAN}{{1,2}}|{_HAN}{{2,6}}·{_HAN}{{2,8}})"
_SPACED: Final = re.compile(rf"(?:{PERSON}|[{SURNAMES}](?:[ \u3000]+{_HAN}){{1,2}})")
OFFICE: Final = (
    r"(?:总书记|书记|市长|省长|县长|区长|州长|盟长|旗长|部长|主任|局长|厅长|主席|总理|秘书长|馆长|院长|校长|乡长|镇长|司长|处长|"
    r"科长|会长|理事长|董事长|总经理|经理|委员|常委|代表|主持人|厅局长|署长|行长|社长|台长|组长|站长|所长|主委|检察长|审判长|总裁|"
    r"秘书|调研员|巡视员|负责人|发言人|司令员|政委)"
)
_NO_NAME: Final = re.compile(
    r"关于|讲话|报告|通知|意见|方案|办法|条例|致辞|总结|决定|决议|规定|纪要|计划|安排|简介|解释|任务|经验|通报|说明|"
    r"领导|书记|负责|主任|部长|同志|代表|会议|大会|工作|党委|党组|全国|全省|全市|全区|全县|党的|文件|文化|"
    r"目录|摘要|前言|序言|施行|明确|成绩|时间|地点|章程|和平|华人"
)
_LABEL: Final = r"[（(]?(?:作者|讲话人|发言人|报告人|主讲人|主讲|主持人|撰稿)[：: ]\s*"
LABELLED: Final = re.compile(_LABEL)
"""A byline that says it is one."""
_BYLINE: Final = re.compile(
    rf"(?:{_LABEL}|[（(])?"
    rf"(?:(?P<office>[^，。；：]{{0,40}}{OFFICE})[ \u3000]*)?(?P<name>{_SPACED.pattern})(?:同志)?[）)]?"
)
_OFFICE_LINE: Final = re.compile(rf"[^，。；：]{{0,40}}{OFFICE}")
_TITLE_NAMES: Final = (
    re.compile(rf"^(?:[^，。；：在]{{0,40}}?{OFFICE})?(?P<name>{PERSON})同志(?:在|关于|就|谈|于)"),
    re.compile(rf"^(?:[^，。；：在]{{0,40}}?{OFFICE})(?P<name>{PERSON})(?:在|关于|就|谈)"),
    re.compile(rf"^(?P<name>{PERSON})(?:{OFFICE}|主席|总书记)?在"),
)


def is_name(text: str) -> bool:
    """Whether a text is a person's name as far as letters can tell."""
    return _NO_NAME.search(text) is None


def byline(text: str) -> tuple[int, int] | None:
    """Where in a byline the name stands: 市委书记　张三, （张三）, 李　强; None if it is no byline.

    The name is the last thing in the line; a line of an office alone has none.
    """
    found = _BYLINE.fullmatch(text.strip())
    if not found or len(text) > 60:
        return None
    start, end = found.span("name")
    name = re.sub(r"\s", "", found["name"])
    return (start, end) if len(name) >= 2 and is_name(name) else None


def is_office(text: str) -> bool:
    """Whether a line is an office and nothing else; the name then stands on the next one."""
    return len(text) <= 40 and _OFFICE_LINE.fullmatch(text) is not None


def name_in_title(title: str) -> tuple[int, int] | None:
    """Where a title names its speaker: X同志在…上的讲话, 省长X在…上的报告."""
    for pattern in _TITLE_NAMES:
        found = pattern.match(title)
        if found and is_name(found["name"]):
            return found.span("name")
    return None
