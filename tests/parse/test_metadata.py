"""Titles, dates, speakers and addressees from short texts."""

from __future__ import annotations

import pytest

from hujian.model import Document
from hujian.parse import parse
from making import make_document

BODY = "今天，我们围绕阅读推广工作，总结经验，分析形势，部署任务，请大家认真抓好落实。"


def parsed(*lines: str, path: str = "a.txt") -> Document:
    return parse(make_document(*lines, path=path).clean)


def kinds(document: Document) -> list[str]:
    return [p.kind for p in document.paragraphs]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("在全市阅读工作会议上的讲话", "同志们："), "在全市阅读工作会议上的讲话"),
        (("在全市阅读工作会议", "上的讲话", "同志们："), "在全市阅读工作会议上的讲话"),
        (("云麓市文化和旅游局", "关于开展读书月活动的通知"), "云麓市文化和旅游局关于开展读书月活动的通知"),
        (("云麓市全民阅读", "工作报告"), "云麓市全民阅读工作报告"),
        (("云文旅发〔2024〕7号", "关于开展读书月活动的通知"), "关于开展读书月活动的通知"),
        (
            ("云麓市文化和旅游局文件", "云文旅发〔2024〕7号", "关于开展读书月活动的通知"),
            "关于开展读书月活动的通知",
        ),
        (("内部资料", "关于读书的几点体会"), "关于读书的几点体会"),
        (("★★★ 机密", "关于读书的几点体会"), "关于读书的几点体会"),
        (("云麓市图书馆2023年工作总结", "及2024年工作要点"), "云麓市图书馆2023年工作总结及2024年工作要点"),
        (
            ("读书简报", "第 7 期", "（总第 121 期）", "【本期要目】", "◆ 书房开门", "我市书房开门"),
            "我市书房开门",
        ),
        (("一盏灯，一个人", "——一位馆员的札记"), "一盏灯，一个人——一位馆员的札记"),
        (("《云麓市书房条例》",), "《云麓市书房条例》"),
        (("云麓市书房建设实施方案（试行）",), "云麓市书房建设实施方案（试行）"),
        (("# 云麓市书房条例", "第一条 为了让更多的人读书，制定本条例。"), "云麓市书房条例"),
    ],
)
def test_stated_title(lines: tuple[str, ...], title: str) -> None:
    document = parsed(*lines, BODY)
    assert (document.title.value, document.title.basis) == (title, "stated")


def test_a_stated_title_says_where_it_stands() -> None:
    document = parsed("# 云麓市书房条例", BODY)
    assert document.title.span is not None
    start, end = document.title.span
    assert document.text[start:end] == "云麓市书房条例"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("同志们：", "这次全县书香建设工作会议，主要任务是总结经验。", BODY),
            "在全县书香建设工作会议上的讲话",
        ),
        (
            ("同志们：", "今天，我们召开2024年全市阅读推进会，主要任务是部署工作。", BODY),
            "在2024年全市阅读推进会上的讲话",
        ),
        (
            ("同志们：", "这次会议，对全区文化和阅读推广工作进行部署。", "做好阅读推广工作，责任重大。"),
            "在全区阅读推广工作会议上的讲话",
        ),
        (
            ("刚才，大家谈了全市馆藏建设和阅读推广工作的情况。", "我再强调阅读推广工作的几个方面。"),
            "关于全市阅读推广工作的讲话",
        ),
        (
            ("各区县图书馆：", "现就做好暑期阅读推广有关事项通知如下。", BODY),
            "关于做好暑期阅读推广的通知",
        ),
        (
            ("从前有一座山，山里有一座庙，庙里有一间藏书的屋子。", BODY),
            "从前有一座山，山里有一座庙，庙里有一间藏…",
        ),
    ],
)
def test_supplied_title_says_only_what_the_text_says(lines: tuple[str, ...], title: str) -> None:
    document = parsed(*lines)
    assert (document.title.value, document.title.basis) == (title, "inferred")
    assert document.title.note.startswith("原文无题")


def test_an_empty_text_has_no_title() -> None:
    assert parsed().title.basis == "unknown"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("（2023年6月28日）", "2023-06-28"),
        ("(2023年6月)", "2023-06"),
        ("（二〇二三年六月二十八日）", "2023-06-28"),
        ("签订日期：2023年6月28日", "2023-06-28"),
        ("二○二三年十月三日", "2023-10-03"),
        ("２０２３年６月２８日", "2023-06-28"),
        ("2023-06-28", "2023-06-28"),
        ("2023.6.28", "2023-06-28"),
        ("（2023年6月28日在全市阅读工作会议上）", "2023-06-28"),
        ("——2023年6月28日在全市阅读工作会议上", "2023-06-28"),
        ("时间：2023年6月28日", "2023-06-28"),
        ("（2023年6月28日至30日）", "2023-06-28"),
    ],
)
def test_dateline(line: str, iso: str) -> None:
    document = parsed("在全市阅读工作会议上的讲话", line, "同志们：", BODY)
    assert (document.date.value, document.date.basis) == (iso, "stated")
    assert kinds(document) == ["title", "dateline", "salutation", "body"]


def test_the_latest_amendment_dates_a_statute_and_its_coming_into_force_does_not() -> None:
    document = parsed(
        "云麓市书房条例",
        "2013年8月1日 云麓市第十二届人民代表大会常务委员会第三次会议通过",
        "2020年7月24日 云麓市第十三届人民代表大会常务委员会第二十二次会议修正",
        "2021年1月1日 施行",
        "第一条 为了让更多的人读书，制定本条例。",
    )
    assert document.date.value == "2020-07-24"
    assert kinds(document) == ["title", "dateline", "dateline", "dateline", "body"]


@pytest.mark.parametrize(
    ("ending", "iso"),
    [
        (("云麓市图书馆", "2024年9月5日"), "2024-09-05"),
        (("（根据录音整理，2024年9月5日，苇岸镇文化站）",), "2024-09-05"),
        (("二〇二三年十一月五日灯下",), "2023-11-05"),
        (("中共云麓市委办公室", "××××年×月×日"), None),
    ],
)
def test_signature(ending: tuple[str, ...], iso: str | None) -> None:
    document = parsed("关于开展读书月活动的通知", BODY, *ending)
    assert document.date.value == iso
    assert kinds(document)[-len(ending) :] == ["signature"] * len(ending)


@pytest.mark.parametrize(
    "text",
    [
        "2023年，全市新建书房十二间。去年和今年，读者都在增加。",
        "2023年6月28日，全市召开阅读工作会议。会议提出了新的要求。",
        "到2025年，每个街道都要有书房。",
    ],
)
def test_a_date_that_the_body_mentions_is_not_the_documents(text: str) -> None:
    document = parsed("同志们：", text, BODY)
    assert (document.date.value, document.date.basis) == (None, "unknown")


@pytest.mark.parametrize(
    ("title", "iso"),
    [
        ("在2023年全市阅读工作会议上的讲话", "2023"),
        ("2023年云麓市政府工作报告", "2023"),
        ("云麓市2023年工作总结和2024年工作打算", None),
        ("关于做好2024年春节期间开放工作的通知", None),
        ("云麓市图书馆2023年度总结", None),
    ],
)
def test_a_year_in_the_title_dates_a_speech_and_nothing_else(title: str, iso: str | None) -> None:
    assert parsed(title, BODY).date.value == iso


@pytest.mark.parametrize(
    ("path", "iso"),
    [
        ("讲话20230628.txt", "2023-06-28"),
        ("a/2023-06-28 讲话.txt", "2023-06-28"),
        ("1954_report.txt", "1954"),
        ("总结2022年和2023年.txt", None),
        ("000_aa23f6c3792ce6aa.txt", None),
        ("2023abc.txt", None),
        ("20231301.txt", None),
    ],
)
def test_the_file_name_only_suggests_a_date(path: str, iso: str | None) -> None:
    date = parsed("同志们：", BODY, path=path).date
    assert (date.value, date.basis) == (iso, "inferred" if iso else "unknown")


def test_an_impossible_date_is_none() -> None:
    document = parsed("在全市阅读工作会议上的讲话", "（2023年13月5日）", BODY)
    assert document.date.value is None
    assert kinds(document)[1] == "dateline"


@pytest.mark.parametrize(
    ("lines", "speaker"),
    [
        (("沈知远同志在全国阅读推广工作会议上的讲话",), "沈知远"),
        (("沈知远在全国阅读推广工作会议上的讲话",), "沈知远"),
        (("云麓市市长周砚秋在全市阅读工作会议上的讲话",), "周砚秋"),
        (("在全市阅读工作会议上的讲话", "云麓市市长　周砚秋"), "周砚秋"),
        (("在全市阅读工作会议上的讲话", "周砚秋"), "周砚秋"),
        (("在全市阅读工作会议上的讲话", "（周　砚　秋）"), "周砚秋"),
        (("政府工作报告", "云麓市市长", "李　明"), "李明"),
        (("在全市阅读工作会议上的讲话", "（2024年6月5日　李明）"), "李明"),
        (("×××同志在全市阅读工作会议上的讲话",), None),
        (("市委领导同志在全市阅读工作会议上的讲话",), None),
        (("关于在全市开展读书活动的通知",), None),
        (("在全市阅读工作会议上的讲话", "目录"), None),
    ],
)
def test_speaker(lines: tuple[str, ...], speaker: str | None) -> None:
    document = parsed(*lines, "同志们：", BODY)
    assert document.speaker.value == speaker
    assert document.speaker.basis == ("stated" if speaker else "unknown")


def test_a_name_in_the_body_is_no_speaker() -> None:
    assert parsed("同志们：", "刚才，周砚秋同志汇报了情况。", BODY).speaker.value is None


@pytest.mark.parametrize(
    "line",
    [
        "同志们：",
        "同志们:",
        "各位代表！",
        "各位领导、同志们：",
        "尊敬的各位来宾，女士们、先生们、朋友们：",
        "老师们、同学们：",
    ],
)
def test_salutation(line: str) -> None:
    assert kinds(parsed("在开馆仪式上的致辞", line, BODY))[1] == "salutation"


@pytest.mark.parametrize(
    "line", ["同志们！让我们行动起来！", "同志们，阅读是一件长久的事。", "主要任务是：", "读者代表发言完毕。"]
)
def test_no_salutation(line: str) -> None:
    assert kinds(parsed("在开馆仪式上的致辞", BODY, line, BODY))[2] != "salutation"


def test_addressee() -> None:
    lines = ("关于开展读书月活动的通知", "云文旅发〔2024〕7号", "各市、州文化和旅游局，省图书馆：", BODY)
    assert kinds(parsed(*lines)) == ["title", "body", "addressee", "body"]


def test_byline() -> None:
    lines = (
        "政府工作报告",
        "——2024年3月5日在云麓市第三届人民代表大会第二次会议上",
        "云麓市市长",
        "李　明",
        "各位代表：",
    )
    assert kinds(parsed(*lines, BODY)) == ["title", "dateline", "byline", "byline", "salutation", "body"]
