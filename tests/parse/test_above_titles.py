"""Lines above a title that are none: what resellers and web pages put there. As cleaned, not as made."""

from __future__ import annotations

import pytest

from hujian.clean import clean, load_rules
from hujian.model import SourceFile
from hujian.parse import parse
from hujian.read import read_file

BODY = "今天，我们围绕阅读推广工作，总结经验，分析形势，部署任务，请大家认真抓好落实。"


@pytest.mark.parametrize(
    "above",
    [
        "【公众号：县府文库】每日更新，扫码关注",
        "来源：云麓日报",
        "（来源：云麓市人民政府网）",
        "作者：周砚秋",
        "责任编辑：李明",
        "发布时间：2024-06-07　浏览次数：55　字号：大 中 小",
        "[打印] [关闭]",
        "首页 > 政务公开 > 领导讲话",
        "上一篇：关于放假的通知",
        "附件下载：",
    ],
)
def test_what_a_reseller_or_a_web_page_puts_above_a_title_is_none(above: str) -> None:
    text = f"{above}\n在全市阅读工作会议上的讲话\n（2024年6月5日）\n{BODY}"
    source = read_file("稿.txt", text.encode())
    assert isinstance(source, SourceFile)
    document = parse(clean(source, load_rules(None)[0]))
    assert above.replace("\u3000", " ")[:4] in document.text
    assert (document.title.value, document.date.value) == ("在全市阅读工作会议上的讲话", "2024-06-05")


def test_who_wrote_it_is_taken_from_a_labelled_first_line() -> None:
    source = read_file("稿.txt", f"作者：周砚秋\n在全市阅读工作会议上的讲话\n{BODY}".encode())
    assert isinstance(source, SourceFile)
    assert parse(clean(source, load_rules(None)[0])).speaker.value == "周砚秋"
