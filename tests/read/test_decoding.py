"""Which encoding is chosen, on what evidence, and what is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.model import Quarantined, SourceFile
from hujian.read import read_file

PLAIN = "各位同事：\n　　今天我们讨论社区阅览室的开放时间，请大家发表意见。二楼的自习区周末也要开放。\n"
# 𠮷, 㐂 and 㙍 take four bytes in GB18030
RARE = "管理员林𠮷安、何㐂平整理了㙍镇的旧报纸，一共有三百多册，都放在二楼的书架上。"
TRADITIONAL = "各位同事：\n　　今天我們討論社區閱覽室的開放時間，請大家發表意見。二樓的自習區週末也要開放。\n"
NUL = "这里有一个空\0字节，别的地方都好好的，读得通。"

CASES = [
    pytest.param(PLAIN.encode(), "utf-8", PLAIN, id="utf-8"),
    pytest.param(codecs.BOM_UTF8 + PLAIN.encode(), "utf-8-sig", PLAIN, id="utf-8 with mark"),
    pytest.param(codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), "utf-16", PLAIN, id="utf-16le with mark"),
    pytest.param(codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "utf-16", PLAIN, id="utf-16be with mark"),
    pytest.param(codecs.BOM_UTF32_LE + PLAIN.encode("utf-32-le"), "utf-32", PLAIN, id="utf-32le with mark"),
    pytest.param(codecs.BOM_UTF32_BE + PLAIN.encode("utf-32-be"), "utf-32", PLAIN, id="utf-32be with mark"),
    pytest.param(PLAIN.encode("utf-16-le"), "utf-16-le", PLAIN, id="utf-16le without mark"),
    pytest.param(PLAIN.encode("utf-16-be"), "utf-16-be", PLAIN, id="utf-16be without mark"),
    pytest.param(PLAIN.encode("gb18030"), "gb18030", PLAIN, id="gb18030"),
    pytest.param(RARE.encode("gb18030"), "gb18030", RARE, id="gb18030, four bytes"),
    pytest.param(TRADITIONAL.encode("gb18030"), "gb18030", TRADITIONAL, id="gb18030, traditional"),
    pytest.param(TRADITIONAL.encode("big5"), "cp950", TRADITIONAL, id="big5"),
    pytest.param("联通".encode("gb18030"), "gb18030", "联通", id="gb18030 that is valid utf-8 by chance"),
    pytest.param(b"Reading list, 2024\r\n", "utf-8", "Reading list, 2024\r\n", id="ascii"),
    pytest.param("Café à Noël".encode(), "utf-8", "Café à Noël", id="french utf-8"),
    pytest.param("Привет, мир".encode(), "utf-8", "Привет, мир", id="russian utf-8"),
    pytest.param("有一个坏\ufffd字".encode(), "utf-8", "有一个坏\ufffd字", id="replacement character within"),
    pytest.param(
        NUL.encode(),
        "utf-8",
        NUL,
        id="stray NUL",
    ),
    pytest.param(b"", "utf-8", "", id="empty"),
]


@pytest.mark.parametrize(("data", "name", "text"), CASES)
def test_encoding_is_found_and_gives_the_bytes_back(data: bytes, name: str, text: str) -> None:
    file = read_file("a.txt", data)
    assert isinstance(file, SourceFile)
    assert (file.encoding.name, file.text) == (name, text)
    assert data.decode(file.encoding.name) == text
    assert file.encoding.bom + text.encode(file.encoding.codec) == data
    assert file.encoding.basis


REFUSED = [
    pytest.param(bytes(range(256)) * 40, "", id="all byte values"),
    pytest.param(b"PK\x03\x04\x14\0\x06\0" + bytes(range(0, 256, 7)) * 60, "二进制", id="renamed docx"),
    pytest.param(
        PLAIN.encode()[:-2] + b"\xff\xfe" + PLAIN.encode(), "UTF-8 文字，但从第", id="damaged utf-8"
    ),
    pytest.param(
        PLAIN.encode("gb18030") + b"\xff" + PLAIN.encode("gb18030"), "GB18030", id="damaged gb18030"
    ),
    pytest.param(codecs.BOM_UTF8 + PLAIN.encode("gb18030"), "字节顺序标记", id="mark contradicts content"),
    pytest.param(codecs.BOM_UTF16_LE + b"\x00", "字节顺序标记", id="utf-16 of odd length"),
    pytest.param(rb"{\rtf1\ansi\ansicpg936 \u20851?}", "RTF", id="rtf"),
    pytest.param(f"\n<!DOCTYPE html>\n<p>{PLAIN}".encode("gb18030"), "网页文件", id="html"),
    pytest.param(f"<HTML lang=zh><p>{PLAIN}".encode("utf-16"), "网页文件", id="html in utf-16"),
    pytest.param("日本語のテキストをここに書きます。".encode("euc-jp"), "", id="euc-jp"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_what_cannot_be_decided_is_quarantined_with_its_bytes(data: bytes, reason: str) -> None:
    file = read_file("a.txt", data)
    assert isinstance(file, Quarantined)
    assert file.data == data
    assert reason in file.reason
    assert any("\u4e00" <= c <= "\u9fff" for c in file.reason)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_loss_or_quarantined(data: bytes) -> None:
    file = read_file("a.txt", data)
    if isinstance(file, SourceFile):
        assert file.encoding.bom + file.text.encode(file.encoding.codec) == data
        assert data.decode(file.encoding.name) == file.text
    else:
        assert file.data == data


COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
)


@given(
    st.text(COMMON + "，。、\n阅览室书架读者馆员活动开放服务", min_size=12, max_size=200),
    st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]),
)
def test_common_chinese_is_decoded_right_in_every_encoding(text: str, codec: str) -> None:
    file = read_file("a.txt", text.encode(codec))
    if isinstance(file, SourceFile):  # odd mixtures may be refused, but never misread
        assert file.text == text


@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be", "big5hkscs"])
@pytest.mark.parametrize("length", [12, 40, 400])
def test_excerpts_of_real_reports_are_decoded_right(codec: str, length: int, report_texts: list[str]) -> None:
    """Not one excerpt may be misread; at 40 characters and more not one may be refused."""
    refused = 0
    for text in report_texts:
        for start in range(0, len(text) - length, max(1, len(text) // 6)):
            excerpt = text[start : start + length].encode(codec, "ignore").decode(codec)
            if sum("\u4e00" <= c <= "\u9fff" for c in excerpt) < length // 2:
                continue
            file = read_file("a.txt", excerpt.encode(codec))
            refused += isinstance(file, Quarantined)
            assert isinstance(file, Quarantined) or file.text == excerpt or codec == "big5hkscs"
    assert refused <= (0 if length >= 40 else 5)
