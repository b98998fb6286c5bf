"""Documents with a red head (GB/T 9704-2012) and bulletins: which line is the title, which date is theirs."""

from __future__ import annotations

import pytest

from hujian.model import Document
from hujian.parse import parse
from hujian.parse.letterheads import is_letterhead
from making import make_document

NOTICE = (
    "内部资料",
    "注意保存",
    "中共云麓市委文件",
    "云发〔2022〕5号",
    "中共云麓市委",
    "关于印发《云麓市书房建设规划》的通知",
    "各县区委，市直各单位党组：",
    "《云麓市书房建设规划》已经市委常委会研究同意，现印发给你们，请认真贯彻执行。",
    "中共云麓市委",
    "2022年5月1日",
    "云麓市书房建设规划",
    "一、总体要求",
    "建设书房要方便读者，一年接着一年办下去。",
    "抄送：市人大、市政协。",
    "中共云麓市委办公室 2022年5月3日印发",
)


def parsed(*lines: str) -> Document:
    return parse(make_document(*lines, path="文件.txt").clean)


def of_kind(document: Document, kind: str) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs if p.kind == kind]


def test_a_red_head_is_no_title_and_the_signature_dates_the_document() -> None:
    document = parsed(*NOTICE)
    assert document.title.value == "中共云麓市委关于印发《云麓市书房建设规划》的通知"
    assert (document.title.basis, document.date.basis) == ("stated", "stated")
    assert document.date.value == "2022-05-01"
    assert of_kind(document, "addressee") == ["各县区委，市直各单位党组："]
    assert of_kind(document, "signature") == ["中共云麓市委", "2022年5月1日", NOTICE[-1]]
    assert (document.level.value, document.place.value) == ("city", "云麓市")


def test_the_date_of_printing_is_the_last_resort() -> None:
    assert parsed("关于开放书房的通知", *NOTICE[11:]).date.value == "2022-05-03"
    assert (
        parsed("关于开放书房的通知", *NOTICE[11:13], *NOTICE[8:10], *NOTICE[13:]).date.value == "2022-05-01"
    )


def test_an_attachment_below_the_date_leaves_the_first_signature_in_force() -> None:
    below = ("（此件公开发布）", "附件", "书房章程", "书房天天开放，节假日不休息。", "2022年4月20日")
    document = parsed("关于开放书房的通知", *NOTICE[6:10], *below)
    assert document.date.value == "2022-05-01"
    assert of_kind(document, "signature") == ["中共云麓市委", "2022年5月1日", "2022年4月20日"]
    assert [document.text[h.start : h.end] for h in document.headings] == ["附件"]


def test_a_document_in_traditional_characters_is_understood_and_told_in_its_own() -> None:
    document = parsed(
        "雲麓縣政府訓令",
        "教字第一二三號",
        "民國三十年五月四日",
        "縣長　陳大成",
        "令各鄉鎮公所整理圖書，不得遺失，各館一體遵照。",
        "一、清點圖書。各館要把圖書清點一遍，逐冊登記，分別保管。",
        "二、修補圖書。各館要把破損的圖書修補完好，再行上架。",
    )
    assert (document.title.value, document.date.value) == ("雲麓縣政府訓令", "1941-05-04")
    assert (document.speaker.value, document.level.value) == ("陳大成", "county")
    assert document.place.value == "雲麓縣"
    assert [document.text[h.start : h.end] for h in document.headings] == ["一、清點圖書。", "二、修補圖書。"]


def test_an_attachment_on_its_own_is_called_by_its_title() -> None:
    document = parsed("附件1", "云麓市书房章程", "书房天天开放，节假日不休息。")
    assert (document.title.value, document.headings) == ("云麓市书房章程", ())


def test_the_particulars_of_a_contract_are_no_titles() -> None:
    document = parsed(
        "书房服务合同", "合同编号：7", "甲方：云麓市图书馆", "签订日期：2023年5月6日", "第一条 书房天天开放。"
    )
    assert of_kind(document, "title") == ["书房服务合同"]
    assert document.date.value == "2023-05-06"


def test_a_source_below_the_signature_does_not_hide_it() -> None:
    assert parsed("关于开放书房的通知", *NOTICE[6:10], "来源：云麓日报").date.value == "2022-05-01"


def test_an_attached_document_does_not_date_the_notice() -> None:
    attached = (*NOTICE[:13], "云麓市文化和旅游局", "2022年4月20日")
    assert parsed(*attached).date.value == "2022-05-01"
    assert (
        parsed("关于开放书房的通知", *attached[6:]).date.value == "2022-04-20"
    )  # nothing is said to be attached


@pytest.mark.parametrize(
    "head",
    [
        ("000012", "机密★1年", "特　急"),
        ("机密 ★ 1年 特急",),
        ("内部资料 注意保存",),
        ("内部资料，注意保存。",),
        ("（内部文件，注意保密）",),
        ("云 麓 市 文 化 和 旅 游 局 文 件",),
        ("云文旅发〔2024〕7号 签发人：周砚秋",),
        ("云文旅发〔2024〕7 号", "签发人：周砚秋 沈知远"),
        ("云麓市文化和旅游局", "云麓市教育局文件", "云文旅发〔2024〕7号"),
        ("云麓市人民政府办公室", "云政办发〔2024〕7号"),
    ],
)
def test_what_stands_above_a_title(head: tuple[str, ...]) -> None:
    document = parsed(*head, "关于开展读书月活动的通知", "各县区：", "读书月活动从四月开始，请认真组织。")
    assert document.title.value == "关于开展读书月活动的通知"
    assert of_kind(document, "title") == ["关于开展读书月活动的通知"]
    assert of_kind(document, "addressee") == ["各县区："]


@pytest.mark.parametrize(
    "lines",
    [
        ("云麓市文化和旅游局", "云麓市教育局", "关于开展读书月活动的通知"),
        ("云麓市文化和旅游局转发省文化和旅游厅", "《关于开展读书月活动的通知》", "的通知"),
        ("关于印发《云麓市书房建设规划", "（2024—2026年）》的通知"),
    ],
)
@pytest.mark.parametrize("number", [(), ("云文旅发〔2024〕7号",)])
def test_a_title_of_several_lines_is_read_whole(lines: tuple[str, ...], number: tuple[str, ...]) -> None:
    body = ("各县区：", "读书月活动从四月开始，请认真组织。")
    assert parsed(*number, *lines, *body).title.value == "".join(lines)
    assert parsed(*lines, *number, *body).title.value == "".join(lines)


@pytest.mark.parametrize("number", ["第 12 期（总第 88 期）", "第12期", "（第十二期）"])
@pytest.mark.parametrize("date", ["市委办公室编 二〇二一年三月五日", "2021年3月5日"])
def test_a_bulletin_is_called_by_its_article(number: str, date: str) -> None:
    article = "我市召开书房建设会议"
    document = parsed(
        "工 作 简 报", number, date, article, "3月4日，我市召开书房建设会议。", "会议讲了三件事。"
    )
    assert (document.title.value, document.date.value) == (article, "2021-03-05")
    assert of_kind(document, "dateline") == [date]


@pytest.mark.parametrize(
    "line", ["文件", "第十二条", "内部控制管理办法", "在全市会议上的讲话（第一稿）", "2024"]
)
def test_no_letterhead(line: str) -> None:
    assert not is_letterhead(line)
