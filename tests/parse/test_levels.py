"""Levels and places: what titles state, what the body lets conclude, and words that only look like places."""

from __future__ import annotations

import pytest

from hujian.model import Document
from hujian.parse import parse
from making import make_document

BODY = "今天，我们围绕阅读推广工作，总结经验，分析形势，部署任务，请大家认真抓好落实。"


def parsed(*lines: str) -> Document:
    return parse(make_document(*lines).clean)


@pytest.mark.parametrize(
    ("title", "level", "place"),
    [
        ("在全国阅读推广工作会议上的讲话", "national", None),
        ("国务院关于公共图书馆的决定", "national", None),
        ("在全省阅读推广工作会议上的讲话", "province", None),
        ("在江澜省全民阅读大会上的讲话", "province", "江澜省"),
        ("中共江澜省委关于文化建设的决定", "province", "江澜省"),
        ("北京市公共图书馆条例", "province", "北京市"),
        ("云麓市书房条例", "city", "云麓市"),
        ("在市委常委会会议上的讲话", "city", None),
        ("青禾苗族自治州书房条例", "city", "青禾苗族自治州"),
        ("在全区阅读推广工作会议上的讲话", "district", None),
        ("云麓市望溪区全民阅读工作报告", "district", "云麓市望溪区"),
        ("在全县书香建设推进会上的讲话", "county", None),
        ("苇岸镇农家书屋管理办法", "township", "苇岸镇"),
        ("云麓市图书馆2024年工作总结", "unit", "云麓市"),
        ("在实验小学全体教师大会上的讲话", "unit", None),
        ("在全国文明城市创建动员会上的讲话", None, None),
        ("在城市书房建设推进会上的讲话", None, None),
        ("云麓市农贸市场管理办法", "city", "云麓市"),
        ("云麓市荣誉市民称号授予办法", "city", "云麓市"),
        ("云麓市民防条例", "city", "云麓市"),
        ("云麓市美丽乡村条例", "city", "云麓市"),
        ("云麓市旅游景区条例", "city", "云麓市"),
        ("云麓市住宅小区管理条例", "city", "云麓市"),
        ("云麓市精致城市条例", "city", "云麓市"),
        ("江澜省经济开发区条例", "province", "江澜省"),
        ("江澜省中新广州知识城条例", "province", "江澜省"),
        ("关于进一步加强学区管理的通知", None, None),
        ("行政区划管理条例", None, None),
        ("汕头经济特区消防条例", "city", "汕头经济特区"),
        ("呼和浩特市书房条例", "city", "呼和浩特市"),
        ("宣城市书房条例", "city", "宣城市"),
        ("阿克苏地区书房管理办法", "city", "阿克苏地区"),
        ("恩施州书房管理办法", "city", "恩施州"),
        ("云麓市和平区文化路街道书房章程", "township", "云麓市和平区文化路街道"),
    ],
)
def test_level_and_place_of_a_title(title: str, level: str | None, place: str | None) -> None:
    document = parsed(title, BODY)
    assert (document.level.value, document.place.value) == (level, place)
    assert document.level.basis == ("stated" if level else "unknown")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("我市认真贯彻全国、全省会议精神，我市的书房越来越多。", "city"),
        ("对全区阅读工作进行部署，全区上下要共同努力。", "district"),
        ("广西壮族自治区成立以来，全区上下、全区人民共同努力。", "province"),
        ("我代表国务院，向大会报告工作。", "national"),
        ("全省和全市都要行动起来。", None),
        ("读书是一件长久的事。", None),
    ],
)
def test_a_level_concluded_from_the_body_says_so(text: str, level: str | None) -> None:
    document = parsed("同志们：", text)
    assert (document.level.value, document.level.basis) == (level, "inferred" if level else "unknown")
    assert bool(document.level.note) == bool(level)
