"""Advertisements of other families than the sample's: what is clear goes, what is doubtful stays."""

from collections.abc import Callable

import pytest

from hujian.clean import Rules, clean
from hujian.model import SourceFile

Make = Callable[..., SourceFile]
BODY = "第一句话说的是阅览室的开放时间，第二句话说的是借书证怎么办，大家听明白了就好。各部门要认真落实。\n"
TEXT = "在全市阅览室工作会议上的讲话\n（2024年5月6日）\n同志们：\n" + BODY * 4 + "谢谢大家！"

CLEAR = [
    "本文档由青禾文库 www.qinghewenku.com 提供，会员充值后下载",
    "公文范文网 https://www.gongwen.com\nQQ：123456789 微信：abcd\n专业代写各类材料 24小时客服在线",
    "关注“秘书之家”公众号，后台回复“总结”，领取500篇范文\n添加客服微信 abc888 进入交流群\n"
    "版权归原作者所有，如有侵权请联系删除",
    "★讲话稿合集★\n中间一行没有特别的话\n付费会员专享，扫码进群，QQ：12345",
]
DOUBTFUL = [
    "（资料来源于网络，仅供学习参考，侵删）",
    "联系人：张三　联系电话：0571-88888888\n"
    "电子邮箱：lib@example.gov.cn\n报名网址：www.example.gov.cn，下载表格",
    "来源：青禾日报　责任编辑：李四",
    "内部资料　注意保存\n第12期\n青禾县图书馆办公室编",
    "消费者权益保护典型案例\n婚礼影像资料丢失的赔偿\n更多免费服务",
]


@pytest.mark.parametrize("lines", CLEAR)
@pytest.mark.parametrize("at_head", [True, False])
def test_clear_advertisements_go_and_nothing_else(
    rules: Rules, make: Make, lines: str, at_head: bool
) -> None:
    text = f"{lines}\n\n{TEXT}" if at_head else f"{TEXT}\n\n{lines}\n"
    result = clean(make(text), rules)
    assert result.text == TEXT
    (entry,) = [e for e in result.ledger if e.rule in {"spam-header", "spam-footer"}]
    assert entry.before.strip() == lines
    assert entry.rule == ("spam-header" if at_head else "spam-footer")


@pytest.mark.parametrize("lines", DOUBTFUL)
@pytest.mark.parametrize("at_head", [True, False])
def test_doubtful_lines_stay(rules: Rules, make: Make, lines: str, at_head: bool) -> None:
    text = f"{lines}\n{TEXT}" if at_head else f"{TEXT}\n{lines}"
    assert clean(make(text), rules).text == text


@pytest.mark.parametrize("lines", CLEAR)
def test_in_the_middle_of_a_text_they_stay_and_are_pointed_out(rules: Rules, make: Make, lines: str) -> None:
    text = f"{BODY * 3}{lines}\n{BODY * 3}".strip()
    result = clean(make(text), rules)
    assert result.text == text
    assert "suspicious-line" in {edit.rule for edit in result.ledger}
